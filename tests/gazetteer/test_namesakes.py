"""People, longer names and words that are no places, and which of several places a name means."""

from dataclasses import replace

import pytest

from app.gazetteer.lookup import LookupIn
from app.gazetteer.names import Name, NameKind, Referent
from app.gazetteer.recognise import Found, recognise

MALI = Referent("country", "mali", "ML", 20_000_000)
BAMAKO = Referent("city", "bamako", "ML", 2_000_000, is_capital=True)


def _find(text: str, language: str, *names: Name) -> list[Found]:
    return recognise([("b1", text)], language, LookupIn(names))


def _links(text: str, language: str, *names: Name) -> list[tuple[str, str]]:
    return [(found.surface, found.referent.id) for found in _find(text, language, *names)]


def _country(text: str, code: str, language: str, kind: NameKind = "label") -> Name:
    return Name(text, language, kind, Referent("country", code.lower(), code, 30_000_000))


def _city(text: str, code: str, population: int, *, id_: str = "", language: str = "und") -> Name:
    return Name(text, language, "label", Referent("city", id_ or text.lower(), code, population))


def _capital(text: str, code: str, population: int) -> Name:
    return Name(text, "und", "label", Referent("city", text.lower(), code, population, is_capital=True))


def _region(text: str, code: str, language: str = "en") -> Name:
    return Name(text, language, "label", Referent("region", f"{text.lower()}-{code.lower()}", code))


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Michael Jordan played well.", _country("Jordan", "JO", "en")),
        ("en", "Michael B. Jordan acted.", _country("Jordan", "JO", "en")),
        ("en", "Queen Victoria reigned.", _city("Victoria", "CA", 2_000_000)),
        ("en", "Kenya Taylor was there.", _city("Taylor", "US", 60_000)),
        ("de", "Er traf Herrn Paris.", _city("Paris", "FR", 2_000_000, language="de")),
        ("de", "Gestern kam Ariel Schmidt.", _city("Ariel", "IL", 600_000)),
        ("fr", "Rosario a mangé.", _city("Rosario", "AR", 900_000)),
        ("fr", "Victoria est arrivée.", _capital("Victoria", "SC", 23_000)),
        ("es", "Rosario Pérez llegó.", _city("Pérez", "CL", 600_000)),
        ("tr", "Paris Hanım geldi.", _city("Paris", "FR", 2_000_000, language="tr")),
    ],
)
def test_a_persons_name_is_no_place(language: str, text: str, name: Name) -> None:
    assert _find(text, language, name) == []


def test_a_word_for_the_people_of_its_country_makes_no_given_name_a_town() -> None:
    names = _country("russe", "RU", "fr", "demonym"), _city("Vladimir", "RU", 350_000)
    assert _links("Et le président russe, Vladimir Poutine.", "fr", *names) == [("russe", "ru")]
    assert ("Vladimir", "vladimir") in _links("C'est la ville russe Vladimir.", "fr", *names)


_AUSTIN = _city("Austin", "US", 96_000)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "Gary Holt perdió. El equipo de Holt jugó mal.", _city("Holt", "US", 25_000)),
        ("fr", "Gary Holt a perdu. L’équipe de Holt a mal joué.", _city("Holt", "US", 25_000)),
        ("it", "Lindsey Graham tace. Il voto di Graham conta.", _city("Graham", "US", 20_000)),
        ("en", "Mary Austin called. He lives in Austin.", _AUSTIN),
    ],
)
def test_a_preposition_makes_no_town_of_somebody_s_last_name(language: str, text: str, name: Name) -> None:
    assert _find(text, language, name) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gary Holtz called. He lives in Austin.", _AUSTIN),
        ("Mary Austin called. He lives in Austin.", _city("Austin", "US", 960_000)),
        ("Mary Austin called. He lives in Austin.", replace(_AUSTIN, language="en", by_editor=True)),
    ],
)
def test_a_town_behind_a_preposition_is_one_if_nobody_s_or_well_known_or_an_editor_s(
    text: str, name: Name
) -> None:
    assert [found.start for found in _find(text, "en", name)] == [text.rindex("Austin")]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("nl", "Commissaris Frans Timmermans sprak.", _country("Frans", "FR", "nl", "demonym")),
        ("nl", "Zangeres Noor de Groot zong.", _country("Noor", "NO", "nl", "demonym")),
        ("nl", "Toen kwam Fin Bakker.", _country("Fin", "FI", "nl", "demonym")),
        ("nl", "Toen kwam Jan van Essen.", _city("Essen", "DE", 590_000, language="nl")),
        ("nl", "Toen kwam Peter van Utrecht.", _city("Utrecht", "NL", 370_000)),
        ("nl", "De heer Van Nederland kwam.", _country("Nederland", "NL", "nl")),
        ("de", "Gestern kam Peter Bremen.", _city("Bremen", "DE", 550_000)),
        ("pl", "Przyszedł Jan Warszawa.", _capital("Warszawa", "PL", 1_700_000)),
        ("fr", "Hier Marie Laval parlait.", _city("Laval", "CA", 440_000)),
    ],
)
def test_a_name_beside_a_given_name_is_a_surname(language: str, text: str, name: Name) -> None:
    assert _find(text, language, name) == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("nl", "De Noor Bakker won.", _country("Noor", "NO", "nl", "demonym")),
        ("nl", "Het is Frans beleid.", _country("Frans", "FR", "nl", "demonym")),
        ("nl", "Koning Filip van België sprak.", _country("België", "BE", "nl")),
        ("nl", "Zij trof Jan in Utrecht.", _city("Utrecht", "NL", 370_000)),
        ("de", "Peter kam aus Bremen.", _city("Bremen", "DE", 550_000)),
    ],
)
def test_a_place_near_a_given_name_is_found(language: str, text: str, name: Name) -> None:
    assert len(_find(text, language, name)) == 1


def test_the_surname_of_somebody_unknown_stays_his_in_the_article() -> None:
    jordan = _country("Jordan", "JO", "en")
    assert _find("Michael Jordan won. Later Jordan retired.", "en", jordan) == []
    assert _links("Michael Jordan won. He lives in Jordan.", "en", jordan) == [("Jordan", "jo")]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "They live in New Jersey.", _country("Jersey", "JE", "en")),
        ("en", "Ships in the Panama Canal waited.", _country("Panama", "PA", "en")),
        ("en", "Air France and others fly.", _country("France", "FR", "en")),
        ("en", "British Airways flies.", _country("British", "GB", "en", "demonym")),
        ("en", "Guinea pigs eat Brazil nuts.", _country("Brazil", "BR", "en")),
        ("en", "In East Germany and the Dutch East Indies", _country("Dutch", "NL", "en", "demonym")),
        ("nl", "In Nederlands-Indië toen", _country("Nederlands", "NL", "nl", "demonym")),
        ("de", "Die Aktien der Deutschen Bank", _country("deutsch", "DE", "de", "demonym")),
        ("fr", "le canal de Suez et le canal de Panama", _country("Panama", "PA", "fr")),
        ("es", "en el canal de Panamá", _country("Panamá", "PA", "es")),
        ("en", "The White House said", _city("White House", "MA", 3_000_000)),
    ],
)
def test_a_part_of_a_longer_name_is_no_place(language: str, text: str, name: Name) -> None:
    assert _find(text, language, name) == []


@pytest.mark.parametrize("name", ["Google", "Toyota"])
def test_a_company_is_no_town_that_is_called_so(name: str) -> None:
    text = f"Sie arbeitet bei {name}. {name} in Tokyo schweigt."
    assert _find(text, "de", _city(name, "JP", 3_000_000)) == []


@pytest.mark.parametrize(
    ("language", "text", "region", "part"),
    [
        ("en", "They live in New Jersey.", "New Jersey", "Jersey"),
        ("en", "New Jersey voted.", "New Jersey", "Jersey"),
        ("nl", "Zij wonen in Brits-Columbia.", "Brits-Columbia", "Columbia"),
        ("pl", "Mieszkają w Nowym Meksyku.", "Nowy Meksyk", "Meksyk"),
        ("zh", "他们住在北爱尔兰。", "北爱尔兰", "爱尔兰"),
    ],
)
def test_a_longer_name_is_a_region_that_is_called_so(
    language: str, text: str, region: str, part: str
) -> None:
    names = [_region(region, "US", language), _country(part, "JE", language)]
    assert [found.referent.kind for found in _find(text, language, *names)] == ["region"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Dann fuhr er nach Hause.", _country("Dane", "DK", "de", "demonym")),
        ("en", "Reading books is fun.", _city("Reading", "GB", 300_000)),
        ("en", "The North was cold.", _city("The North", "US", 600_000)),
        ("ru", "Того же дня он уехал.", _country("Того", "TG", "ru")),
        ("tr", "Mali kriz sürüyor.", Name("Mali", "tr", "label", MALI)),
        ("fa", "بحران مالی ادامه دارد", Name("مالی", "fa", "label", MALI)),
        ("ar", "وكيف حدث ذلك", _city("كيف", "UA", 2_900_000)),
        ("ar", "كان العدد كبيرًا", _city("بيرا", "MZ", 530_000)),
        ("ar", "كان رجل كريم هناك", _city("ريم", "IT", 2_000_000)),
        ("he", "הוא פנה שמאלה", _city("מאלה", "MV", 600_000)),
        ("zh", "人民取得胜利之后", _city("胜利", "CN", 900_000)),
        ("ko", "평화를 위해 일한다", _city("위해", "CN", 2_000_000)),
    ],
)  # fmt: skip
def test_a_word_of_the_language_is_no_place(language: str, text: str, name: Name) -> None:
    assert _find(text, language, name) == []


def test_a_word_that_is_a_country_too_is_one_where_its_capital_is_named() -> None:
    names = [Name("말리", "ko", "label", MALI), Name("바마코", "ko", "label", BAMAKO)]
    assert _links("말리의 수도 바마코", "ko", *names) == [("말리", "mali"), ("바마코", "bamako")]
    assert _links("말리의 꽃", "ko", *names) == []


def test_a_demonym_ends_where_its_last_word_does() -> None:
    china = Name("中国", "zh", "label", Referent("country", "china", "CN", 1_000_000_000))
    assert [(each.surface, each.evidence) for each in _find("中国人民银行，中国人说", "zh", china)] == [
        ("中国", "label"),
        ("中国人", "demonym"),
    ]


CAMBRIDGES = [
    _city("Cambridge", "GB", 145_000, id_="cambridge"),
    _city("Cambridge", "CA", 138_000, id_="cambridge-ca"),
]


@pytest.mark.parametrize(
    ("text", "surface", "meant"),
    [
        ("Cambridge, England, sent people to Canada.", "Cambridge", "cambridge"),
        ("Tripoli, Lebanon, is far from Libya.", "Tripoli", "tripoli-lb"),
        ("He left Tripoli for Libya.", "Tripoli", "tripoli"),
        ("Paris, Texas, is small.", "Paris", "paris-us"),
        ("They met in Paris on Monday.", "Paris", "paris"),
        ("In Paris, Lebanon and Libya agreed.", "Paris", "paris"),
    ],
)
def test_the_name_after_a_comma_decides_which_is_meant(text: str, surface: str, meant: str) -> None:
    names = [
        *CAMBRIDGES, _region("England", "GB"), _region("Texas", "US"),
        _country("Canada", "CA", "en"), _country("Lebanon", "LB", "en"), _country("Libya", "LY", "en"),
        Name("Tripoli", "en", "label", Referent("city", "tripoli", "LY", 1_100_000, is_capital=True)),
        _city("Tripoli", "LB", 230_000, id_="tripoli-lb"), _city("Paris", "US", 25_000, id_="paris-us"),
        Name("Paris", "en", "label", Referent("city", "paris", "FR", 2_100_000, is_capital=True)),
    ]  # fmt: skip
    assert (surface, meant) in _links(text, "en", *names)


def test_where_the_region_has_no_such_city_none_is_meant() -> None:
    names = [_city("Moscow", "RU", 10_000_000, language="en"), _region("Idaho", "US")]
    assert _links("Moscow, Idaho, is small.", "en", *names) == [("Idaho", "idaho-us")]


GEORGIAS = [
    _country("Georgia", "GE", "en"), _region("Georgia", "US"),
    _city("Savannah", "US", 140_000, language="en"),    _city("Tbilisi", "GE", 1_000_000, language="en"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("In Savannah, Georgia, people voted.", "georgia-us"),
        ("Georgia voted; Savannah counted.", "georgia-us"),
        ("In Tbilisi, Georgia, people voted.", "ge"),
        ("Georgia voted.", "ge"),
    ],
)
def test_a_state_beside_its_cities_wins_over_the_country_of_its_name(text: str, meant: str) -> None:
    assert ("Georgia", meant) in _links(text, "en", *GEORGIAS)


WASHINGTONS = [
    _region("Washington", "US"), _city("Seattle", "US", 780_000, language="en"),
    Name("Washington", "und", "label", Referent("city", "washington-dc", "US", 690_000, is_capital=True)),
    _city("Boston", "US", 650_000, language="en"), _city("Moscow", "RU", 10_000_000, language="en"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("On Monday the minister travelled to Washington for talks.", ["washington-dc"]),
        ("Washington said nothing.", ["washington-dc"]),
        ("Talks in Boston, Washington and Moscow.", ["washington-dc"]),
        ("He lives in Seattle, Washington.", ["washington-us"]),
        ("The governor of Washington state left. Washington has woods.", ["washington-us"] * 2),
        ("He lives in the state of Washington.", ["washington-us"]),
    ],
)
def test_a_capital_is_meant_where_nothing_says_that_the_state_is(text: str, meant: list[str]) -> None:
    assert [id_ for surface, id_ in _links(text, "en", *WASHINGTONS) if surface == "Washington"] == meant


def test_a_province_that_nobody_knows_is_not_its_city() -> None:
    utrecht = _city("Utrecht", "NL", 370_000)
    assert _links("In de provincie Utrecht regent het.", "nl", utrecht) == []
    assert _links("In Utrecht regent het.", "nl", utrecht) == [("Utrecht", "utrecht")]


def test_a_capital_is_meant_in_a_language_that_only_has_the_name_of_its_region() -> None:
    names = [
        Name("メキシコシティ", "ja", "label", Referent("region", "region", "MX")),
        Name("メキシコシティ", "und", "alias", Referent("city", "city", "MX", 12_000_000, is_capital=True)),
    ]
    assert _links("メキシコシティで会談した", "ja", *names) == [("メキシコシティ", "city")]


def test_of_two_cities_of_a_country_with_one_name_the_capital_is_meant() -> None:
    names = [
        Name("नई दिल्ली", "und", "alias", Referent("city", "delhi", "IN", 11_000_000)),
        Name("नई दिल्ली", "und", "alias", Referent("city", "new-delhi", "IN", 320_000, is_capital=True)),
    ]
    assert _links("मंत्री नई दिल्ली पहुँचे", "hi", *names) == [("नई दिल्ली", "new-delhi")]


@pytest.mark.parametrize(
    ("text", "surface", "meant"),
    [
        ("They met in Melbourne in Florida.", "Melbourne", "melbourne-us"),
        ("They met in Tripoli in Lebanon.", "Tripoli", "tripoli-lb"),
        ("They met in Melbourne in July.", "Melbourne", "melbourne"),
        ("They met in Tripoli, in Libya.", "Tripoli", "tripoli"),
    ],
)
def test_what_a_place_is_said_to_lie_in_decides_which_is_meant(text: str, surface: str, meant: str) -> None:
    names = [
        _city("Melbourne", "AU", 4_900_000), _city("Melbourne", "US", 80_000, id_="melbourne-us"),
        _capital("Tripoli", "LY", 1_100_000), _city("Tripoli", "LB", 230_000, id_="tripoli-lb"),
        _country("Lebanon", "LB", "en"), _country("Libya", "LY", "en"), _region("Florida", "US"),
    ]  # fmt: skip
    assert (surface, meant) in _links(text, "en", *names)


def test_nobody_becomes_a_place_by_being_in_a_region() -> None:
    names = [_city("Clinton", "US", 26_000), _region("Iowa", "US")]
    assert _links("Later they met Clinton in Iowa.", "en", *names) == [("Iowa", "iowa-us")]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("El alcalde de Granada, en Andalucía, y el de Málaga", "granada-es"),
        ("El alcalde de Granada y el de Málaga", "granada-es"),
        ("El primer ministro de Granada viajó", "gd"),
    ],
)
def test_a_city_of_the_country_that_is_spoken_of_is_not_another_country(text: str, meant: str) -> None:
    names = [
        _country("Granada", "GD", "es"), _city("Granada", "ES", 230_000, id_="granada-es"),
        _region("Andalucía", "ES", "es"), _city("Málaga", "ES", 570_000, language="es"),
    ]  # fmt: skip
    assert ("Granada", meant) in _links(text, "es", *names)


def test_what_an_editor_calls_so_wins_over_all_gazetteers() -> None:
    names = [
        Name("Victoria", "en", "label", Referent("city", "victoria-bc", "CA"), by_editor=True),
        Name("Victoria", "und", "alias", Referent("city", "hong-kong", "HK", 7_000_000, is_capital=True)),
    ]
    assert _links("They met in Victoria on Tuesday.", "en", *names) == [("Victoria", "victoria-bc")]


def test_one_name_means_one_place_throughout_an_article() -> None:
    names = [*CAMBRIDGES, _region("England", "GB"), _country("Canada", "CA", "en")]
    text = "Cambridge, England, is old. In Canada they know Cambridge."
    assert [id_ for surface, id_ in _links(text, "en", *names) if surface == "Cambridge"] == ["cambridge"] * 2


@pytest.mark.parametrize(
    ("language", "text", "name", "surface"),
    [
        ("de", "Sie kam aus Köln.", _city("Köln", "DE", 1_000_000), "Köln"),
        ("pl", "Pojechał do Poznania.", _city("Poznań", "PL", 530_000), "Poznania"),
        ("fi", "Hän asui Turussa.", _city("Turku", "FI", 200_000), "Turussa"),
        ("fi", "Hän asui Tampereella.", _city("Tampere", "FI", 230_000), "Tampereella"),
        ("ru", "Он из Нижнего Новгорода.", _city("Нижний Новгород", "RU", 1_200_000), "Нижнего Новгорода"),
        ("ja", "京都と大阪で", _city("京都", "JP", 1_400_000), "京都"),
        ("zh", "他去了广州。", _city("广州", "CN", 16_000_000), "广州"),
        ("ko", "부산에서 열렸다", _city("부산", "KR", 3_200_000), "부산"),
        ("hi", "मुंबई में बारिश", _city("मुंबई", "IN", 12_000_000), "मुंबई"),
        ("ar", "في حلب", _city("حلب", "SY", 2_000_000), "حلب"),
        ("he", "הוא גר בחיפה", _city("חיפה", "IL", 285_000), "חיפה"),
        ("nl", "Brand in ’s-Hertogenbosch", _city("'s-Hertogenbosch", "NL", 160_000), "’s-Hertogenbosch"),
    ],
)
def test_a_city_is_found_by_its_own_name_though_nobody_says_its_language(
    language: str, text: str, name: Name, surface: str
) -> None:
    assert [found.surface for found in _find(text, language, name)] == [surface]


@pytest.mark.parametrize(
    ("language", "text", "name", "surface"),
    [
        ("it", "Il governo dell'Iraq", "Iraq", "Iraq"),
        ("it", "L’Iraq ha detto", "Iraq", "Iraq"),
        ("fr", "qu’Israël et l’Iran", "Iran", "Iran"),
        ("tr", "SURİYE’de", "Suriye", "SURİYE"),
        ("tr", "TÜRKİYE kazandı", "Türkiye", "TÜRKİYE"),
        ("tr", "IRAK ve İSRAİL", "İsrail", "İSRAİL"),
        ("fr", "La Côte d’Ivoire a gagné", "Côte d'Ivoire", "Côte d’Ivoire"),
    ],
)
def test_a_country_is_found_behind_an_article_and_in_capitals(
    language: str, text: str, name: str, surface: str
) -> None:
    names = [_country(name, "XX", language), _city("La Côte", "FR", 70_000), _city("'Iraq", "IR", 500_000)]
    assert _links(text, language, *names) == [(surface, "xx")]


def test_a_word_parted_at_the_end_of_a_line_is_no_name() -> None:
    assert _find("He went to Bagh-\ndad on foot.", "en", _city("Bagh", "IN", 600_000)) == []


MATTIS = Name("James Mattis", "mul", "label", Referent("person", "james-mattis"))


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("James Mattis met Bob Mattis.", ["James Mattis"]),
        ("James Mattis met Mattis Johnson.", ["James Mattis"]),
        ("James Mattis came. General Mattis spoke.", ["James Mattis", "Mattis"]),
        ("James Mattis came. Mattis-Brown spoke.", ["James Mattis", "Mattis-Brown"]),
    ],
)
def test_a_surname_is_his_whole_and_not_anothers(text: str, surfaces: list[str]) -> None:
    assert [found.surface for found in _find(text, "en", MATTIS)] == surfaces


def test_a_surname_is_found_in_scripts_that_write_a_dot_between_names() -> None:
    putin = Name("ウラジーミル・プーチン", "ja", "label", Referent("person", "putin"))
    text = "ウラジーミル・プーチン大統領は語った。プーチン氏は述べた。"
    assert [found.surface for found in _find(text, "ja", putin)] == ["ウラジーミル・プーチン", "プーチン"]


@pytest.mark.parametrize(
    ("language", "name", "text", "surfaces"),
    [
        ("ko", "블라디미르 푸틴", "블라디미르 푸틴 대통령. 푸틴을", ["블라디미르 푸틴", "푸틴"]),
        ("zh", "弗拉基米尔·普京", "弗拉基米尔·普京。普京说", ["弗拉基米尔·普京", "普京"]),
        ("th", "วลาดีมีร์ ปูติน", "พบกับวลาดีมีร์ ปูตินที่เบอร์ลิน", ["วลาดีมีร์ ปูติน"]),
        ("uk", "Володимир Путін", "З Володимиром Путіним. Путіну", ["Володимиром Путіним", "Путіну"]),
        ("en", "Aung San Suu Kyi", "Aung San Suu Kyi. Suu Kyi", ["Aung San Suu Kyi", "Suu Kyi"]),
    ],
)
def test_a_person_is_found_in_whole_and_by_surname(
    language: str, name: str, text: str, surfaces: list[str]
) -> None:
    person = Name(name, language, "label", Referent("person", "it"))
    assert [found.surface for found in _find(text, language, person)] == surfaces


@pytest.mark.parametrize(
    ("text", "is_hers"),
    [
        ("May said so.", True),
        ("They spoke of May’s plan.", True),
        ("In May’s cabinet they spoke.", True),
        ("In May it rained.", False),
        ("On 4 May it rained.", False),
        ("May 2019 was wet.", False),
        ("It was early May.", False),
    ],
)
def test_a_surname_that_is_a_month_too_is_hers_where_no_time_is_told(text: str, is_hers: bool) -> None:
    may = Name("Theresa May", "en", "label", Referent("person", "may"))
    found = [each.evidence for each in _find(f"Theresa May left. {text}", "en", may)]
    assert ("surname" in found) == is_hers
