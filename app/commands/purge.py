"""Tells the caches in front what has changed.

A change notes in its own transaction which answers it makes stale, so that none is forgotten whatever
happens to the program; once that is stored, it is told. A second later it is told again, because a cache that
was just receiving an answer of before the change has kept it, and only then is the note deleted.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete
from sqlmodel import col, select

from app.database.engine import Database
from app.database.session import WriteSession
from app.errors import CacheUnreachable
from app.models import Purge
from app.models.purge import EVERYTHING, SITE, article_tag

SETTLED = timedelta(seconds=1)
_MOST_TAGS = 50
_SECONDS = 5.0


def note_article(session: WriteSession, article_id: str) -> None:
    """For the article in all its languages, and all that lists articles or their languages."""
    _note(session, article_tag(article_id), SITE)


def note_names(session: WriteSession) -> None:
    """For people and places: any article may show them."""
    _note(session, EVERYTHING)


def _note(session: WriteSession, *tags: str) -> None:
    if session.has_caches:
        now = datetime.now(UTC)
        session.add_all(Purge(tag=tag, created_at=now) for tag in tags)


def tell_caches(database: Database) -> bool:
    """Whether something has to be told once more. Raises CacheUnreachable, and then nothing is forgotten."""
    noted = _noted(database) if database.caches else []
    if not noted:
        return False
    settled_before = datetime.now(UTC) - SETTLED
    for cache in database.caches:
        _tell(cache, {purge.tag for purge in noted})
    settled = [purge.id for purge in noted if purge.created_at <= settled_before]
    if settled:
        with database.write() as session:
            # SQLite may have given the id of a note that another command deleted to a newer one.
            is_older = col(Purge.created_at) <= settled_before
            session.execute(delete(Purge).where(col(Purge.id).in_(settled), is_older))
    return len(settled) < len(noted)


def _noted(database: Database) -> Sequence[Purge]:
    with database.read() as session:
        return session.exec(select(Purge)).all()


def _tell(cache: str, tags: set[str]) -> None:
    import httpx  # noqa: PLC0415  # slow to import, and most sites have no cache

    wanted: Iterable[str] = [EVERYTHING] if EVERYTHING in tags or len(tags) > _MOST_TAGS else sorted(tags)
    try:
        with httpx.Client(timeout=_SECONDS, trust_env=False) as client:
            for tag in wanted:
                client.request("BAN", cache, headers={"Cache-Tag": tag}).raise_for_status()
    except httpx.HTTPError as error:
        raise CacheUnreachable(f"{cache} was not told what has changed: {error}") from error
