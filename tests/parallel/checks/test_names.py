from collections.abc import Collection, Mapping

import pytest

from app.parallel.checks.finding import CODES
from app.parallel.checks.linked_names import linked_name_findings
from app.parallel.checks.names import missing_name_findings, name_spelling_findings
from app.parallel.pairs import Pair
from app.parallel.side import Piece, Side
from app.parallel.text import KnownName


@pytest.mark.parametrize(
    ("source", "target", "names"),
    [
        ("Minister Harjit Sajjan met", "minister Harjit Saijan sprak", ("Sajjan", "Saijan")),
        ("when Kenny Miler left", "da Kenny Miller forlod", ("Miler", "Miller")),
        ("Mike Trudell wrote", "skrev Mike Trundell", ("Trudell", "Trundell")),
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
    ],
)
def test_endings_accents_and_other_people_are_no_finding(source: str, target: str) -> None:
    assert list(name_spelling_findings(source, target)) == []


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


def _linked(target: Side, nameable: Collection[str] | None = None) -> list[tuple[str, Mapping[str, str]]]:
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


def test_a_surname_alone_that_is_spelled_otherwise_is_not_told_as_missing() -> None:
    target = _side("en", "Minister Saijan met Mattis in Ottawa.", mattis="Mattis", o_ottawa="Ottawa")
    assert _linked(target) == [("name-spelling", {"source": "Sajjan", "target": "Saijan"})]


def test_who_has_no_name_in_the_language_is_not_missed() -> None:
    target = _side("ja", "オタワで大臣はマティスと会った。", mattis="マティス", o_ottawa="オタワ")
    assert _linked(target, {"person/mattis", "place/ottawa"}) == []
    assert _linked(target, {"person/sajjan"}) == [
        ("name-missing", {"entity": "person/sajjan", "source": "Sajjan"})
    ]
