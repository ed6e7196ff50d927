import pytest

from app.parallel.checks.names import missing_name_findings, name_spelling_findings


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
