import timeit

import pytest
from hypothesis import given

from app.language.ranges import MAXIMUM_HEADER_LENGTH, MAXIMUM_RANGES, LanguageRange, parse_accept_language
from app.language.tag import MAXIMUM_LENGTH
from tests.language.tags import any_text, headers


def parsed(header: str) -> list[tuple[str, int]]:
    return [
        (language_range.range, language_range.quality) for language_range in parse_accept_language(header)
    ]


def test_ranges_keep_the_order_of_the_header_and_their_weights() -> None:
    assert parsed("da, en-GB;q=0.8, en;q=0.7, *;q=0.1") == [
        ("da", 1000),
        ("en-gb", 800),
        ("en", 700),
        ("*", 100),
    ]


@pytest.mark.parametrize(
    "header", ["", " ", ",", ",,,", "$$", ";q=1", "en_GB", "en--GB", "e2", "123", "en;q=abc"]
)
def test_nothing_usable_is_no_range(header: str) -> None:
    assert parsed(header) == []


def test_empty_elements_and_white_space_are_ignored() -> None:
    assert parsed(",en,,\t fr \t; \tq=0.5 ,") == [("en", 1000), ("fr", 500)]


@pytest.mark.parametrize(
    "broken", ["en_GB", "verylongprimary", "en-verylongsubtag", "(en)", "en|nl", "e n", "ﬁ", "\u212a"]
)
def test_a_malformed_element_is_dropped_alone(broken: str) -> None:
    assert parsed(f"da, {broken};q=0.9, fr;q=0.1") == [("da", 1000), ("fr", 100)]


@pytest.mark.parametrize(
    "language_range", ["a", "abcdefgh", "zh-hant-tw", "de-1996", "i-klingon", "x-house", "*"]
)
def test_a_range_need_not_be_a_tag(language_range: str) -> None:
    assert parsed(language_range) == [(language_range, 1000)]


def test_case_does_not_matter() -> None:
    assert parsed("EN-us;Q=0.5") == [("en-us", 500)]


@pytest.mark.parametrize(
    ("weight", "thousandths"),
    [("0", 0), ("0.", 0), ("0.000", 0), ("1", 1000), ("1.", 1000), ("1.000", 1000), ("0.5", 500),
     ("0.25", 250), ("0.001", 1), ("0.999", 999)],
)  # fmt: skip
def test_a_qvalue_is_read_in_thousandths(weight: str, thousandths: int) -> None:
    assert parsed(f"en;q={weight}") == [("en", thousandths)]


@pytest.mark.parametrize(
    ("weight", "thousandths"),
    [("0.12345", 123), ("0.9999", 999), ("0.30000000000000004", 300), ("0.0000", 0), ("1.0000", 1000)],
)
def test_decimals_after_the_third_are_cut(weight: str, thousandths: int) -> None:
    assert parsed(f"en;q={weight}") == [("en", thousandths)]


def test_what_is_above_zero_is_not_cut_to_zero() -> None:
    assert parsed("en;q=0.0001, fr;q=0.0000") == [("en", 1), ("fr", 0)]


@pytest.mark.parametrize(
    "weight",
    ["-0.5", "-0", "+1", "abc", "", ".", "1e-1", "0x1", "0.5.1", '"0.5"', "½", "٠",
     ".5", "1.5", "1.001", "7", "01.0", "00.5"],
)  # fmt: skip
def test_a_weight_that_is_no_qvalue_drops_its_element(weight: str) -> None:
    assert parsed(f"en;q={weight}, fr;q=0.1") == [("fr", 100)]


def test_other_parameters_are_ignored() -> None:
    assert parsed("en;level=1;q=0.5;x, fr;0.9") == [("en", 500), ("fr", 1000)]


def test_a_quoted_string_may_hold_commas_and_escaped_quotes() -> None:
    assert parsed(r'en;x="a, nl, \" de";q=0.5, fr') == [("en", 500), ("fr", 1000)]


def test_a_quoted_string_that_never_ends_costs_only_its_own_element() -> None:
    assert parsed('en;x="a, fr') == [("en", 1000), ("fr", 1000)]


def test_of_a_range_that_is_there_twice_the_highest_weight_counts_at_the_first_place() -> None:
    assert parsed("en;q=0.5, fr, EN;q=0.9") == [("en", 900), ("fr", 1000)]


@pytest.mark.parametrize("header", ["en;q=0, en", "en, en;q=0", "en;q=0.3, en;q=0, en;q=1"])
def test_a_range_that_is_refused_anywhere_is_refused(header: str) -> None:
    assert parsed(header) == [("en", 0)]


@pytest.mark.parametrize(
    ("extended", "basic"),
    [("*-CH", "*"), ("*-*", "*"), ("de-*-DE", "de-de"), ("de-*", "de"), ("zh-*-*-tw", "zh-tw")],
)
def test_an_extended_range_is_read_as_the_basic_one(extended: str, basic: str) -> None:
    assert parsed(extended) == [(basic, 1000)]


def test_a_tag_of_64_characters_is_read_and_a_longer_one_is_not() -> None:
    longest = "en" + "-abcdefgh" * 6 + "-abcdefg"
    assert len(longest) == MAXIMUM_LENGTH
    assert parsed(f"{longest}, {longest}h, fr") == [(longest, 1000), ("fr", 1000)]


def test_no_more_than_fifty_ranges_are_read() -> None:
    header = ",".join(f"{first}{second}" for first in "abcdefgh" for second in "abcdefgh")
    assert len(parsed(header)) == MAXIMUM_RANGES


def test_a_long_header_is_cut_between_two_ranges() -> None:
    filler = "$," * (MAXIMUM_HEADER_LENGTH // 2 - 3)
    assert parsed(f"{filler}en,fr-CA,de") == [("en", 1000)]


def test_a_long_header_without_a_comma_is_not_read() -> None:
    assert parsed("en" + " " * MAXIMUM_HEADER_LENGTH) == []


@pytest.mark.parametrize(
    "piece",
    [
        ",",
        "a,",
        "$,",
        "en;q=0.5,",
        '"',
        '\\"',
        '"\\',
        '",',
        "*-",
        "-*",
        ";",
        "en;",
        "=",
        " ",
        "\t,",
        "0",
        "a-a,",
    ],
)
@pytest.mark.parametrize("beginning", ["", '"', "en;q=", "en;q=0.", '",'])
def test_a_hostile_header_costs_little(beginning: str, piece: str) -> None:
    endless = (beginning + piece * 65_536)[:65_536]
    just_within = (beginning + piece * 4_096)[: MAXIMUM_HEADER_LENGTH - 1] + ","
    # A search that grows with the square of the length takes seconds; one that does not, milliseconds.
    assert seconds(endless) < 0.25
    assert seconds(just_within) < 0.25


def seconds(header: str) -> float:
    """The fastest of three, since the machine may be busy with something else."""
    return min(timeit.repeat(lambda: parse_accept_language(header), number=1, repeat=3))


@given(any_text() | headers())
def test_any_text_gives_ranges_that_are_in_form(header: str) -> None:
    ranges = parse_accept_language(header)
    names = [language_range.range for language_range in ranges]
    assert len(set(names)) == len(names) <= MAXIMUM_RANGES
    assert all(0 <= language_range.quality <= 1000 for language_range in ranges)
    assert all(name == name.lower() and (name == "*" or "*" not in name) for name in names)


@given(headers())
def test_what_was_read_reads_the_same_when_written_again(header: str) -> None:
    ranges = parse_accept_language(header)
    written = ", ".join(f"{one.range};q={one.quality / 1000:.3f}" for one in ranges)
    assert parse_accept_language(written) == ranges


def test_a_range_is_a_value() -> None:
    assert parse_accept_language("en;q=0.5") == (LanguageRange("en", 500),)
