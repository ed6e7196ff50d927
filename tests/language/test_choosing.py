from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.choosing import Choice, Match, choose, grade, rank
from app.language.distance import BY_CLDR, Nearness
from app.language.ranges import parse_accept_language
from app.language.tag import canonicalize
from tests.language.tags import any_text, headers

AVAILABLE = [
    "en",
    "en-GB",
    "de",
    "de-CH-1996",
    "zh",
    "zh-TW",
    "zh-Hant",
    "sr-Latn",
    "sr-Cyrl",
    "he",
    "nl",
    "kk-Arab",
    "nb",
    "es-419",
    "pt-PT",
    "ru",
]


def chosen(header: str, *available: str, strict: bool = False) -> str | None:
    choice = choose(parse_accept_language(header), available, strict=strict)
    return choice.language if choice else None


@pytest.mark.parametrize(
    ("header", "available", "expected"),
    [
        ("", "en fr", "en"),
        (",,", "en fr", "en"),
        ("$$", "en fr", "en"),
        ("en-GB", "en-US fr", "en-US"),
        ("en-US, en;q=0.8", "en-GB es", "en-GB"),
        ("zh-TW", "zh-Hans zh-Hant", "zh-Hant"),
        ("zh-HK", "zh-Hans zh-Hant", "zh-Hant"),
        ("zh-TW", "zh-CN zh-TW", "zh-TW"),
        ("zh-HK", "zh-CN zh-TW", "zh-TW"),
        ("zh-TW", "zh", "zh"),
        ("zh-TW", "en zh", "zh"),
        ("zh", "zh-TW", "zh-TW"),
        ("zh", "en zh-TW", "zh-TW"),
        ("no", "nb en", "nb"),
        ("no", "en nb", "nb"),
        ("nb", "no en", "no"),
        ("nb", "en no", "no"),
        ("nn", "nb en", "nb"),
        ("nn", "en nb", "nb"),
        ("nn", "no en", "no"),
        ("sh", "sr-Latn sr-Cyrl en", "sr-Latn"),
        ("sh", "sr-Cyrl sr-Latn en", "sr-Latn"),
        ("iw", "en he", "he"),
        ("mo", "en ro", "ro"),
        ("tl", "en fil", "fil"),
        ("in", "en id", "id"),
        ("ji", "en yi", "yi"),
        ("cmn-Hans", "en zh", "zh"),
        ("i-klingon", "en tlh", "tlh"),
        ("es-MX", "es es-419", "es-419"),
        ("es-ES", "es-419 en", "es-419"),
        ("es-ES", "en es-419", "es-419"),
        ("pt", "pt-PT pt-BR", "pt-BR"),
        ("pt-AO", "pt-PT pt-BR", "pt-PT"),
        ("pt-AO", "pt-BR pt-PT", "pt-PT"),
        ("sr-ME", "sr-Cyrl sr-Latn", "sr-Latn"),
        ("en, nl;q=0", "nl fr", "fr"),
        ("en, nl;q=0", "nl", None),
        ("*;q=0", "en", None),
        ("en, *;q=0", "fr de", None),
        ("*, en;q=0", "en-US fr", "fr"),
        ("en;q=0, en-GB", "en-US en-GB", "en-GB"),
        ("de-AT, de;q=0.1, fr;q=0.9", "de fr", "fr"),
        ("de-AT, fr", "de fr", "de"),
        ("de-AT, fr", "fr de", "de"),
        ("uk", "ru en", "ru"),
        ("uk", "en ru", "en"),
        ("hr", "sr-Latn en", "sr-Latn"),
        ("hr", "en sr-Latn", "en"),
        ("en;q=1.5", "en fr", "en"),
        ("en;q=0.12345", "en fr", "en"),
        ("en;q=.5", "en fr", "en"),
        ("en;q=abc, fr;q=0.1", "en fr", "fr"),
        ("fr;q=0.12344, en;q=0.12345, de;q=0.124", "fr en de", "de"),
        ("en_GB", "en-GB fr", "en-GB"),
        ("en_GB", "fr en-GB", "fr"),
        ("aa, ab, af, am, ar, as, az, be, bg, bn, fi", "en fi", "fi"),
    ],
)
def test_the_language_chosen(header: str, available: str, expected: str | None) -> None:
    assert chosen(header, *available.split()) == expected


@pytest.mark.parametrize(
    ("header", "available"), [("uk", "ru en"), ("hr", "sr-Latn en"), ("en_GB", "en-GB fr")]
)
def test_what_the_server_would_serve_anyway_is_not_passed_off_as_asked_for(
    header: str, available: str
) -> None:
    choice = choose(parse_accept_language(header), available.split())
    assert choice is not None
    assert choice.match is Match.DEFAULT


@pytest.mark.parametrize(
    ("header", "available", "expected"),
    [
        ("EN-gb", "en en-GB", Choice("en-GB", Match.EXACT, "en-gb")),
        ("iw", "en he", Choice("he", Match.EXACT, "iw")),
        ("en-Latn", "nl en", Choice("en", Match.EXACT, "en-latn")),
        ("de-u-co-phonebk", "en de", Choice("de", Match.EXACT, "de-u-co-phonebk")),
        ("de", "en de-CH", Choice("de-CH", Match.NEAR, "de")),
        ("zh-Hant", "en zh-TW", Choice("zh-TW", Match.NEAR, "zh-hant")),
        ("zh-TW", "en zh-Hant-TW", Choice("zh-Hant-TW", Match.NEAR, "zh-tw")),
        ("de-CH-1996", "en de de-CH", Choice("de-CH", Match.PARENT, "de-ch-1996")),
        ("zh-TW", "en zh zh-Hant", Choice("zh-Hant", Match.PARENT, "zh-tw")),
        ("en-AU", "en en-001", Choice("en-001", Match.PARENT, "en-au")),
        ("en-GB", "fr en-US", Choice("en-US", Match.NEAR, "en-gb")),
        ("be", "en ru", Choice("ru", Match.NEAR, "be")),
        ("be;q=0.5, fr;q=0.1", "en ru", Choice("ru", Match.NEAR, "be")),
        ("fr, *;q=0.1", "en de", Choice("en", Match.WILDCARD, "*")),
        ("fr", "en de", Choice("en", Match.DEFAULT, None)),
    ],
)
def test_the_choice_says_how_it_answers_which_range(header: str, available: str, expected: Choice) -> None:
    assert choose(parse_accept_language(header), available.split()) == expected


def test_the_quality_decides_before_the_place_in_the_header() -> None:
    assert chosen("nl;q=0.8, fr;q=0.9", "nl", "fr") == "fr"


def test_of_one_quality_the_earlier_range_wins() -> None:
    assert chosen("fr, nl", "nl", "fr") == "fr"


def test_of_what_one_range_covers_the_exact_comes_first_then_the_server_s_order() -> None:
    ranking = rank(parse_accept_language("de"), ["de-CH", "de-AT", "de"])
    assert [choice.language for choice in ranking] == ["de", "de-CH", "de-AT"]


def test_what_a_range_covers_comes_before_what_it_is_cut_down_to() -> None:
    assert chosen("de-CH", "de", "de-CH-1996") == "de-CH-1996"


def test_a_range_is_not_cut_down_to_a_language_the_client_named_with_less_weight() -> None:
    assert chosen("de-AT, de;q=0.1, fr;q=0.2", "de", "fr") == "fr"


def test_a_refused_language_is_not_reached_by_cutting_down() -> None:
    assert chosen("de-AT, de;q=0", "de", "fr") == "fr"


def test_a_refused_region_does_not_take_the_language_with_it() -> None:
    assert chosen("de-AT;q=0, de", "de-AT", "de-CH", "de") == "de"


def test_a_refused_region_is_no_wish_for_the_language() -> None:
    assert chosen("de-AT;q=0", "en", "de") == "en"


def test_of_several_ranges_cut_down_to_one_language_the_best_counts() -> None:
    assert chosen("de-AT;q=0.3, de-CH;q=0.9, fr;q=0.5", "fr", "de") == "de"


def test_a_script_the_client_wrote_counts_before_one_it_implied() -> None:
    assert chosen("zh;q=0.9, zh-Hans;q=0.1, fr;q=0.5", "zh-Hans", "fr") == "fr"


def test_every_spelling_of_a_refused_language_is_refused() -> None:
    assert chosen("iw;q=0", "he", "en") == "en"
    assert chosen("zh-Hant;q=0", "zh-TW", "zh-CN") == "zh-CN"
    assert chosen("sh;q=0", "sr-Latn-RS", "sr-Cyrl") == "sr-Cyrl"


def test_refusing_the_usual_script_does_not_refuse_another() -> None:
    assert chosen("kk-Cyrl;q=0, kk-Arab;q=0.5", "kk", "kk-Arab") == "kk-Arab"


def test_refusing_an_extension_does_not_refuse_the_language() -> None:
    assert chosen("de-u-co-phonebk;q=0", "de", "en") == "de"
    assert chosen("de-u-co-phonebk;q=0", "de-u-co-phonebk", "en") == "en"


def test_two_spellings_of_one_language_count_as_one_range() -> None:
    assert chosen("iw, he;q=0", "he", "en") == "en"
    assert chosen("iw;q=0.5, en;q=0.7, he;q=0.9", "en", "he") == "he"


def test_a_refusal_is_not_argued_away_by_a_likely_script() -> None:
    assert chosen("zh;q=0, zh-Hant", "zh-TW", "en") == "en"
    assert chosen("zh;q=0, zh-Hant", "zh-Hant-TW", "en") == "zh-Hant-TW"


def test_a_reader_of_one_language_is_not_always_a_reader_of_the_other() -> None:
    assert chosen("be", "en", "ru") == "ru"
    assert chosen("ru", "en", "be") == "en"


def test_a_script_is_not_cut_off_to_reach_a_text_in_another() -> None:
    assert chosen("zh-Hant", "en", "zh") == "en"
    assert chosen("uz-Cyrl", "en", "uz") == "en"


def test_what_only_filtering_or_lookup_finds_comes_after_what_cldr_finds() -> None:
    assert chosen("zh-TW, ja", "zh", "ja") == "ja"
    assert chosen("zh, ja", "zh-TW", "ja") == "ja"


def test_a_language_named_last_comes_before_a_guess() -> None:
    assert chosen("af, ar, he, ko, th, vi, ja", "en", "ja") == "ja"


def test_an_earlier_region_comes_before_a_later_language() -> None:
    assert chosen("pt-PT, fr", "fr", "pt-BR") == "pt-BR"


def test_no_better_weight_is_inferred_from_a_near_range() -> None:
    assert chosen("en-GB, en-US;q=0.1, fr;q=0.5", "en-US", "fr") == "fr"


@pytest.mark.parametrize(
    ("header", "ranking"),
    [
        ("es-MX", "es-419 es-AR es es-PT"),
        ("en-AU", "en-GB en-001 en-NZ en-US"),
        ("de-LI", "de de-AT"),
        ("fr-SN", "fr-FR fr-CA"),
        ("ja-JP", "ja-JP ja"),
        ("zh-MO", "zh-HK zh-TW zh"),
    ],
)
def test_the_regions_of_a_language_from_the_nearest_to_the_farthest(header: str, ranking: str) -> None:
    available = sorted(ranking.split())
    assert [one.language for one in rank(parse_accept_language(header), available)] == ranking.split()


def test_a_pseudo_locale_is_served_only_to_those_who_name_it() -> None:
    assert chosen("en", "fr", "en-XA") == "fr"
    assert chosen("en-XA", "fr", "en-XA", "en") == "en-XA"


def test_no_language_is_not_english() -> None:
    assert chosen("und", "fr", "en") == "fr"


def test_a_lower_cut_off_leaves_out_the_guesses() -> None:
    same_language = Nearness(cut_off=10)
    ranges = parse_accept_language("be, en-GB")
    assert [one.match for one in rank(ranges, ["ru", "en-US"], nearness=same_language)] == [
        Match.NEAR,
        Match.DEFAULT,
    ]


def test_a_pair_of_languages_can_be_forbidden() -> None:
    without_russian = Nearness(forbidden=frozenset({("be", "ru")}))
    for nearness, expected in ((without_russian, "en"), (BY_CLDR, "ru")):
        choice = choose(parse_accept_language("be"), ["en", "ru"], nearness=nearness)
        assert choice is not None
        assert choice.language == expected


def test_a_script_that_can_be_deciphered_can_be_favored() -> None:
    choice = choose(parse_accept_language("ru"), ["en", "uk"], nearness=Nearness(favors_script=True))
    assert choice == Choice("uk", Match.NEAR, "ru")


def test_a_wildcard_comes_after_everything_named() -> None:
    assert chosen("*, nl;q=0.1", "en", "nl") == "nl"


def test_a_refusing_wildcard_leaves_what_a_named_range_reaches() -> None:
    assert chosen("en-GB, *;q=0", "fr", "en") == "en"


def test_a_refusing_wildcard_refuses_what_is_only_near() -> None:
    assert chosen("en-GB, *;q=0", "en-US") is None
    assert chosen("be, *;q=0", "ru") is None


def test_strict_serves_only_what_was_asked_for() -> None:
    assert chosen("fr", "en", "de", strict=True) is None
    assert chosen("de-AT", "en", "de", strict=True) == "de"
    assert chosen("de-AT", "en", "de-CH", strict=True) is None
    assert chosen("be", "en", "ru", strict=True) is None
    assert chosen("fr, *;q=0.5", "en", "de", strict=True) == "en"


def test_strict_serves_the_default_to_a_client_without_any_preference() -> None:
    assert chosen("", "en", "de", strict=True) == "en"


def test_without_any_language_there_is_no_choice() -> None:
    assert chosen("en") is None


def test_the_tag_is_returned_as_it_is_stored() -> None:
    assert chosen("en-us", "EN-us") == "EN-us"


def test_a_ranking_holds_every_language_that_the_client_takes() -> None:
    ranking = rank(parse_accept_language("de-AT, fr;q=0.5, nl;q=0"), ["en", "nl", "fr", "de", "it"])
    assert [(choice.language, choice.match.value) for choice in ranking] == [
        ("de", "parent"),
        ("fr", "exact"),
        ("en", "default"),
        ("it", "default"),
    ]


some_available = st.lists(st.sampled_from(AVAILABLE), min_size=1, unique=True)


@given(any_text() | headers(), st.lists(any_text() | st.sampled_from(AVAILABLE)), st.booleans())
def test_a_choice_is_one_of_the_available_or_none(header: str, available: list[str], strict: bool) -> None:
    choice = choose(parse_accept_language(header), available, strict=strict)
    assert choice is None or choice.language in available


@given(headers(), some_available, st.booleans())
def test_a_refused_language_is_never_served(header: str, available: list[str], strict: bool) -> None:
    ranges = parse_accept_language(header)
    for choice in rank(ranges, available, strict=strict):
        covering = [one for one in ranges if f"{choice.language}-".lower().startswith(f"{one.range}-")]
        assert not covering or max(covering, key=lambda one: len(one.range)).quality > 0


@given(headers(), some_available)
def test_there_is_a_choice_unless_something_is_refused(header: str, available: list[str]) -> None:
    ranges = parse_accept_language(header)
    if all(one.quality for one in ranges):
        assert len(rank(ranges, available)) == len(available)


@given(headers(), st.permutations(AVAILABLE))
def test_the_server_s_order_only_decides_between_equals(header: str, permuted: list[str]) -> None:
    ranges = parse_accept_language(header)
    one, other = rank(ranges, AVAILABLE), rank(ranges, permuted)
    assert [(choice.match, choice.range) for choice in one] == [
        (choice.match, choice.range) for choice in other
    ]
    assert {choice.language for choice in one} == {choice.language for choice in other}


@given(headers(), some_available, st.sampled_from(AVAILABLE))
def test_what_else_is_available_never_changes_the_order(
    header: str, available: list[str], other: str
) -> None:
    ranges = parse_accept_language(header)
    more = rank(ranges, [*available, other] if other not in available else available)
    assert [choice for choice in more if choice.language in available] == list(rank(ranges, available))


@given(headers(), some_available, st.sampled_from(["ja, {}", "xx-YY, {}", "{}, ja;q=0.001", "{}, ja;q=0"]))
def test_a_range_of_an_unavailable_language_never_matters(
    header: str, available: list[str], with_another: str
) -> None:
    with_it = rank(parse_accept_language(with_another.format(header)), available)
    assert [one.language for one in with_it] == [
        one.language for one in rank(parse_accept_language(header), available)
    ]


@given(st.lists(headers(), min_size=2, max_size=2), some_available, st.sampled_from(["ja", "ja;q=0.7"]))
def test_a_range_of_an_unavailable_language_gives_and_takes_nothing_anywhere(
    parts: list[str], available: list[str], other: str
) -> None:
    def served(header: str) -> dict[str, bool]:
        ranking = rank(parse_accept_language(header), available)
        return {one.language: one.match in (Match.WILDCARD, Match.DEFAULT) for one in ranking}

    assert served(f"{parts[0]}, {other}, {parts[1]}") == served(f"{parts[0]}, {parts[1]}")


@given(headers(), some_available)
def test_what_is_asked_for_is_in_the_same_order_with_all_that_is_near(
    header: str, available: list[str]
) -> None:
    ranges = parse_accept_language(header)
    strict = rank(ranges, available, strict=True)
    asked_for = [one for one in strict if one.range and one.match is not Match.WILDCARD]
    assert [one for one in rank(ranges, available) if one in asked_for] == asked_for


@given(headers(), some_available)
def test_the_choice_is_the_first_of_the_ranking(header: str, available: list[str]) -> None:
    ranges = parse_accept_language(header)
    assert choose(ranges, available) == next(iter(rank(ranges, available)), None)


@given(headers(), some_available)
def test_nothing_is_served_that_a_header_of_refusals_refuses(header: str, available: list[str]) -> None:
    ranges = [replace(one, quality=0) for one in parse_accept_language(header)]
    for choice in rank(ranges, available):
        assert not any(
            one.range == "*" or f"{choice.language}-".lower().startswith(f"{one.range}-") for one in ranges
        )


@given(st.sampled_from(AVAILABLE), some_available)
def test_a_language_asked_for_by_its_tag_is_served(tag: str, available: list[str]) -> None:
    choice = choose(parse_accept_language(tag), [*available, tag])
    assert choice is not None
    assert (canonicalize(choice.language), choice.match) == (tag, Match.EXACT)


@given(headers(), some_available, st.booleans())
def test_grades_are_the_ranking_without_the_servers_order(
    header: str, available: list[str], strict: bool
) -> None:
    ranges = parse_accept_language(header)
    ranking = [choice.language for choice in rank(ranges, available, strict=strict)]
    grades = grade(ranges, available, strict=strict)
    assert sorted(grades, key=lambda tag: (grades[tag], available.index(tag))) == ranking
    assert set(grades.values()) == set(range(len(set(grades.values()))))
