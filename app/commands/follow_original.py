"""Works out what of the original a translation has followed, once either of them is revised."""

from collections.abc import Collection, Mapping, Sequence

from sqlmodel import select

from app.database.session import WriteSession
from app.models import Article, Revision, Translation
from app.parallel.changes import changes_between
from app.parallel.outdated_segments import OutdatedSegment, not_confirmed, not_followed
from app.parallel.pairs import Pair
from app.queries.changes_of_original import ChangesOfOriginal, dated_side, pair_of_datelines
from app.queries.revisions import find_translation, get_current_revision, is_current
from app.queries.staleness import write_changes


def get_current_revisions(session: WriteSession, article: Article) -> dict[str, Revision]:
    """By language."""
    query = (
        select(Translation.language, Revision)
        .join(Revision, is_current())
        .where(Translation.article_id == article.id)
    )
    return dict(session.exec(query).all())


def follow_original(
    session: WriteSession,
    article: Article,
    before: Mapping[str, Revision],
    pairs: Mapping[str, Sequence[Pair]],
    *,
    minor: bool,
) -> None:
    """``before``: the revisions that were current, by language. ``pairs``: the original beside the current.

    ``minor``: the original says what it said before.
    """
    session.flush()
    now = get_current_revisions(session, article)
    language = article.source_language
    if language not in now:
        return
    others = {tag: revision for tag, revision in before.items() if tag != language}
    if minor and language in before and before[language].id != now[language].id:
        now[language].is_minor = True
        session.flush()
    changes = ChangesOfOriginal(session, language, now[language])
    for tag, revision in others.items():
        if now[tag].id != revision.id:
            _follow(session, changes, tag, (revision, now[tag]), pairs.get(tag, ()))


def confirm(session: WriteSession, article: Article, language: str, confirmed: Collection[str]) -> bool:
    """Whether a translator's word about what a text says already leaves less of it outdated.

    ``confirmed``: ids of segments of the original as it is.
    """
    session.flush()
    original = find_translation(session, article.id, article.source_language)
    translation = find_translation(session, article.id, language)
    if original is None or translation is None:
        raise LookupError(language)
    revision = get_current_revision(session, translation)
    now = get_current_revision(session, original)
    changes = ChangesOfOriginal(session, article.source_language, now)
    outdated = changes.since(revision, dated_side(session, language, revision))
    left = not_confirmed(outdated, frozenset(confirmed))
    if len(left) == len(outdated):
        return False
    _tie(revision, now, left)
    return True


def _follow(
    session: WriteSession,
    changes: ChangesOfOriginal,
    language: str,
    revisions: tuple[Revision, Revision],
    pairs: Sequence[Pair],
) -> None:
    """Who mends a slip of the pen has translated nothing anew."""
    before, after = revisions
    old, new = (dated_side(session, language, each) for each in revisions)
    outdated = changes.since(before, old)
    if outdated or changes_between(old, new):
        beside = [*pairs, *pair_of_datelines(changes.side(changes.now), new)]
        _tie(after, changes.now, not_followed(outdated, old, new, beside))


def _tie(revision: Revision, original: Revision, outstanding: Sequence[OutdatedSegment]) -> None:
    revision.translates_id = original.id
    revision.outstanding = write_changes(outstanding) if outstanding else None
