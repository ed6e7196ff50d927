from collections.abc import Mapping

import pytest

from app.parallel.checks.finding import CODES
from app.parallel.checks.linked_names import linked_name_findings
from app.parallel.checks.links import Nameable
from app.parallel.checks.names import count_names, missing_name_findings, name_spelling_findings
from app.parallel.checks.sides import check_sides
from app.parallel.pairs import Pair
from app.parallel.side import Piece, Side
from app.parallel.text import KnownName


@pytest.mark.parametrize(
    ("source", "target", "names"),
    [
        ("Minister Harjit Sajjan met", "minister Harjit Saijan sprak", ("Sajjan", "Saijan")),
        ("when Kenny Miler left", "da Kenny Miller forlod", ("Miler", "Miller")),
        ("Mike Trudell wrote", "skrev Mike Trundell", ("Trudell", "Trundell")),
        ("Grant Reeher, a professor", "Grant Reher, professor", ("Reeher", "Reher")),
    ],
)
def test_a_surname_spelled_otherwise_is_found(source: str, target: str, names: tuple[str, str]) -> None:
    (finding,) = name_spelling_findings(source, target)
    assert (finding.evidence["source"], finding.evidence["target"]) == names
    (span,) = finding.target_spans
    assert target[span.start : span.end] == names[1]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("President Trump spoke", "Präsident Trump sprach"),
        ("Donald Trump", "Donalda Trumpa"),
        ("Angela Merkel", "Angelę Merkelową"),
        ("Thomas Bjorn", "Thomas Bjørn"),
        ("Robert Mueller", "Robert Müller"),
        ("José Gómez", "Jose Gomez"),
        ("Jan Peeters met Jan Pieters", "Jan Pieters sprak Jan Peeters"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("Harjit Sajjan", "Хардж Саджан"),
        ("a Massachusetts Democrat", "bir Massachusetts Demokrat"),
        ("заявил Джим Феликс", "заявив Джим Фелікс"),
        ("Ri Jong-ho", "Ri Jongho"),
        ("La Riviera SS19-kollektion", "La Riviera SS19-kolleksjon"),
        ("hos NHS Skottland", "hos NHS Scotland"),
    ],
)
def test_endings_accents_and_other_people_are_no_finding(source: str, target: str) -> None:
    assert list(name_spelling_findings(source, target)) == []


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("es it", "la Casa Blanca", "la Casa Bianca"),
        ("pt-BR es", "a Casa Branca", "la Casa Blanca"),
        ("fr es", "La Commission a dit", "La Comisión dijo"),
    ],
)
def test_ordinary_words_of_languages_akin_are_no_names(languages: str, source: str, target: str) -> None:
    there, here = languages.split()
    assert list(name_spelling_findings(source, target, (there, here))) == []


def test_an_entity_linked_in_the_source_alone_is_missing() -> None:
    source = "Mattis met Sajjan in Ottawa."
    names = {"mattis": [(0, 6)], "sajjan": [(11, 17)], "ottawa": [(21, 27)]}
    (finding,) = missing_name_findings(source, names, {"mattis": [(4, 10)], "ottawa": [(0, 6)]})
    assert (finding.code, finding.evidence) == ("name-missing", {"entity": "sajjan", "source": "Sajjan"})


PARAGRAPH = "Minister Sajjan sprak in Ottawa met Mattis."


def _side(language: str, text: str, **names: str) -> Side:
    """``names``: by id the surface, ``o_`` in front of a place's."""
    links = [
        KnownName(text.index(surface), text.index(surface) + len(surface), _entity(id_))
        for id_, surface in names.items()
    ]
    return Side(language, (Piece("b1", "paragraph", text),), {"b1": links})


def _entity(id_: str) -> str:
    return f"place/{id_[2:]}" if id_.startswith("o_") else f"person/{id_}"


def _linked(target: Side, nameable: Nameable | None = None) -> list[tuple[str, Mapping[str, str]]]:
    source = _side("nl", PARAGRAPH, sajjan="Sajjan", o_ottawa="Ottawa", mattis="Mattis")
    pairs = [Pair(tuple(source.segments()), tuple(target.segments()), "1-1", 1.0, {})]
    found = linked_name_findings(source, target, pairs, nameable)
    return [(each.code, each.evidence) for each in found]


def test_another_person_at_the_same_place_is_a_wrong_name() -> None:
    target = _side(
        "en", "Minister Trudeau met Mattis in Ottawa.", trudeau="Trudeau", mattis="Mattis", o_ottawa="Ottawa"
    )
    evidence = {"entity": "person/sajjan", "source": "Sajjan", "target": "Trudeau"}
    assert _linked(target) == [("name-mismatch", evidence)]
    assert CODES["name-mismatch"].severity == CODES["number-mismatch"].severity


def test_a_place_in_the_place_of_a_person_is_no_wrong_name() -> None:
    target = _side("en", "In Toronto the minister met Mattis.", o_toronto="Toronto", mattis="Mattis")
    evidence = {"entity": "place/ottawa", "source": "Ottawa", "target": "Toronto"}
    missing = {"entity": "person/sajjan", "source": "Sajjan"}
    assert _linked(target) == [("name-missing", missing), ("name-mismatch", evidence)]


@pytest.mark.parametrize(
    ("language", "text", "place", "surface", "count"),
    [
        ("ru", "Министр Саджан встретил Мэттиса в Торонто.", "toronto", "Торонто", 1),
        ("ja", "サージャン大臣はトロントでマティスと会った。", "toronto", "トロント", 1),
        ("ru", "Министр Саджан встретил Мэттиса в Западной Оттаве.", "west-ottawa", "Западной Оттаве", 0),
        ("ru", "Министр Саджан встретил Мэттиса в Министре.", "minister", "Министре", 0),
        ("he", "השר סג'אן פגש את מוביל.", "mobile", "מוביל", 0),
    ],
)
def test_another_place_in_another_script_is_a_wrong_name_where_words_have_capitals(
    language: str, text: str, place: str, surface: str, count: int
) -> None:
    target = _side(language, text, **{f"o_{place}": surface})
    assert [code for code, _ in _linked(target)].count("name-mismatch") == count


@pytest.mark.parametrize(
    ("language", "text", "surface", "count"),
    [
        ("ar", "وصل الوزير إلى سوريا.", "سوريا", 1),
        ("zh-Hans", "部长抵达叙利亚。", "叙利亚", 1),
        ("ar", "وصل الوزير إلى مدينة.", "مدينة", 0),
    ],
)
def test_another_country_is_a_wrong_name_in_any_script(
    language: str, text: str, surface: str, count: int
) -> None:
    source = _side("en", "The minister arrived in Iraq.", o_iraq="Iraq")
    target = _side(language, text, o_other=surface)
    pairs = [Pair(tuple(source.segments()), tuple(target.segments()), "1-1", 1.0, {})]
    found = [each.code for each in linked_name_findings(source, target, pairs, None)]
    assert found.count("name-mismatch") == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Der Minister kam an.", 1), ("Der Minister reiste in die irakische Hauptstadt.", 0),
        ("Der Minister kam im irakisch-kurdischen Norden an.", 0),
    ],
)  # fmt: skip
def test_a_country_is_missing_unless_an_adjective_says_it(text: str, count: int) -> None:
    source = _side("en", "The minister arrived in Iraq.", o_iraq="Iraq")
    target = Side("de", (Piece("b1", "paragraph", text),), {})
    pairs = [Pair(tuple(source.segments()), tuple(target.segments()), "1-1", 1.0, {})]
    found = [each.code for each in linked_name_findings(source, target, pairs, None)]
    assert found == ["name-missing"] * count


@pytest.mark.parametrize(
    ("language", "source", "text", "count"),
    [
        ("de", "It will be played in Naples, Italy.", "Gespielt wird in Neapel.", 0),
        ("de", "It will be played in Naples (Italy).", "Gespielt wird in Neapel.", 0),
        ("de", "It will be played in Germany, Italy and France.", "Gespielt wird hier.", 1),
        ("de", "The Italy-based body has no power.", "Das Gremium hat keine Macht.", 0),
        ("de", "Tickets for Italy 1990 were gone.", "Die Karten waren weg.", 0),
        ("cs", "It will be played in Italy.", "Hraje se v italské Neapoli.", 0),
        ("cs", "It will be played in Italy.", "Hraje se v Neapoli.", 1),
    ],
)
def test_a_country_is_missing_only_where_nothing_else_says_it(
    language: str, source: str, text: str, count: int
) -> None:
    others = {
        id_: name for id_, name in {"o_naples": "Naples", "o_germany": "Germany"}.items() if name in source
    }
    there = _side("en", source, o_italy="Italy", **others)
    here = Side(language, (Piece("b1", "paragraph", text),), {})
    pairs = [Pair(tuple(there.segments()), tuple(here.segments()), "1-1", 1.0, {})]
    found = [each.evidence["source"] for each in linked_name_findings(there, here, pairs, None)]
    assert found.count("Italy") == count


def test_england_in_the_place_of_britain_is_no_wrong_name() -> None:
    source = _side("en", "They found Britain's spies.", o_britain="Britain")
    target = _side("da", "De fandt Englands spioner.", o_england="Englands")
    pairs = [Pair(tuple(source.segments()), tuple(target.segments()), "1-1", 1.0, {})]
    assert list(linked_name_findings(source, target, pairs, {"place/britain": ()})) == []


def test_a_town_is_exchanged_also_where_its_country_is_said_otherwise() -> None:
    source = Side(
        "nl",
        (Piece("b1", "paragraph", "In het Canadese Ottawa."),),
        {"b1": [KnownName(7, 15, "place/canada", True), KnownName(16, 22, "place/ottawa")]},
    )
    target = Side(
        "en", (Piece("b1", "paragraph", "In Toronto."),), {"b1": [KnownName(3, 10, "place/toronto")]}
    )
    assert _between(source, target) == ["name-mismatch"]


def test_what_the_people_of_a_place_are_called_is_not_missed() -> None:
    text = "The Iraqi arrived."
    source = Side("en", (Piece("b1", "paragraph", text),), {"b1": [KnownName(4, 9, "place/iraq", True)]})
    target = Side("ja", (Piece("b1", "paragraph", "大臣が到着した。"),), {})
    pairs = [Pair(tuple(source.segments()), tuple(target.segments()), "1-1", 1.0, {})]
    assert list(linked_name_findings(source, target, pairs, None)) == []


def test_a_surname_alone_that_is_spelled_otherwise_is_not_told_as_missing() -> None:
    target = _side("en", "Minister Saijan met Mattis in Ottawa.", mattis="Mattis", o_ottawa="Ottawa")
    assert _linked(target) == [("name-spelling", {"source": "Sajjan", "target": "Saijan"})]


def test_who_stands_there_under_another_first_name_is_not_told_as_missing() -> None:
    target = _side("en", "Minister Hargit Sajján met Mattis in Ottawa.", mattis="Mattis", o_ottawa="Ottawa")
    assert _linked(target) == []


def test_who_has_no_name_in_the_language_is_not_missed() -> None:
    target = _side("ja", "オタワで大臣はマティスと会った。", mattis="マティス", o_ottawa="オタワ")
    assert _linked(target, {"person/mattis": (), "place/ottawa": ()}) == []
    assert _linked(target, {"person/sajjan": ()}) == [
        ("name-missing", {"entity": "person/sajjan", "source": "Sajjan"})
    ]


@pytest.mark.parametrize(
    ("source", "target", "elsewhere", "found"),
    [
        ("Then Trudeau said so.", "Toen zei Trudau dat.", {"trudeau": 3, "trudau": 1}, ["Trudau"]),
        ("He left Baghdad early.", "Hij verliet Bahgdad vroeg.", {"baghdad": 2, "bahgdad": 1}, ["Bahgdad"]),
        ("Then Trudeau said so.", "Toen zei Trudau dat.", {"trudau": 1}, []),
        ("Then Trudeau said so.", "Toen zei Trudau dat.", {"trudeau": 3, "trudau": 2}, []),
        ("He left London early.", "Hij verliet Londen vroeg.", {"london": 3, "londen": 1}, []),
        ("They met Bakker and Backer.", "Zij troffen Backer.", {"bakker": 2, "backer": 1}, []),
    ],
)
def test_a_name_that_stands_elsewhere_as_in_the_source_is_misspelt_where_it_does_not(
    source: str, target: str, elsewhere: dict[str, int], found: list[str]
) -> None:
    findings = name_spelling_findings(source, target, ("en", "nl"), elsewhere)
    assert [finding.evidence["target"] for finding in findings] == found


def test_what_an_acronym_makes_a_title_is_no_spelling_of_the_name() -> None:
    source, target = "Here Scotland is home.", "Hier is Schotland thuis."
    counts = count_names([target, "Bij NHS Scotland. Ook NHS Scotland."])
    assert list(name_spelling_findings(source, target, ("en", "nl"), counts)) == []


@pytest.mark.parametrize(
    ("languages", "count"),
    [(("cs", "pl"), 0), (("en", "pl"), 1)],
)
def test_two_languages_that_decline_give_a_name_other_endings(languages: tuple[str, str], count: int) -> None:
    source, target = "přátelům Hernana Ferruchiho", "przyjaciół Hernana Ferruchiego"
    assert len(list(name_spelling_findings(source, target, languages))) == count


@pytest.mark.parametrize(("word", "count"), [("Bahgdad", 1), ("Baghdad", 0), ("Bakersfield", 0)])
def test_a_place_that_is_spelled_otherwise_in_one_sentence_is_told(word: str, count: int) -> None:
    there = "De minister bezocht Bagdad. Daarna verliet hij Bagdad."
    links = [KnownName(20, 26, "place/baghdad"), KnownName(47, 53, "place/baghdad")]
    source = Side("nl", (Piece("b1", "paragraph", there),), {"b1": links})
    here = f"The minister visited Baghdad. Then he left {word}."
    target = Side("en", (Piece("b1", "paragraph", here),), {"b1": [KnownName(21, 28, "place/baghdad")]})
    pairs = [
        Pair((one,), (other,), "1-1", 1.0, {})
        for one, other in zip(source.segments(), target.segments(), strict=True)
    ]
    found = [
        (each.code, each.evidence["target"]) for each in linked_name_findings(source, target, pairs, None)
    ]
    assert found == [("name-spelling", word)] * count


def _between(source: Side, target: Side) -> list[str]:
    pairs = [Pair(tuple(source.segments()), tuple(target.segments()), "1-1", 1.0, {})]
    return [each.code for each in linked_name_findings(source, target, pairs, None)]


@pytest.mark.parametrize(
    ("language", "text", "surface", "found"),
    [
        ("de", "Der syrische Soldat fiel in Syrien.", "Syrien", ["name-mismatch"]),
        ("sr-Latn", "Vana je ubio snajper u Iraku.", "Vana", []),  # Vann's, and a town
        ("it", "Il soldato lasciò la Marina irachena.", "Marina", []),
        ("pt", "O soldado iraquiano viu Lee.", "Lee", []),
    ],
)
def test_only_a_country_stands_in_the_place_of_a_country(
    language: str, text: str, surface: str, found: list[str]
) -> None:
    source = _side("en", "The soldier Vann, whom Lee knew, fell in Iraq.", o_iraq="Iraq")
    target = _side(language, text, o_other=surface)
    assert [code for code in _between(source, target) if code == "name-mismatch"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("Испанское правительство против.", []), ("Правительство против.", ["name-missing"])],
)
def test_a_capital_is_not_missed_where_its_country_is_named(text: str, found: list[str]) -> None:
    source = _side("en", "It was deemed illegal by Madrid.", o_madrid="Madrid")
    assert _between(source, _side("ru", text)) == found


@pytest.mark.parametrize(("language", "found"), [("sr-Latn", []), ("fr", ["name-spelling"])])
def test_where_names_are_respelt_as_they_are_spoken_the_source_is_no_measure(
    language: str, found: list[str]
) -> None:
    source = _side("en", "It reached Guizhou.", o_guizhou="Guizhou")
    assert _between(source, _side(language, "À Guixhou.")) == found


def test_what_a_place_is_called_on_both_sides_is_not_misspelt() -> None:
    texts = {"es": "Que Gran Bretaña salga", "it": "Che la Gran Bretagna esca"}
    links = {"es": KnownName(4, 16, "place/britain"), "it": KnownName(7, 20, "place/britain")}
    source, target = (
        Side(tag, (Piece("b1", "paragraph", text),), {"b1": [links[tag]]}) for tag, text in texts.items()
    )
    pairs = [Pair(tuple(source.segments()), tuple(target.segments()), "1-1", 1.0, {})]
    found = [each.finding.code for each in check_sides("a", source, target, pairs)]
    assert "name-spelling" not in found


def test_what_may_be_a_word_where_names_have_no_capitals_is_not_missed() -> None:
    source = _side("ar", "فريق آدم كييف في بلفاست", o_kyiv="كييف")
    assert _between(source, _side("en", "Adam Keefe's men in Belfast")) == []


@pytest.mark.parametrize(
    ("language", "called", "text", "found"),
    [
        ("de", "Basra", "Der Minister kam an.", ["name-missing"]),
        ("ru", "Басра", "Министр прибыл в город.", ["name-missing"]),
        ("ru", "Басра", "Министр прибыл в Басру.", []),
        ("de", "Basra", "Der Minister kam in der basrischen Wüste an.", []),
        ("zh-Hans", "巴士拉", "部长抵达了。", []),  # where a name may be said by some of its characters
    ],
)
def test_a_place_that_cldr_does_not_know_is_missing_where_no_word_is_like_its_names(
    language: str, called: str, text: str, found: list[str]
) -> None:
    source = _side("en", "The minister arrived in Basra.", o_basra="Basra")
    target = Side(language, (Piece("b1", "paragraph", text),), {})
    pairs = [Pair(tuple(source.segments()), tuple(target.segments()), "1-1", 1.0, {})]
    findings = linked_name_findings(source, target, pairs, {"place/basra": {called}})
    assert [each.code for each in findings] == found


def test_a_part_of_a_longer_name_is_not_missed() -> None:
    source = _side("en", "Rain is expected from Baja California.", o_baja="Baja")
    target = Side("fr", (Piece("b1", "paragraph", "Des pluies sont attendues en Basse-Californie."),), {})
    pairs = [Pair(tuple(source.segments()), tuple(target.segments()), "1-1", 1.0, {})]
    assert list(linked_name_findings(source, target, pairs, {"place/baja": {"Baja"}})) == []


def test_a_person_put_for_another_is_told_where_both_are_named_elsewhere() -> None:
    there, here = "Bijleveld was proud. Mattis was not.", "Mattis was proud. Mattis was not."
    bijleveld, mattis = "person/bijleveld", "person/mattis"
    links = [KnownName(0, 9, bijleveld), KnownName(21, 27, mattis)]
    source = Side("nl", (Piece("b1", "paragraph", there),), {"b1": links})
    links = [KnownName(0, 6, mattis), KnownName(18, 24, mattis)]
    target = Side("en", (Piece("b1", "paragraph", here),), {"b1": links})
    pairs = [
        Pair((one,), (other,), "1-1", 1.0, {})
        for one, other in zip(source.segments(), target.segments(), strict=True)
    ]
    (finding,) = linked_name_findings(source, target, pairs, None)
    evidence = {"entity": bijleveld, "source": "Bijleveld", "target": "Mattis"}
    assert (finding.code, finding.evidence) == ("name-mismatch", evidence)
