"""Names that nobody knows yet, with the evidence for them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, func, or_, select
from sqlmodel import Session, col

from app.gazetteer.discovery.labels import choose_labels
from app.gazetteer.discovery.near_names import NEAR, nearness
from app.models import Article, Proposal, Revision, Scan, Sighting, Term, Translation
from app.models.proposal import PROPOSED

MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """A sighting, and the article and language of its text."""

    article_id: str
    language: str
    sighting: Sighting


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody known with a name like the proposed one."""

    person_id: str
    name: str
    nearness: float


@dataclass(slots=True)
class EvidencedProposal:
    proposal: Proposal
    seen: list[Seen] = field(default_factory=list)
    near: list[Near] = field(default_factory=list)

    @property
    def labels(self) -> dict[str, str]:
        written: dict[str, Counter[str]] = defaultdict(Counter)
        for seen in self.seen:
            if seen.sighting.reason == "agreement":
                written[seen.language][seen.sighting.surface] += 1
        return choose_labels(written)

    @property
    def articles(self) -> list[str]:
        return list(dict.fromkeys(seen.article_id for seen in self.seen))

    @property
    def roles(self) -> list[str]:
        return sorted({seen.sighting.role for seen in self.seen if seen.sighting.role})


def find_proposal(session: Session, proposal_id: int) -> EvidencedProposal | None:
    proposal = session.get(Proposal, proposal_id)
    return _evidenced(session, [proposal])[0] if proposal else None


def list_proposals(
    session: Session, kinds: Collection[str], *, article_id: str | None = None, limit: int
) -> Sequence[EvidencedProposal]:
    """Those seen in most articles first, then in most languages, then most often."""
    strength = (
        func.count(col(Translation.article_id).distinct()),
        func.count(col(Translation.language).distinct()),
        func.count(col(Sighting.role)),
        func.count(),
    )
    query = (
        select(Proposal)
        .join(Sighting, col(Sighting.proposal_id) == Proposal.id)
        .join(Revision, col(Revision.id) == Sighting.revision_id)
        .join(Translation, col(Translation.id) == Revision.translation_id)
        .where(col(Proposal.status) == PROPOSED, col(Proposal.kind).in_(kinds))
        .group_by(col(Proposal.id))
        .order_by(*(each.desc() for each in strength), col(Proposal.key))
        .limit(limit)
    )
    if article_id is not None:
        seen = (
            select(col(Sighting.proposal_id))
            .join(Revision, col(Revision.id) == Sighting.revision_id)
            .join(Translation, col(Translation.id) == Revision.translation_id)
            .where(col(Translation.article_id) == article_id)
        )
        query = query.where(col(Proposal.id).in_(seen))
    return _evidenced(session, session.execute(query).scalars().all())


def list_unscanned_articles(session: Session, program: str, limit: int) -> Sequence[str]:
    query = select(col(Article.id)).where(~_is_scanned(program)).order_by(col(Article.id)).limit(limit)
    return session.execute(query).scalars().all()


def count_unscanned_articles(session: Session, program: str) -> int:
    query = select(func.count()).select_from(Article).where(~_is_scanned(program))
    return int(session.execute(query).scalar_one())


def _is_scanned(program: str) -> ColumnElement[bool]:
    return select(1).where(col(Scan.article_id) == Article.id, col(Scan.program) == program).exists()


def _evidenced(session: Session, proposals: Sequence[Proposal]) -> list[EvidencedProposal]:
    found = {proposal.id: EvidencedProposal(proposal) for proposal in proposals}
    query = (
        select(col(Translation.article_id), col(Translation.language), Sighting)
        .join(Revision, col(Revision.id) == Sighting.revision_id)
        .join(Translation, col(Translation.id) == Revision.translation_id)
        .where(col(Sighting.proposal_id).in_(found))
        .order_by(col(Translation.article_id), col(Translation.language), col(Sighting.id))
    )
    for article_id, language, sighting in session.execute(query):
        found[sighting.proposal_id].seen.append(Seen(article_id, language, sighting))
    _add_near(session, list(found.values()))
    return list(found.values())


def _add_near(session: Session, proposals: Sequence[EvidencedProposal]) -> None:
    """One reading of all persons' names, for those that share a word with any of the proposals."""
    labels = {id(each): set(each.labels.values()) for each in proposals}
    words = {word for texts in labels.values() for text in texts for word in text.split() if len(word) > 1}
    if not words:
        return
    query = select(col(Term.person_id), col(Term.text)).where(
        col(Term.person_id).is_not(None),
        col(Term.kind).in_(("label", "alias", "misspelling")),
        or_(*(col(Term.text).contains(word, autoescape=True) for word in sorted(words))),
    )
    known = session.execute(query.distinct()).all()
    for each in proposals:
        best: dict[str, Near] = {}
        for person_id, text in known:
            near = max((nearness(label, text) for label in labels[id(each)]), default=0.0)
            if near >= NEAR and (person_id not in best or near > best[person_id].nearness):
                best[person_id] = Near(person_id, text, round(near, 3))
        each.near = sorted(best.values(), key=lambda near: (-near.nearness, near.person_id))[:MOST_NEAR]
