import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Refusal
from app.language.registry import registry
from app.language.tag import MAXIMUM_LENGTH, canonicalize, parse_language_tag, split_tag
from tests.language.tags import any_text, language_tags


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("sr-latn-rs", "sr-Latn-RS"),
        ("EN-us", "en-US"),
        ("DE-ch-1996", "de-CH-1996"),
        ("es-419", "es-419"),
        ("EN-u-CO-phonebk-x-US", "en-u-co-phonebk-x-us"),
    ],
)
def test_case_follows_the_convention(written: str, canonical: str) -> None:
    assert canonicalize(written) == canonical


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("i-klingon", "tlh"),
        ("zh-min-nan", "nan"),
        ("no-nyn", "nn"),
        ("art-lojban", "jbo"),
        ("en-GB-oed", "en-GB-oxendict"),
        ("sgn-BE-FR", "sfb"),
        ("zh-guoyu", "zh"),
        ("cel-gaulish", "xtg"),
    ],
)
def test_grandfathered_tags_give_way_to_their_successors(written: str, canonical: str) -> None:
    assert canonicalize(written) == canonical


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("iw", "he"),
        ("in-ID", "id-ID"),
        ("ji", "yi"),
        ("mo", "ro"),
        ("my-BU", "my-MM"),
        ("de-DD", "de-DE"),
        ("ja-heploc", "ja-alalc97"),
        ("sgn-US", "ase"),
        ("sgn-NO", "nsl"),
    ],
)
def test_outdated_subtags_give_way_to_what_iana_prefers(written: str, canonical: str) -> None:
    assert canonicalize(written) == canonical


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("sh", "sr-Latn"),
        ("sh-Cyrl", "sr-Cyrl"),
        ("sh-ME", "sr-Latn-ME"),
        ("tl", "fil"),
        ("cmn-Hans", "zh-Hans"),
        ("prs", "fa-AF"),
        ("hy-arevmda", "hyw"),
        ("hy-arevela", "hy"),
    ],
)
def test_cldr_fills_in_where_iana_has_no_preference(written: str, canonical: str) -> None:
    assert canonicalize(written) == canonical


def test_norwegian_and_its_two_written_forms_stay_three_tags() -> None:
    assert [canonicalize(tag) for tag in ("no", "nb", "nn")] == ["no", "nb", "nn"]


@pytest.mark.parametrize(
    ("written", "canonical"),
    [("zh-yue", "yue"), ("zh-yue-Hant-HK", "yue-Hant-HK"), ("zh-cmn-Hans", "zh-Hans"), ("sgn-ase", "ase")],
)
def test_an_extended_language_becomes_the_language(written: str, canonical: str) -> None:
    assert canonicalize(written) == canonical


def test_an_extended_language_after_the_wrong_language_is_left_alone() -> None:
    assert canonicalize("en-yue") == "en-yue"


def test_extensions_are_sorted_and_private_use_stays_last() -> None:
    assert canonicalize("de-u-co-phonebk-a-foo-x-zz-aa") == "de-a-foo-u-co-phonebk-x-zz-aa"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [("en-Latn", "en"), ("en-Latn-GB", "en-GB"), ("he-Hebr", "he"), ("iw-Hebr", "he"), ("ja-Jpan", "ja")],
)
def test_a_script_that_goes_without_saying_is_not_said(written: str, canonical: str) -> None:
    assert canonicalize(written) == canonical


@pytest.mark.parametrize("tag", ["sr-Latn", "sr-Cyrl", "zh-Hans", "zh-Hant-TW", "az-Latn", "en-Shaw"])
def test_a_script_that_tells_two_written_forms_apart_stays(tag: str) -> None:
    assert canonicalize(tag) == tag


def test_the_usual_script_stays_where_the_region_writes_another() -> None:
    assert canonicalize("kk-Cyrl-KZ") == "kk-KZ"
    assert canonicalize("kk-Cyrl-CN") == "kk-Cyrl-CN"


@pytest.mark.parametrize(
    "text", ["", "-", "e", "en-", "en--US", "zh_TW", "nl.txt", "en\n", "123", "ſr", "a-b-c"]
)
def test_what_is_no_tag_has_no_canonical_form(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        canonicalize(text)
    assert refused.value.code == "malformed-language-tag"


def test_every_registered_language_has_a_canonical_form_that_can_be_stored() -> None:
    for language in registry().languages:
        canonical = parse_language_tag(language)
        assert parse_language_tag(canonical) == canonical


def test_every_alias_leads_to_a_form_that_is_its_own_canonical_form() -> None:
    known = registry()
    for tag in [*known.grandfathered, *known.preferred_languages, *known.preferred_pairs]:
        assert canonicalize(canonicalize(tag)) == canonicalize(tag)


@given(language_tags())
def test_canonical_is_canonical(tag: str) -> None:
    assert canonicalize(canonicalize(tag)) == canonicalize(tag)


@given(language_tags())
def test_a_well_formed_tag_says_the_same_in_any_case(tag: str) -> None:
    assert canonicalize(tag.upper()) == canonicalize(tag.lower())


@given(language_tags())
def test_the_parts_make_up_the_tag(tag: str) -> None:
    assert str(split_tag(tag)).lower() == tag.lower()


@pytest.mark.parametrize(
    "tag", ["nl", "en", "en-GB", "sr-Latn", "sq-XK", "es-419", "de-CH-1996", "ckb", "en-x-house"]
)
def test_a_canonical_tag_is_stored_as_it_is(tag: str) -> None:
    assert parse_language_tag(tag) == tag


@pytest.mark.parametrize(
    ("text", "culprit"),
    [
        ("xx", "language 'xx'"),
        ("xyzzy", "language 'xyzzy'"),
        ("en-Latx", "script 'Latx'"),
        ("en-UX", "region 'UX'"),
        ("en-999", "region '999'"),
        ("en-nonsense", "variant 'nonsense'"),
        ("en-yue", "extended language 'yue'"),
    ],
)
def test_an_unknown_subtag_is_refused_by_name(text: str, culprit: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_language_tag(text)
    assert refused.value.code == "unknown-language-tag"
    assert refused.value.message.startswith(culprit)


@pytest.mark.parametrize(
    "text",
    ["und", "mul", "zxx", "mis", "qaa", "qtz", "x-house", "i-enochian", "en-XA", "ar-XB", "en-XC", "en-ZZ",
     "en-Qaaa", "en-Zzzz", "en-x-" + "a-" * 40 + "a"],
)  # fmt: skip
def test_a_tag_that_says_nothing_to_a_reader_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_language_tag(text)
    assert refused.value.code == "unusable-language-tag"


@pytest.mark.parametrize("text", ["de-1996-1996", "en-a-bbb-a-ccc"])
def test_a_subtag_that_is_there_twice_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_language_tag(text)
    assert refused.value.code == "malformed-language-tag"
    assert "twice" in refused.value.message


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("zh_TW", "zh-TW"),
        ("english", "en"),
        ("Dutch", "nl"),
        ("eng", "en"),
        ("en-UK", "en-GB"),
        (" fr ", "fr"),
    ],
)
def test_a_slip_is_refused_with_the_tag_that_was_meant(text: str, meant: str) -> None:
    with pytest.raises(Refusal, match=f"did you mean {meant}\\?$"):
        parse_language_tag(text)


def test_where_nothing_can_be_guessed_nothing_is_suggested() -> None:
    with pytest.raises(Refusal) as refused:
        parse_language_tag("xx")
    assert "did you mean" not in refused.value.message


def test_a_tag_whose_canonical_form_is_too_long_is_refused() -> None:
    longest = "sh-x-" + "a" * 8 + "-bbbbbbbb" * 5 + "-bbbbb"
    assert len(longest) == MAXIMUM_LENGTH
    with pytest.raises(Refusal, match="made canonical"):
        parse_language_tag(longest)


@given(st.one_of(any_text(), language_tags()))
def test_any_text_is_a_tag_to_store_or_a_refusal_in_a_printable_line(text: str) -> None:
    stored, refusal = attempt(text)
    if refusal is None:
        assert attempt(stored) == (stored, None)
        assert len(stored) <= MAXIMUM_LENGTH
    else:
        assert refusal.message.isprintable()
        assert refusal.code.endswith("-language-tag")


def attempt(text: str) -> tuple[str, Refusal | None]:
    try:
        return parse_language_tag(text), None
    except Refusal as refusal:
        return "", refusal
