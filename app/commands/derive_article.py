"""Makes anew what is derived from the texts of an article and from whom they name."""

from app.commands.index_article import index_article
from app.commands.propose_names import propose_names
from app.commands.render_article import render_article
from app.database.session import WriteSession


def derive_article(session: WriteSession, article_id: str) -> None:
    """Once its mentions are stored, and what of it is outdated; alignments are not of a transaction."""
    propose_names(session, article_id)
    render_article(session, article_id)
    index_article(session, article_id)
