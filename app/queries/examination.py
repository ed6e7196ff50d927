"""What a database should never come to."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlmodel import Session, col

from app.database import fulltext
from app.database.condition import count_broken_references, find_damage
from app.database.session import WriteSession
from app.models import Article, Translation
from app.queries.indexed_texts import is_missing, is_superfluous

REBUILD = "dragoman reindex --rebuild"
RESTORE = "restore a backup"


@dataclass(frozen=True, slots=True)
class Examined:
    """``wrong`` says what is, nothing if all is well; ``repair`` what helps then."""

    name: str
    wrong: str
    repair: str


def examine(session: WriteSession) -> Iterator[Examined]:
    """Other writers wait meanwhile: FTS5 takes its check for a write."""
    yield Examined("database", "; ".join(find_damage(session)), RESTORE)
    broken = count_broken_references(session)
    yield Examined("references", f"{broken} rows refer to rows that are not there" if broken else "", RESTORE)
    drifted = fulltext.is_drifted(session)
    yield Examined("full text", "the index and its table differ" if drifted else "", REBUILD)
    unlike = _count_unlike(session)
    yield Examined("indexed versions", f"{unlike} are not as articles have them" if unlike else "", REBUILD)


def _count_unlike(session: Session) -> int:
    query = (
        select(func.count())
        .select_from(Translation)
        .join(Article, col(Article.id) == Translation.article_id)
        .where(or_(is_missing(), is_superfluous()))
    )
    return int(session.execute(query).scalar_one())
