"""What is found in made-up texts, by names made for them."""

import pytest

from app.gazetteer.lookup import LookupIn
from app.gazetteer.names import Name, Referent
from app.gazetteer.recognise import Found, recognise

CANADA = Referent("country", "canada", "CA", 38_000_000)
IRAQ = Referent("country", "iraq", "IQ", 40_000_000)
JORDAN = Referent("country", "jordan", "JO", 10_000_000)
FRANCE = Referent("country", "france", "FR", 67_000_000)
OTTAWA = Referent("city", "ottawa", "CA", 1_000_000, is_capital=True)
PARIS = Referent("city", "paris", "FR", 2_100_000, is_capital=True)
PARIS_IN_TEXAS = Referent("city", "paris-us", "US", 25_000)
READING = Referent("city", "reading", "GB", 318_000)
ANK = Referent("person", "ank-bijleveld-schouten")


def _find(text: str, language: str, *names: Name) -> list[Found]:
    return recognise([("b1", text)], language, LookupIn(names))


def _surfaces(text: str, language: str, *names: str) -> list[str]:
    known = [Name(name, language, "label", Referent("country", name, name)) for name in names]
    return [found.surface for found in _find(text, language, *known)]


@pytest.mark.parametrize(
    ("text", "name", "surface"),
    [
        ("Brand in ’s-Hertogenbosch geblust", "'s-Hertogenbosch", "’s-Hertogenbosch"),
        ("Brand in 't Harde", "’t Harde", "'t Harde"),
        ("Les États\u00a0Unis et le Canada", "États Unis", "États\u00a0Unis"),
        ("Ottawa.", "Ottawa", "Ottawa"),
        ("(Baghdad)", "Baghdad", "Baghdad"),
        ("Ank Bijleveld\u2011Schouten", "Bijleveld-Schouten", "Bijleveld\u2011Schouten"),
        ("OTTAWA – De minister", "Ottawa", "OTTAWA"),
        ("Strijd in Syrie", "Syrië", "Syrie"),
        ("The U.S. and others", "U.S.", "U.S."),
    ],
)
def test_a_name_is_found_however_its_spaces_capitals_and_apostrophes_are_written(
    text: str, name: str, surface: str
) -> None:
    assert _surfaces(text, "nl", name) == [surface]


@pytest.mark.parametrize("text", ["Iraqi", "ottawa", "Nieuw-Irak_2", "xIrak", "It is up to us", "Kánada"])
def test_a_part_of_a_word_or_another_case_is_no_name(text: str) -> None:
    assert _surfaces(text, "nl", "Iraq", "Ottawa", "Irak_", "US", "Kanada") == []


def test_the_longest_name_wins() -> None:
    assert _surfaces("New York City", "nl", "York", "New York", "New York City") == ["New York City"]


def test_a_name_of_two_who_are_as_likely_is_nobodys() -> None:
    twins = [Name("Jan Smit", "mul", "label", Referent("person", each)) for each in ("jan-1", "jan-2")]
    assert _find("Jan Smit", "nl", *twins) == []


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("de", "Deutschland", "Deutschlands"), ("de", "Vereinigtes Königreich", "Vereinigten Königreichs"),
        ("nl", "Canada", "Canadas"), ("ru", "Ирак", "Ираке"), ("ru", "Северная Корея", "Северной Корее"),
        ("uk", "Київ", "Києва"), ("uk", "Прага", "Празі"), ("pl", "Polska", "Polsce"),
        ("pl", "Niemcy", "Niemiec"),
        ("cs", "Praha", "Praze"), ("sr", "Америка", "Америци"), ("sr-Latn", "Amerika", "Americi"),
        ("fi", "Irak", "Irakissa"), ("fi", "Turkki", "Turkin"), ("fi", "Yhdysvallat", "Yhdysvaltojen"),
        ("fi", "Uusi-Seelanti", "Uudessa-Seelannissa"), ("hu", "Irak", "Irakban"), ("tr", "Irak", "Irak'ta"),
        ("el", "Καναδάς", "Καναδά"), ("hi", "अमेरिका", "अमेरिके"), ("et", "Iraak", "Iraakis"),
        ("uk", "Китай", "Китаї"), ("uk", "Нова Зеландія", "Новій Зеландії"), ("cs", "Čína", "Číny"),
        ("uk", "Південна Корея", "Південній Кореї"), ("sr", "Скопље", "Скопљу"), ("sr", "Токио", "Токију"),
        ("sr-Latn", "Skoplje", "Skoplju"),
        ("lt", "Kanada", "Kanadoje"), ("ro", "Franța", "Franței"),
    ],
)  # fmt: skip
def test_an_inflected_name_is_found_whole(language: str, name: str, text: str) -> None:
    assert _surfaces(f"– {text} –", language, name) == [text.partition("'")[0]]


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("ru", "Канада", "Канадский"), ("ru", "Иран", "Иранец"), ("fi", "Irak", "Irakilainen"),
        ("de", "Iran", "Iranerin"), ("en", "Iran", "Irans"), ("cs", "Irán", "Íránský"), ("vi", "Áo", "Ao"),
    ],
)  # fmt: skip
def test_what_may_follow_a_name_is_bounded(language: str, name: str, text: str) -> None:
    assert _surfaces(f"Der {text} sprach", language, name) == []


@pytest.mark.parametrize(
    ("language", "name", "text", "surface"),
    [
        ("zh", "中国", "今天中国政府表示", "中国"),
        ("ja", "イラク", "政府はイラクで", "イラク"),
        ("ko", "이라크", "정부는 이라크에서", "이라크"),
        ("th", "อิรัก", "ในอิรักและซีเรีย", "อิรัก"),
        ("ar", "العراق", "وفي ذلك للعراق حق", "لعراق"),
        ("ar", "سوريا", "وبسوريا", "سوريا"),
        ("he", "עיראק", "ובעיראק", "עיראק"),
        ("he", "ורשה", "בוורשה", "וורשה"),
        ("tr", "Kanada", "Kanadaya giden", "Kanadaya"),
        ("ko", "트럼프", "그는 트럼프다", "트럼프"),
        ("ko", "한국", "그곳이 한국이었다면", "한국"),
        ("ko", "러시아", "러시아였다면 몰랐다", "러시아"),
        ("zh", "马里", "在马里北部", "马里"),
        ("zh", "伊拉克", "在伊拉克摩苏尔", "伊拉克"),
        ("zh", "美国", "在美国兰利的总部", "美国"),
        ("hi", "इराक", "इराक में", "इराक"),
    ],
)
def test_a_name_is_found_without_what_its_script_writes_onto_it(
    language: str, name: str, text: str, surface: str
) -> None:
    assert _surfaces(text, language, name) == [surface]


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("ja", "イラク", "イラクサ"),
        ("ko", "인도", "인도적 지원"),
        ("th", "ไทย", "กระทรวงมหาดไทย"),
        ("zh", "印度", "在印度洋"),
        ("he", "יוון", "כיוון שכך"),
        ("tr", "Mali", "Maliye Bakanlığı"),
        ("zh", "马里", "在马里兰大学"),
        ("zh", "马里", "马里兰州州长"),
        ("zh", "马里", "他和马里奥一起"),
        ("zh-Hant", "馬利", "馬利諾的話"),
        ("zh", "古巴", "古巴尼说"),
        ("ja", "中国", "島根県と岡山県の中国地方を"),
        ("ko", "가나", "순서대로 가나다"),
    ],
)
def test_a_part_of_another_word_is_no_name_in_any_script(language: str, name: str, text: str) -> None:
    assert _surfaces(text, language, name) == []


def test_offsets_count_code_points_of_the_text_as_it_is_written() -> None:
    text = "😀 e\u0301 Ottawa"
    [found] = _find(text, "en", Name("Ottawa", "en", "label", OTTAWA))
    assert text[found.start : found.end] == found.surface == "Ottawa"


@pytest.mark.parametrize(
    ("language", "is_found"), [("nl-BE", True), ("nl", True), ("en", False), ("af", False)]
)
def test_a_name_is_found_in_its_language_and_the_varieties_of_it(language: str, is_found: bool) -> None:
    found = _find(
        "Oostenrijk", language, Name("Oostenrijk", "nl", "label", Referent("country", "austria", "AT"))
    )
    assert bool(found) == is_found


def test_simplified_names_are_found_in_simplified_chinese_alone() -> None:
    name = Name("伊拉克战", "zh", "label", IRAQ)
    found = [bool(_find("伊拉克战", language, name)) for language in ("zh", "zh-Hans", "zh-CN", "zh-Hant")]
    assert found == [True, True, True, False]


def test_a_demonym_points_at_the_country_and_says_so() -> None:
    [found] = _find("De Canadese minister", "nl", Name("Canadese", "nl", "demonym", CANADA))
    assert (found.referent, found.evidence, found.surface) == (CANADA, "demonym", "Canadese")


@pytest.mark.parametrize("text", ["Amerikanischen", "amerikanische"])
def test_a_demonym_is_inflected_as_adjectives_are(text: str) -> None:
    usa = Referent("country", "usa", "US")
    assert [
        found.surface
        for found in _find(f"Die {text} Truppen", "de", Name("amerikanisch", "de", "demonym", usa))
    ] == [text]


_JORDAN = Name("Jordan", "en", "label", JORDAN)
_PARIS = Name("Paris", "en", "label", PARIS)
_READING = Name("Reading", "mul", "label", READING)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Then Jordan Henderson scored.", _JORDAN),
        ("He met Paris Hilton there.", _PARIS),
        ("Reading is fun. So is reading aloud.", _READING),
        ("It was reading week", _READING),
    ],
)
def test_what_looks_like_a_persons_name_or_a_word_is_no_place(text: str, name: Name) -> None:
    assert _find(text, "en", name) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He flew to Jordan on Monday.", _JORDAN),
        ("He works in Paris.", _PARIS),
        ("A train from Reading", _READING),
    ],
)
def test_what_stands_around_a_place_makes_it_one(text: str, name: Name) -> None:
    [found] = _find(text, "en", name)
    assert found.referent is name.referent


def test_a_part_of_a_longer_name_of_something_else_is_no_country() -> None:
    names = [Name("Ireland", "en", "label", Referent("country", "ireland", "IE"))]
    assert _find("Peace in Northern Ireland", "en", *names) == []


def test_of_two_cities_the_one_in_a_country_of_the_article_is_meant_else_the_larger() -> None:
    names = [
        Name("Paris", "mul", "label", PARIS),
        Name("Paris", "mul", "label", PARIS_IN_TEXAS),
        Name("France", "en", "label", FRANCE),
    ]
    assert [found.referent for found in _find("He lives in Paris.", "en", *names)] == [PARIS]
    assert [found.referent for found in _find("In France, in Paris.", "en", *names)] == [FRANCE, PARIS]


_ANK = Name("Ank Bijleveld-Schouten", "mul", "label", ANK)


def test_the_surname_alone_is_hers_whose_whole_name_is_anywhere_in_the_article() -> None:
    texts = [("headline", "Bijleveld spreekt"), ("p1", "Vlnr: Ank Bijleveld-Schouten, Mattis")]
    found = recognise(texts, "nl", LookupIn([_ANK]))
    assert [(each.key, each.surface, each.evidence) for each in found] == [
        ("headline", "Bijleveld", "surname"),
        ("p1", "Ank Bijleveld-Schouten", "label"),
    ]


def test_a_surname_without_the_whole_name_is_nobodys() -> None:
    assert _find("Bijleveld spreekt", "nl", _ANK) == []


def test_a_surname_that_two_people_of_the_article_share_is_neithers() -> None:
    names = [Name(f"{given} Smit", "mul", "label", Referent("person", given)) for given in ("Jan", "Piet")]
    found = _find("Jan Smit en Piet Smit. Smit zei niets.", "nl", *names)
    assert [each.surface for each in found] == ["Jan Smit", "Piet Smit"]


def test_some_are_not_to_be_recognised_by_their_surname() -> None:
    name = Name("Theresa May", "mul", "label", Referent("person", "may", by_surname=False))
    assert [each.surface for each in _find("Theresa May came in May.", "en", name)] == ["Theresa May"]


@pytest.mark.parametrize("surname", ["van der Berg", "Berg", "Van der Berg"])
def test_a_surname_may_have_particles(surname: str) -> None:
    name = Name("Jan van der Berg", "mul", "label", Referent("person", "jan"))
    found = _find(f"Jan van der Berg lachte. Toen zweeg {surname}.", "nl", name)
    assert [each.surface for each in found] == ["Jan van der Berg", surname]


def test_a_word_of_nothing_but_a_mark_is_no_name_and_no_trouble() -> None:
    assert _find("ـ العراق", "ar", Name("ـ", "ar", "label", IRAQ)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Velmora is fine. The mayor of Velmora spoke."),
        ("nl", "Velmora bloeit. De burgemeester van Velmora sprak."),
        ("de", "Velmora blüht. Der Bürgermeister von Velmora sprach."),
    ],
)
def test_a_name_of_every_language_is_as_sure_as_one_of_the_texts_own(language: str, text: str) -> None:
    velmora = Name("Velmora", "mul", "label", Referent("city", "velmora", "CA"), by_editor=True)
    assert [each.surface for each in _find(text, language, velmora)] == ["Velmora"] * 2


THE_HAGUE = Referent("city", "the-hague", "NL", 474_000)


@pytest.mark.parametrize(
    ("language", "name", "text", "times"),
    [
        ("nl", "Den Haag", "Den Haag en Rotterdam kregen meer. Rust in Den Haag. Wie Den Haag kent.", 3),
        ("de", "Lüttich", "Lüttich bekommt mehr. Feuer in Lüttich. Die Polizei Lüttich ermittelt.", 3),
        ("es", "La Haya", "La Haya decide. El tribunal en La Haya calla.", 2),
        ("de", "Lüttich", "Feuer in Lüttich. Da kam Herr Meyer-Lüttich vorbei.", 1),
        ("fr", "Haag", "Un incendie à Haag. Peter Haag est venu.", 1),
    ],
)
def test_a_name_that_is_sure_once_is_sure_in_all_the_article(
    language: str, name: str, text: str, times: int
) -> None:
    found = _find(text, language, Name(name, "und", "alias", THE_HAGUE))
    assert [each.surface for each in found] == [name] * times


def test_a_name_that_is_nowhere_sure_is_nowhere_linked() -> None:
    assert _find("La Haya decide. Y La Haya calla.", "es", Name("La Haya", "und", "alias", THE_HAGUE)) == []


def test_a_large_citys_name_of_several_words_is_one_at_home_even_where_a_sentence_starts() -> None:
    found = _find("Den Haag en Rotterdam kregen meer.", "nl", Name("Den Haag", "und", "alias", THE_HAGUE))
    assert [each.surface for each in found] == ["Den Haag"]


@pytest.mark.parametrize("text", ["In Lüttich begann der Prozess.", "Nach Feuer in Lüttich ermittelt sie."])
def test_a_preposition_tells_a_city_where_all_nouns_have_capitals(text: str) -> None:
    liege = Referent("city", "liege", "BE", 195_000)
    assert [each.surface for each in _find(text, "de", Name("Lüttich", "und", "alias", liege))] == ["Lüttich"]
