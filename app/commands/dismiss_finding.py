from datetime import datetime

from sqlmodel import col, select

from app.commands.purge import note_article
from app.database.session import WriteSession
from app.errors import Refusal
from app.models import Dismissal
from app.queries.alignments import find_article_of_finding


def dismiss_finding(session: WriteSession, finding: str, reason: str, now: datetime) -> str:
    """The id of its article. Raises Refusal where no article has that finding now."""
    article_id = find_article_of_finding(session, finding)
    if article_id is None:
        raise Refusal("no-such-finding", f"no article has the finding {finding!r} now")
    query = select(Dismissal).where(
        col(Dismissal.article_id) == article_id, col(Dismissal.finding) == finding
    )
    dismissal = session.exec(query).first()
    if dismissal is None:
        dismissal = Dismissal(article_id=article_id, finding=finding, reason=reason, dismissed_at=now)
    dismissal.reason, dismissal.dismissed_at = reason, now
    session.add(dismissal)
    note_article(session, article_id)
    return article_id
