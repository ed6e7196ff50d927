from collections.abc import Sequence
from itertools import chain, combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.language.canonical import canonical_ranges
from app.language.choosing import choose, rank
from app.language.ranges import parse_accept_language, write_accept_language
from tests.language.tags import headers

SITE = ["en", "de", "fr", "nl"]
RELATED = ["en", "en-GB", "de-AT", "de-CH", "zh-Hant", "zh-TW", "zh", "sr-Latn", "sr", "nb", "nn", "ru", "be"]


def canonical(header: str, languages: Sequence[str] = SITE) -> str:
    return write_accept_language(canonical_ranges(parse_accept_language(header), languages))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", "*"),
        ("$$", "*"),
        ("ja", "*"),
        ("en", "*"),
        ("en-GB,en;q=0.5", "*"),
        ("*", "*"),
        ("nl", "nl"),
        ("nl-BE", "nl"),
        ("nl-NL,nl;q=0.9,en-US;q=0.8,en;q=0.7", "nl"),
        ("fy, nl;q=0.3", "nl"),
        ("fr, *;q=0.1", "fr"),
        ("de-AT, fr;q=0.4, en;q=0.1", "de,fr;q=0.98"),
        ("fr;q=0.4, de;q=0.5", "de,fr;q=0.98"),
        ("nl, de, en, fr", "nl,de;q=0.98"),
        ("nl, de, fr", "nl,de;q=0.98,fr;q=0.96"),
        ("en, nl;q=0", "nl;q=0"),
        ("fr, nl;q=0, de-DE;q=0", "fr,nl;q=0"),
        ("en, *;q=0", "en,*;q=0"),
        ("en, nl;q=0, fr;q=0, de;q=0", "en,*;q=0"),
        ("*;q=0", "*;q=0"),
    ],
)
def test_many_headers_have_one_that_stands_for_them(header: str, expected: str) -> None:
    assert canonical(header) == expected


def test_what_is_tied_stays_tied() -> None:
    assert canonical("ja, DE;q=0.3, fr;q=0.1", ["en", "de-AT", "de-CH"]) == "de"


def test_a_refused_region_is_refused_beside_what_is_taken() -> None:
    assert canonical("zh;q=0, zh-Hant", ["en", "zh-TW", "zh-Hant-TW"]) == "zh-hant-tw,zh-tw;q=0"


def _subsets(languages: Sequence[str]) -> list[Sequence[str]]:
    return list(chain.from_iterable(combinations(languages, size) for size in range(1, len(languages) + 1)))


def _in_server_order(languages: Sequence[str], default: str, source: str) -> list[str]:
    return sorted(languages, key=lambda tag: (tag != default, tag != source, tag))


sites = st.lists(st.sampled_from([*SITE, *RELATED]), min_size=1, max_size=6, unique=True)
of_the_site = st.lists(
    st.builds(
        str.__add__, st.sampled_from([*SITE, *RELATED, "*", "ja"]), st.sampled_from(["", ";q=0", ";q=.5"])
    ),
    max_size=6,
).map(",".join)


@given(headers() | of_the_site, sites, st.data())
@example("en-GB,fr", ["en", "fr", "en-GB"], None)
def test_whatever_languages_an_article_has_the_canonical_header_chooses_the_same(
    header: str, site: list[str], data: st.DataObject | None
) -> None:
    source = data.draw(st.sampled_from(site)) if data else site[-1]
    ranges, stand_in = parse_accept_language(header), parse_accept_language(canonical(header, site))
    for subset in _subsets(site):
        available = _in_server_order(subset, site[0], source)
        choices = choose(ranges, available), choose(stand_in, available)
        assert len({choice and choice.language for choice in choices}) == 1, available


@given(headers() | of_the_site, sites)
def test_what_stands_for_a_header_stands_for_itself(header: str, site: list[str]) -> None:
    once = canonical(header, site)
    assert canonical(once, site) == once


@given(st.permutations(SITE), st.integers(0, 4), st.sampled_from(["", "ja", "tlh;q=0.9"]))
def test_on_a_site_of_unrelated_languages_the_order_alone_counts(
    languages: list[str], number: int, other: str
) -> None:
    header = ",".join(filter(None, [*languages[:number], other]))
    order = [one.language for one in rank(parse_accept_language(header), SITE)]
    weighted = [f"{tag}-XX;q=0.{9 - place}" for place, tag in enumerate(languages[:number])]
    assert canonical(header) == canonical(",".join(weighted))
    assert order == [one.language for one in rank(parse_accept_language(canonical(header)), SITE)]
