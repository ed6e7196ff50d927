"""Takes back what translators did: an XLIFF file, an article a transaction, whole or not at all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal

from app.commands.align_article import align_article, store_alignments
from app.commands.align_submission import align_submission
from app.commands.derive_article import derive_article
from app.commands.follow_original import confirm
from app.commands.import_article import import_article
from app.commands.mark_outdated import mark_outdated
from app.commands.purge import note_article
from app.database.engine import Database
from app.database.session import ReadSession, WriteSession
from app.errors import Refusal
from app.exchange.exported import Exported
from app.exchange.revising import Objection, revise
from app.exchange.taking import Taken, confirmed_by, take
from app.exchange.text_origins import HUMAN, MACHINE, UNKNOWN, Stated, is_surer, origin_of_all
from app.exchange.translating import Translation, texts_in, translate, without_caption
from app.exchange.xliff_reading import TranslatedArticle, TranslatedUnit, read_xliff
from app.intake.article_file import ArticleFile
from app.intake.article_folder import Submission, Version
from app.intake.finding import FileFinding, refused
from app.models import Article, Revision
from app.newswire.story import Story
from app.parallel.encoder import Encoder
from app.queries.alignments import AlignmentMissing
from app.queries.articles import get_versions
from app.queries.drafts import get_draft
from app.queries.names import Names
from app.queries.original_beside import OriginalBeside, lay_original_beside
from app.queries.revisions import find_translation, get_current_revision
from app.queries.text_origins import (
    get_text_origins,
    has_machine_text,
    list_machine_made,
    read_stated,
    write_stated,
)
from app.queries.translated_revision import find_exported, find_translated_revision

Origin = Literal["human", "machine"]
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class TranslationReport:
    """``status`` is created, revised, unchanged or refused.

    ``of_pairs``: how many findings by severity there are on the languages that were laid side by side anew.
    """

    article_id: str
    language: str
    path: Path
    status: str
    findings: Sequence[FileFinding]
    of_pairs: Mapping[str, int] = field(default_factory=dict)


class _Refused(Exception):
    def __init__(self, refusals: Sequence[Refusal]) -> None:
        super().__init__()
        self.refusals = refusals


@dataclass(frozen=True, slots=True)
class _Plan:
    """``story`` is None where the text stays. ``revisions`` by tag are those that it was made with.

    ``made_from`` is the id of the revision that a new version translates; ``confirmed`` as in ``confirm``.
    ``origin`` is the version's, None where it follows from its texts; ``author`` who wrote what changes,
    ``stated`` whose single texts are besides.
    """

    story: Story | None
    made_from: int | None
    confirmed: frozenset[str]
    origin: str | None
    author: str
    stated: Stated
    revisions: Mapping[str, int]
    passed_over: Sequence[FileFinding]


def import_xliff(
    database: Database,
    path: Path,
    names: Names,
    *,
    origin: Origin | None = None,
    encoder: Encoder | None = None,
    dry_run: bool = False,
) -> Iterator[TranslationReport | FileFinding]:
    """A finding stands for the whole file, which is read to its end before anything of it is taken.

    ``origin``: who wrote it, as far as the file itself does not say that a machine did.
    """
    try:
        with path.open("rb") as file:
            _refuse_doubles(read_xliff(file))
        with path.open("rb") as file:
            for article in read_xliff(file):
                yield _Import(database, path, article, names, origin, encoder).report(dry_run=dry_run)
    except Refusal as refusal:
        yield refused(path, refusal)
    except OSError as error:
        yield refused(path, Refusal("not-readable", error.strerror or str(error)))


def _refuse_doubles(articles: Iterable[TranslatedArticle]) -> None:
    """Of two translations of an article, neither is known to be the one that is meant."""
    lines: dict[tuple[str, str], int] = {}
    for article in articles:
        first = lines.setdefault((article.article_id, article.target_language), article.line)
        if first != article.line:
            message = f"line {first} has {article.article_id!r} in that language already"
            raise Refusal("duplicate-article", message, line=article.line, column=1)


@dataclass(frozen=True, slots=True)
class _Import:
    database: Database
    path: Path
    article: TranslatedArticle
    names: Names
    origin: Origin | None
    encoder: Encoder | None

    def report(self, *, dry_run: bool) -> TranslationReport:
        article_id, language = self.article.article_id, self.article.target_language
        try:
            plan = self._plan()
            status, of_pairs = self._store(plan, dry_run=dry_run)
        except _Refused as error:
            findings = [refused(self.path, refusal) for refusal in error.refusals]
            return TranslationReport(article_id, language, self.path, "refused", findings)
        return TranslationReport(article_id, language, self.path, status, plan.passed_over, of_pairs)

    def _plan(self) -> _Plan:
        if self.article.faults:
            raise _Refused(self.article.faults)
        try:
            return self._plan_with_alignment()
        except AlignmentMissing:
            align_article(self.database, self.article.article_id, self.encoder)
        return self._plan_with_alignment()

    def _plan_with_alignment(self) -> _Plan:
        with self.database.read() as session:
            found = self._find(session)
            article = self.article
            exported = find_exported(session, found, article.source_revision, article.target_revision)
            taken = take(article, found.source, found.pairs, exported, is_machine_made=self.origin == MACHINE)
            if taken.refusals:
                raise _Refused(taken.refusals)
            return self._planned(session, found, taken, exported)

    def _find(self, session: ReadSession) -> OriginalBeside:
        article = self.article
        stored = session.get(Article, article.article_id)
        if stored is None:
            raise self._refused("no-such-article", f"there is no article {article.article_id!r}")
        if stored.source_language != article.source_language:
            message = (
                f"it translates from {article.source_language}, the original is in {stored.source_language}"
            )
            raise self._refused("languages", message)
        found = lay_original_beside(session, article.article_id, article.target_language)
        if found is None:
            raise self._refused("languages", "it translates the original's language into itself, or no text")
        return found

    def _planned(
        self, session: ReadSession, found: OriginalBeside, taken: Taken, exported: Exported
    ) -> _Plan:
        original = get_draft(session, found.original, found.source)
        if found.version is None or found.target is None:
            captions = {each.segments[0].block for each in taken.translations}
            if lonely := [each for picture, each in taken.credits.items() if picture not in captions]:
                raise _Refused([without_caption(each) for each in lonely])
            changed = frozenset(each.id for each in taken.translations)
            draft = translate(
                found.source, original, self.article.target_language, taken.translations, taken.credits
            )
        else:
            revised = revise(
                found.source,
                found.target,
                get_draft(session, found.version, found.target),
                found.pairs,
                taken,
                objection=self._objection(session, found, exported),
                then=exported.translation,
            )
            if revised.refusals:
                raise _Refused(revised.refusals)
            changed, draft = revised.changed, revised.draft
        try:
            story = draft.story() if changed else None
        except Refusal as refusal:
            raise self._refused(refusal.code, refusal.message) from refusal
        author = self._author(found, taken, changed)
        return _Plan(
            story,
            find_translated_revision(session, found, self.article.source_revision),
            frozenset(confirmed_by(taken, taken.done | changed)),
            self._origin(found, taken, changed),
            author,
            self._stated(taken, changed, author),
            {tag: version.revision_id for tag, version in found.record.versions.items()},
            list(self._passed_over(taken)),
        )

    def _objection(self, session: ReadSession, found: OriginalBeside, exported: Exported) -> Objection:
        is_machines = found.version is not None and found.version.origin == MACHINE
        machine_made = list_machine_made(session, found.version) if found.version else frozenset()
        stored = found.target.segments() if found.target else []

        def objection(translation: Translation, texts: Sequence[str]) -> Refusal | None:
            # What a human has put freely may not be paired with what it translates.
            blocks = {each.block for each in translation.segments}
            beside = texts or [each.text for each in stored if each.block in blocks]
            may_change = is_machines and machine_made.issuperset(beside)
            if not may_change and self._may_be_machines(translation):
                message = f"{translation.id}: a machine's text, and what is stored is not a machine's"
                return Refusal("machine-origin", message, line=translation.line, column=1)
            if exported.then is not None and not exported.then.issuperset(texts):
                message = f"{translation.id}: the translation was changed since the file was written"
                return Refusal("translation-moved-on", message, line=translation.line, column=1)
            return None

        return objection

    def _may_be_machines(self, translation: Translation) -> bool:
        return translation.is_machine_made or (translation.was_machine_made and self.origin != HUMAN)

    def _origin(self, found: OriginalBeside, taken: Taken, changed: frozenset[str]) -> str | None:
        """None where it follows from the texts. A human who goes through all of them has made them theirs."""
        marked = {each.id for each in taken.texts if each.was_machine_made}
        left = marked - changed if found.version else marked
        has_machines = bool(left) or any(each.is_machine_made for each in taken.texts)
        if found.version is None:
            return MACHINE if has_machines else self.origin or UNKNOWN
        is_humans = self.origin == HUMAN and taken.covers(found.source) and not has_machines
        return HUMAN if is_humans else None

    def _author(self, found: OriginalBeside, taken: Taken, changed: frozenset[str]) -> str:
        """In doubt no machine: what one has written, another may replace."""
        written = [each for each in taken.texts if each.id in changed]
        is_machine = all(
            each.is_machine_made or (each.was_machine_made and not found.version) for each in written
        )
        return MACHINE if is_machine else self.origin or UNKNOWN

    def _stated(self, taken: Taken, changed: frozenset[str], author: str) -> Stated:
        """A machine's texts among others' that were written with them, and what a human has gone through."""
        language = self.article.target_language
        written = [each for each in taken.texts if each.is_machine_made and each.id in changed]
        reviewed = [each for each in taken.texts if each.is_reviewed and not each.is_machine_made]
        machines = {text: MACHINE for each in written for text in texts_in(each, language)}
        others = {text: self.origin or UNKNOWN for each in reviewed for text in texts_in(each, language)}
        return others if author == MACHINE else machines | others

    def _passed_over(self, taken: Taken) -> Iterator[FileFinding]:
        if taken.untranslated:
            yield self._noticed("untranslated", "have no translation", taken.untranslated)
        if taken.left:
            yield self._noticed("left-as-exported", "are as they were exported and moved on", taken.left)
        if taken.mended:
            yield self._noticed(
                "source-mended", "translate what had a minor edit since", taken.mended, "info"
            )

    def _noticed(
        self,
        code: str,
        what: str,
        units: Sequence[TranslatedUnit],
        severity: Literal["warning", "info"] = "warning",
    ) -> FileFinding:
        named = ", ".join(unit.id for unit in units[:_MOST_NAMED])
        rest = ", …" if len(units) > _MOST_NAMED else ""
        message = f"{len(units)} of {len(self.article.units)} units {what}: {named}{rest}"
        return FileFinding(self.path, units[0].line, 1, severity, code, message)

    def _refused(self, code: str, message: str) -> _Refused:
        return _Refused([Refusal(code, message, line=self.article.line, column=1)])

    def _store(self, plan: _Plan, *, dry_run: bool) -> tuple[str, Mapping[str, int]]:
        if plan.story:
            return self._store_text(plan, plan.story, dry_run=dry_run)
        if self.article.target_language not in plan.revisions:
            return "unchanged", {}
        with self.database.write(rehearsal=dry_run) as session:
            self._require_same(session, plan)
            if not self._tie(session, plan, None):
                return "unchanged", {}
            now = datetime.now(UTC)
            session.get_one(Article, self.article.article_id).updated_at = now
            note_article(session, self.article.article_id)
            self._derive(session)
        return "revised", {}

    def _store_text(self, plan: _Plan, story: Story, *, dry_run: bool) -> tuple[str, Mapping[str, int]]:
        language = self.article.target_language
        version = Version(language, self.path, _digest(story), story)
        submission = Submission(self.article.article_id, self.path, ArticleFile(), None, [version], [])
        aligned = align_submission(self.database, submission, self.names, self.encoder)
        with self.database.write(rehearsal=dry_run) as session:
            self._require_same(session, plan)
            stored = find_translation(session, submission.id, language)
            digest = get_current_revision(session, stored).content_hash if stored else None
            outcome = import_article(session, submission, self.names, aligned, datetime.now(UTC))
            self._tie(session, plan, digest)
            if aligned:
                store_alignments(session, self.article.article_id, aligned.stored(), self.encoder)
            self._derive(session)
        return outcome.languages[language], aligned.count_findings() if aligned else {}

    def _require_same(self, session: WriteSession, plan: _Plan) -> None:
        record = get_versions(session, self.article.article_id)
        if {tag: version.revision_id for tag, version in record.versions.items()} != plan.revisions:
            raise self._refused("changed", "the article was changed meanwhile; import it again")

    def _tie(self, session: WriteSession, plan: _Plan, digest: str | None) -> bool:
        """Says what the stored text translates and who wrote it; whether that was said otherwise.

        ``digest``: of the folder's file that the version goes back to. That has not changed, so that
        imported again it does not bring its text back.
        """
        translation = find_translation(session, self.article.article_id, self.article.target_language)
        if translation is None:
            raise LookupError(self.article.target_language)
        revision = get_current_revision(session, translation)
        known = translation.origin
        revision.translates_id = plan.made_from or revision.translates_id
        revision.content_hash = digest or revision.content_hash
        if plan.story:
            revision.origin = plan.author
        is_taken_up = self._state(session, revision, plan.stated)
        # Earlier programs kept of a first file of a machine's and a human's units no text as the machine's.
        is_known = translation.origin == MACHINE and has_machine_text(session, translation.id)
        if is_known and (plan.story or is_taken_up):
            origins = get_text_origins(session, translation.id, translation.language)
            translation.origin = origin_of_all(origins.values())
        translation.origin = plan.origin or translation.origin
        article = session.get_one(Article, self.article.article_id)
        is_less = confirm(session, article, self.article.target_language, plan.confirmed)
        return is_less or is_taken_up or known != translation.origin

    def _state(self, session: WriteSession, revision: Revision, stated: Stated) -> bool:
        """Whether that makes any text another's."""
        session.flush()
        if not stated:
            return False
        known = get_text_origins(session, revision.translation_id, self.article.target_language)
        told = {
            text: whose
            for text, whose in stated.items()
            if text in known and (whose == MACHINE or is_surer(whose, known[text]))
        }
        if told:
            revision.origins = write_stated({**read_stated(revision.origins), **told})
            session.flush()
        return bool(told)

    def _derive(self, session: WriteSession) -> None:
        mark_outdated(session, self.article.article_id)
        derive_article(session, self.article.article_id)


def _digest(story: Story) -> str:
    return sha256(repr(story).encode()).hexdigest()
