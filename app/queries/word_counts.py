"""Whether words can be in as many documents as they are said to be (``app.database.counting``)."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from sqlalchemy import select
from sqlmodel import Session, col

from app.database.counting import weight
from app.database.vocabulary import count_documents
from app.models import Translation
from app.models.translation import UNCOUNTED
from app.queries.indexed_texts import has_row
from app.search.document import SearchDocument
from app.search.expression import is_keyword, language_keyword
from app.search.languages import analysis_language

_ENOUGH = 20
"""Texts that were counted: what a few of them have may have come in with a correction."""
_HARDLY_ANY = 1 / 4
"""Of the texts that have a word, for the same reason."""

Word = tuple[str, str]
"""Its term, and the word itself."""


def list_undercounted(session: Session, most: int) -> Iterator[str]:
    """Languages of which fewer texts were counted than are in the index; ``most`` of these are looked at."""
    versions = (
        select(col(Translation.id), col(Translation.language))
        .where(col(Translation.indexed_with).not_in(("", UNCOUNTED)), has_row())
        .order_by(col(Translation.id).desc())
        .limit(most)
    )
    least: Counter[str] = Counter()
    for translation_id, tag in session.execute(versions):
        least[language_keyword(analysis_language(tag))] += weight(translation_id)
    counted = count_documents(session, least)
    for keyword in sorted(least):
        if counted.get(keyword, 0) < least[keyword]:
            yield f"{keyword[1:]}: {counted.get(keyword, 0)} texts are counted, and {least[keyword]} there"


class Sample:
    """Some language versions: how many that were counted have each word, and in how many it is said to be."""

    def __init__(self) -> None:
        self._having: dict[str, Counter[Word]] = defaultdict(Counter)
        self._weighing: dict[str, Counter[Word]] = defaultdict(Counter)
        self._counted: dict[Word, int] = {}

    def add(self, version: Translation, document: SearchDocument, counted: Mapping[Word, int]) -> None:
        """``counted``: of each of its words."""
        language = analysis_language(version.language)
        keyword = language_keyword(language)
        words = {(each.term, each.word) for each in document.spellings if not is_keyword(each.term)}
        documents = weight(version.id or 0)
        self._having[language].update(dict.fromkeys(words, 1 if documents else 0))
        self._weighing[language].update(dict.fromkeys(words, documents))
        self._counted.update({word: counted.get(word, 0) for word in (*words, (keyword, keyword))})

    def list_wrong(self) -> Iterator[str]:
        """Languages with words in more texts than there are, or in hardly any of those that have them."""
        for language, having in sorted(self._having.items()):
            texts = self._counted[language_keyword(language), language_keyword(language)]
            weighing = self._weighing[language]
            too_many = sum(self._counted[word] > texts for word in having)
            common = [word for word, versions in having.items() if versions >= _ENOUGH]
            too_few = sum(self._counted[word] < _HARDLY_ANY * weighing[word] for word in common)
            if too_many:
                yield f"{language}: {too_many} words are counted in more texts than there are"
            if too_few:
                yield f"{language}: {too_few} words of many texts are counted in hardly any"
