"""The two ways to the database. What reads cannot write: the connection itself refuses.

Work is routed by what it is for, not statement by statement: a writer reads its own rows in its
own transaction.
"""

from math import inf

from sqlmodel import Session


class ReadSession(Session):
    """One snapshot of the database, on a connection that refuses writes.

    ``deadline``, on the monotonic clock: of a search (``app.database.searching``).
    """

    deadline = inf


class WriteSession(Session):
    """One transaction that commits whole or not at all, while all other writers wait.

    ``has_caches``: whether changes are noted for caches to be told of them.
    """

    has_caches = False
