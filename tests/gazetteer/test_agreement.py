"""How well countries and capitals are found in news, by names that the loaders brought.

The rules were made with these texts at hand, so the figures are no promise for others.
"""

from collections.abc import Iterable, Iterator

import pytest
from sqlmodel import Session

from app.database.engine import Database
from app.gazetteer.names import COUNTRIES
from app.gazetteer.recognise import Found
from app.queries.names import Names
from app.settings import Settings
from tests.gazetteer.corpus import NTREX, kept_lines
from tests.gazetteer.cross_checking import cross_check, presences
from tests.gazetteer.measuring import agreement_by, compare, language, script, table
from tests.gazetteer.mentions import Gold, Kind, Mention, gold

pytestmark = pytest.mark.skipif(not NTREX.is_dir(), reason=f"the corpus is not at {NTREX}")

PRECISION = 0.95
RECALL = 0.9
IN_OTHER_LANGUAGES = 0.9


@pytest.fixture(scope="module")
def marked() -> Gold:
    return gold()


@pytest.fixture(scope="module")
def found(full_database_url: str, marked: Gold) -> list[Mention]:
    capitals = {mention.id.partition(", ")[2]: mention.id for mention in marked.mentions}
    texts = sorted(marked.read, key=lambda text: (text[1], text[0]))
    database = Database(Settings(database_url=full_database_url))
    try:
        with database.read() as session:
            return list(_recognise(session, texts, capitals))
    finally:
        database.close()


def _recognise(
    session: Session, texts: Iterable[tuple[str, str]], capitals: dict[str, str]
) -> Iterator[Mention]:
    names = Names()
    for document, tag in texts:
        lines = [(str(number), line) for number, line in enumerate(kept_lines(document, tag), 1)]
        for each in names.recognise(session, lines, tag).found:
            if place := _id(each, capitals):
                kind: Kind = "demonym" if each.evidence == "demonym" else "name"
                yield Mention(document, tag, int(each.key), each.start, each.end, each.surface, place, kind)


def _id(found: Found, capitals: dict[str, str]) -> str:
    """As the gold writes it; empty for what is neither a country nor a capital."""
    country = found.referent.country or ""
    if found.referent.kind in COUNTRIES:
        return country
    return capitals.get(country, f"{found.name}, {country}") if found.referent.is_capital else ""


@pytest.mark.parametrize("by", [script, language])
def test_what_is_found_is_what_a_reader_marked(by: object, marked: Gold, found: list[Mention]) -> None:
    assert callable(by)
    figures = agreement_by(by, compare(marked.mentions, found, ["name"]))
    lacking = {
        name: each for name, each in figures.items() if each.precision < PRECISION or each.recall < RECALL
    }
    assert not lacking, table(figures)


def test_demonyms_are_found_where_they_are_listed(marked: Gold, found: list[Mention]) -> None:
    """In the five languages that demonyms are loaded in."""
    languages = {"nl", "en", "de", "fr", "es"}
    figures = agreement_by(
        language,
        compare(
            [each for each in marked.mentions if each.language in languages],
            [each for each in found if each.language in languages],
        ),
    )
    lacking = {
        name: each for name, each in figures.items() if each.precision < PRECISION or each.recall < RECALL
    }
    assert not lacking, table(figures)


def test_a_country_found_in_one_language_is_found_in_the_others(marked: Gold, found: list[Mention]) -> None:
    documents = _read_alike(marked)
    languages = {tag for _, tag in marked.read}
    seen = [each for each in found if each.document in documents]
    share = cross_check(seen, languages, "document")
    lacking = [
        f"{one.document} {one.country}: not in {sorted(one.absent_from)}"
        for one in presences(seen, languages, "document")
        if one.absent_from
    ]
    assert share >= IN_OTHER_LANGUAGES, f"{share:.3f}\n" + "\n".join(lacking)


def _read_alike(marked: Gold) -> set[str]:
    """The documents that were read in every language."""
    languages = {tag for _, tag in marked.read}
    documents = {document for document, _ in marked.read}
    return {one for one in documents if {(one, tag) for tag in languages} <= marked.read}
