"""How long a cache may keep an answer (RFC 9111 section 5.2.2, RFC 5861)."""

from datetime import timedelta

from app.settings import Settings


def cache_control(settings: Settings, changes_in: timedelta | None) -> str:
    """``changes_in`` is when the answer will be another one by itself: nothing may outlive that."""
    fresh, stale = settings.max_age, settings.stale_while_revalidate
    if changes_in is not None:
        left = max(int(changes_in.total_seconds()), 0)
        fresh = min(fresh, left)
        stale = min(stale, left - fresh)
    if not fresh and not stale:
        return "no-cache"
    return f"max-age={fresh}" + (f", stale-while-revalidate={stale}" if stale else "")


def longest_lifetime(settings: Settings) -> timedelta:
    return timedelta(seconds=settings.max_age + settings.stale_while_revalidate)
