"""Finds the names in an article that nobody knows yet, and keeps them for an editor to look at."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from sqlalchemy import delete, insert, select
from sqlmodel import col

from app.commands.turns import in_turns
from app.database.engine import Database
from app.database.session import WriteSession
from app.gazetteer.discovery.passages import Known, Passage, Span, Version
from app.gazetteer.discovery.program import program
from app.gazetteer.discovery.propose import Proposed, propose
from app.models import Article, Mention, Proposal, Revision, Scan, Sighting, Translation
from app.models.proposal import PROPOSED
from app.queries.proposals import list_unscanned_articles
from app.queries.revisions import get_texts, is_current

SCAN_BATCH = 100


def propose_names(session: WriteSession, article_id: str) -> None:
    """Once the mentions of people and places known are stored."""
    session.flush()
    forgotten = _forget_sightings(session, article_id)
    revisions = _current_revisions(session, article_id)
    source = session.get_one(Article, article_id).source_language
    found = propose(_versions(session, revisions), source) if len(revisions) > 1 else []
    kept = _store(session, found, {language: revision.id for language, revision in revisions.items()})
    _delete_unseen(session, forgotten - kept)
    session.merge(Scan(article_id=article_id, program=program()))


def scan_articles(database: Database) -> Iterator[int]:
    """Searches all articles that this program has not; each number of articles stands for what is stored."""
    while True:
        with database.read() as session:
            articles = list_unscanned_articles(session, program(), SCAN_BATCH)
        yield from in_turns(database, articles, _scan)
        if len(articles) < SCAN_BATCH:
            return


def _scan(session: WriteSession, article_id: str) -> int:
    propose_names(session, article_id)
    return 1


def _forget_sightings(session: WriteSession, article_id: str) -> set[int]:
    """Of all revisions; the proposals that they were of."""
    revisions = (
        select(col(Revision.id))
        .join(Translation, col(Translation.id) == Revision.translation_id)
        .where(col(Translation.article_id) == article_id)
    )
    of_article = col(Sighting.revision_id).in_(revisions)
    proposals = set(session.execute(select(col(Sighting.proposal_id)).where(of_article).distinct()).scalars())
    if proposals:
        session.execute(delete(Sighting).where(of_article))
    return proposals


def _current_revisions(session: WriteSession, article_id: str) -> dict[str, Revision]:
    query = (
        select(col(Translation.language), Revision)
        .join(Revision, is_current())
        .where(col(Translation.article_id) == article_id)
        .order_by(col(Translation.language))
    )
    return {row[0]: row[1] for row in session.execute(query)}


def _versions(session: WriteSession, revisions: dict[str, Revision]) -> list[Version]:
    ids = [revision.id for revision in revisions.values()]
    texts = get_texts(session, ids)
    known = _known(session, ids)
    return [
        Version(
            language,
            tuple(Passage(key, text, tuple(known[revision.id, key])) for key, text in texts[revision.id]),
        )
        for language, revision in revisions.items()
    ]


def _known(session: WriteSession, revisions: Sequence[int]) -> dict[tuple[int, str], list[Known]]:
    known: dict[tuple[int, str], list[Known]] = defaultdict(list)
    query = select(Mention).where(col(Mention.revision_id).in_(revisions))
    for mention in session.execute(query).scalars():
        is_wall = mention.person_id is not None or mention.evidence == "demonym"
        span = Span(mention.start, mention.end)
        known[mention.revision_id, mention.block].append(Known(span, is_wall))
    return known


def _store(session: WriteSession, found: Sequence[Proposed], revisions: dict[str, int]) -> set[int]:
    """The proposals that are seen, and not yet decided on."""
    stored = _proposals(session, [proposed.key for proposed in found])
    rows: dict[tuple[int, str, int], dict[str, object]] = {}
    seen: set[int] = set()
    for proposed in found:
        proposal = stored.get(proposed.key) or _new_proposal(session, proposed)
        stored[proposed.key] = proposal
        if proposal.status != PROPOSED:
            continue
        if proposal.kind == "unknown":
            proposal.kind = proposed.kind
        seen.add(proposal.id)
        for each in proposed.occurrences:
            rows.setdefault(
                (revisions[each.language], each.block, each.start),
                {
                    "proposal_id": proposal.id,
                    "revision_id": revisions[each.language],
                    "block": each.block,
                    "start": each.start,
                    "end": each.end,
                    "surface": each.surface,
                    "role": each.role,
                    "reason": each.reason,
                },
            )
    if rows:
        session.execute(insert(Sighting), list(rows.values()))
    return seen


def _proposals(session: WriteSession, keys: Sequence[str]) -> dict[str, Proposal]:
    if not keys:
        return {}
    query = select(Proposal).where(col(Proposal.key).in_(keys))
    return {proposal.key: proposal for proposal in session.execute(query).scalars()}


def _new_proposal(session: WriteSession, proposed: Proposed) -> Proposal:
    proposal = Proposal(key=proposed.key, kind=proposed.kind, updated_at=datetime.now(UTC))
    session.add(proposal)
    session.flush()
    return proposal


def _delete_unseen(session: WriteSession, proposals: set[int]) -> None:
    """Of those, what no article has any more and nobody has decided on."""
    if proposals:
        session.execute(
            delete(Proposal).where(
                col(Proposal.id).in_(proposals),
                col(Proposal.status) == PROPOSED,
                col(Proposal.id).not_in(select(col(Sighting.proposal_id))),
            )
        )
