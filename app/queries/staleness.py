"""Language versions whose original has changed since they were made, and what of it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from app.models import Article, Staleness, Translation
from app.parallel.changes import Change
from app.parallel.outdated_segments import OutdatedSegment
from app.parallel.segments import Segment


def outdated_segments(session: Session, article_id: str, language: str) -> list[OutdatedSegment]:
    """In the original's order; none of a version that is current."""
    return list_outdated_segments(session, article_id).get(language, [])


def list_outdated_segments(session: Session, article_id: str) -> dict[str, list[OutdatedSegment]]:
    """By the tag of each version that is outdated."""
    query = (
        select(col(Translation.language), col(Staleness.changes))
        .join(Translation, col(Translation.id) == Staleness.translation_id)
        .where(col(Translation.article_id) == article_id)
    )
    return {language: read_changes(changes) for language, changes in session.execute(query)}


@dataclass(frozen=True, slots=True)
class OutdatedVersion:
    article_id: str
    source_language: str
    language: str
    segments: Sequence[OutdatedSegment]


def list_outdated_versions(session: Session) -> Iterator[OutdatedVersion]:
    """By article and language."""
    query = (
        select(
            col(Article.id), col(Article.source_language), col(Translation.language), col(Staleness.changes)
        )
        .join(Translation, col(Translation.article_id) == Article.id)
        .join(Staleness, col(Staleness.translation_id) == Translation.id)
        .order_by(col(Translation.article_id), col(Translation.language))
    )
    for article_id, source_language, language, changes in session.execute(query):
        yield OutdatedVersion(article_id, source_language, language, read_changes(changes))


def write_changes(segments: Sequence[OutdatedSegment]) -> str:
    """JSON with the texts: the earlier original's need not be read again."""
    rows = [
        {
            "old": each.change.old and astuple(each.change.old),
            "new": each.change.new and astuple(each.change.new),
            "target": [astuple(segment) for segment in each.target],
            **({"old_credit": each.change.old_credit} if each.change.old_credit else {}),
            **({"behind": each.change.behind} if each.change.behind else {}),
        }
        for each in segments
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def read_changes(stored: str) -> list[OutdatedSegment]:
    return [_outdated_segment(row) for row in json.loads(stored)]


def _outdated_segment(row: Mapping[str, Any]) -> OutdatedSegment:
    old, new = (Segment(*row[name]) if row[name] else None for name in ("old", "new"))
    return OutdatedSegment(
        Change(old, new, row.get("old_credit"), row.get("behind")),
        tuple(Segment(*each) for each in row["target"]),
    )
