"""Whether a search finds anything by some terms now; words stay known when texts are withheld or go."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from app.database import fulltext
from app.search.expression import Phrase, is_keyword
from app.search.languages import analysis_language
from app.search.row_number import first_number, second_of


def is_found(session: Session, term: str, languages: Sequence[str], now: datetime) -> bool:
    """``languages`` are the site's, by tag."""
    of_term = languages if is_keyword(term) else [term.partition(":")[0]]
    query = {analysis_language(tag): Phrase((term,)) for tag in of_term}
    return bool(fulltext.find(session, query, limit=1, before=first_number(second_of(now) + 1)))
