"""Aligns what a folder brings before it is stored, so that no other writer waits for it.

The pieces of a text that is not stored yet have keys of their own until they get their ids.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlmodel import Session, select

from app.commands.align_article import AlignedSide
from app.database.engine import Database
from app.database.session import ReadSession
from app.gazetteer.recognise import Found
from app.intake.article_folder import Submission
from app.models import Article, Revision, Translation
from app.newswire.story import Figure, Story
from app.parallel.checks.sides import SideFinding, check_sides
from app.parallel.encoder import Encoder
from app.parallel.pairs import Pair
from app.parallel.side import BYLINE, HEADLINE, LEAD, Piece, Side
from app.parallel.sides import align_sides, shared_blocks, with_keys
from app.parallel.text import KnownName, Names
from app.queries import names as stored_names
from app.queries.alignments import pivot_of
from app.queries.articles import get_versions
from app.queries.revisions import is_current
from app.queries.sides import get_sides


def block_key(place: int) -> str:
    """Of the element of a story's body that stands there."""
    return f"block {place}"


def picture_key(place: int) -> str:
    return f"picture {place}"


@dataclass(slots=True)
class AlignedSubmission:
    """``pairs`` by the language that is aligned with ``pivot``; ``revisions`` are those stored before."""

    pivot: str
    pairs: Mapping[str, Sequence[Pair]]
    findings: Mapping[str, Sequence[SideFinding]]
    revisions: Mapping[str, int]
    keys: dict[str, dict[str, str]] = field(default_factory=dict)
    """By language, the ids that the pieces have got."""

    def shared_keys(self, language: str) -> dict[str, str]:
        """By the piece, the id of the one it alone translates, as far as that has one."""
        if language != self.pivot:
            shared = shared_blocks(self.pairs.get(language, ()))
            return self._ids(shared, self.pivot)
        if language in self.revisions:
            return {}
        others = (other for other in sorted(self.pairs) if other in self.revisions)
        other = next(others, "")
        backwards = {source: target for target, source in shared_blocks(self.pairs.get(other, ())).items()}
        return self._ids(backwards, other)

    def _ids(self, shared: Mapping[str, str], language: str) -> dict[str, str]:
        keys = self.keys.get(language, {})
        return {mine: keys.get(theirs, theirs) for mine, theirs in shared.items()}

    def count_findings(self) -> Counter[str]:
        """By severity."""
        return Counter(each.finding.severity for found in self.findings.values() for each in found)

    def stored(self) -> dict[str, AlignedSide]:
        """With the ids that the pieces have now."""
        own = self.keys.get(self.pivot, {})
        return {
            tag: AlignedSide(
                with_keys(pairs, own, self.keys.get(tag, {})),
                [each.with_keys(own, self.keys.get(tag, {})) for each in self.findings[tag]],
            )
            for tag, pairs in self.pairs.items()
        }


def align_submission(
    database: Database, submission: Submission, names: stored_names.Names, encoder: Encoder | None
) -> AlignedSubmission | None:
    """None where all its texts are stored already."""
    with database.read() as session:
        stored = _stored_revisions(session, submission.id)
        new = {
            version.language: version.story
            for version in submission.versions
            if stored.get(version.language, (0, ""))[1] != version.content_hash
        }
        if not new:
            return None
        record = get_versions(session, submission.id) if stored else None
        versions = record.versions if record else {}
        pivot = pivot_of(_source_language(session, submission), [*versions, *new])
        others = {*versions, *new} - {pivot} if pivot in new else set(new)
        kept = {tag: versions[tag] for tag in {pivot, *others} - set(new)}
        sides = get_sides(session, kept) if kept else {}
        new_sides = [story_side(tag, story) for tag, story in new.items()]
        known = _known_names(session, new_sides, names)
        sides |= {side.language: replace(side, names=own) for side, own in zip(new_sides, known, strict=True)}
        entities = sides[pivot].entities
        nameable = {tag: stored_names.find_nameable(session, entities, tag) for tag in others}
    pairs = {tag: align_sides(sides[pivot], sides[tag], encoder) for tag in sorted(others)}
    findings = {
        tag: check_sides(submission.id, sides[pivot], sides[tag], each, nameable[tag])
        for tag, each in pairs.items()
    }
    return AlignedSubmission(
        pivot, pairs, findings, {tag: each.revision_id for tag, each in versions.items()}
    )


def is_of_current_texts(session: Session, article_id: str, aligned: AlignedSubmission) -> bool:
    """Whether what was aligned with is still what is stored."""
    stored = _stored_revisions(session, article_id)
    return {tag: id_ for tag, (id_, _) in stored.items()} == aligned.revisions


def _stored_revisions(session: Session, article_id: str) -> dict[str, tuple[int, str]]:
    """Ids and content hashes of the current ones, by language."""
    query = (
        select(Translation.language, Revision.id, Revision.content_hash)
        .join(Revision, is_current())
        .where(Translation.article_id == article_id)
    )
    return {language: (id_, content_hash) for language, id_, content_hash in session.exec(query)}


def _source_language(session: ReadSession, submission: Submission) -> str:
    if submission.file.source_language:
        return submission.file.source_language
    article = session.get(Article, submission.id)
    if article:
        return article.source_language
    return submission.assumed_source.language if submission.assumed_source else ""


def story_side(language: str, story: Story) -> Side:
    """With no names."""
    return Side(language, tuple(_pieces(story)))


def _pieces(story: Story) -> Iterator[Piece]:
    captions = [
        Piece(picture_key(place), "caption", picture.caption, picture.credit)
        for place, picture in enumerate(story.pictures)
    ]
    shown = {element.picture for element in story.body if isinstance(element, Figure)}
    yield Piece(HEADLINE, "headline", story.headline)
    if story.byline:
        yield Piece(BYLINE, "byline", story.byline)
    yield from (caption for place, caption in enumerate(captions) if place not in shown)
    if story.lead:
        yield Piece(LEAD, "lead", story.lead)
    for place, element in enumerate(story.body):
        if isinstance(element, Figure):
            yield captions[element.picture]
        else:
            yield Piece(block_key(place), element.type, element.text)


def _known_names(session: ReadSession, sides: Sequence[Side], names: stored_names.Names) -> Iterator[Names]:
    """As they will be linked, but for last names that stored versions tell of."""
    versions = [(_texts(side), side.language) for side in sides]
    return (_by_piece(each.found) for each in names.recognise_versions(session, versions))


def _texts(side: Side) -> Sequence[tuple[str, str]]:
    """Captions last, where the rest has said who a surname alone is."""
    pieces = sorted(side.pieces, key=lambda piece: piece.kind == "caption")
    return [(piece.key, piece.text) for piece in pieces if piece.key != BYLINE]


def _by_piece(recognised: Iterable[Found]) -> Names:
    known: dict[str, list[KnownName]] = {}
    for found in recognised:
        owner = "person" if found.referent.kind == "person" else "place"
        entity = f"{owner}/{found.referent.id}"
        name = KnownName(found.start, found.end, entity, found.evidence == "demonym")
        known.setdefault(found.key, []).append(name)
    return known
