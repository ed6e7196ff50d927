"""The same searches on both databases."""

import pytest

from app.database.engine import Database
from app.database.fulltext import ANY_LANGUAGE, Query, find, rank
from app.search.expression import AllOf, AnyOf, Expression, Phrase, Without, phrase, place_keyword

BAGHDAD = Phrase((place_keyword("baghdad"),))


def words(text: str, language: str) -> Expression:
    found = phrase(text, language)
    assert found is not None
    return found


SEARCHES: list[tuple[Query, list[str]]] = [
    ({"nl": words("wederopbouw", "nl")}, ["nl"]),
    ({"en": words("coalitions", "en")}, ["en"]),
    ({"en": words("military advisors and trainers", "en")}, ["en"]),
    ({"en": words("trainers and advisors", "en")}, []),
    ({"nl": words("zandbak", "nl")}, []),
    ({ANY_LANGUAGE: BAGHDAD}, ["en", "nl"]),
    ({"nl": BAGHDAD, "fr": BAGHDAD}, ["nl"]),
    ({"nl": AllOf((BAGHDAD, words("ottawa", "nl")))}, ["nl"]),
    ({"nl": AnyOf((words("zandbak", "nl"), BAGHDAD)), "en": words("ottawa", "en")}, ["en", "nl"]),
    ({"nl": Without(BAGHDAD, words("ottawa", "nl"))}, []),
    ({"nl": Without(BAGHDAD, words("ottawa bagdad", "nl"))}, ["nl"]),
]


@pytest.mark.usefixtures("ottawa")
def test_the_real_pair_is_found_by_what_it_says(database: Database) -> None:
    with database.read() as session:
        for query, languages in SEARCHES:
            hits = find(session, query, limit=10)
            assert sorted(hit.language for hit in hits) == languages, query
            assert len(rank(session, query, hits)) == len(languages), query
