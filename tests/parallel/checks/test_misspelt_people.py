import pytest

from app.parallel.checks.misspelt_people import misspelt_people_findings
from app.parallel.side import Piece, Side
from app.parallel.text import KnownName

QUOTED = "Bijleveld: “Ik ben trots.”"


def _side(language: str, *texts: str, name: str = "Bijleveld") -> Side:
    pieces = tuple(Piece(f"b{place}", "paragraph", text) for place, text in enumerate(texts))
    links = {
        each.key: [KnownName(each.text.index(name), each.text.index(name) + len(name), "person/bijleveld")]
        for each in pieces
        if name in each.text
    }
    return Side(language, pieces, links)


def _found(source: Side, target: Side) -> list[tuple[str, str]]:
    return [
        (each.evidence["source"], each.evidence["target"])
        for each in misspelt_people_findings(source, target)
    ]


@pytest.mark.parametrize(
    ("word", "is_told"),
    [
        ("Bijlevelt", True),
        ("Bijlveld", True),
        ("Bijlevelds", False),
        ("Bijleveld's", False),
        ("Rutte", False),
    ],
)
def test_a_last_name_is_misspelt_wherever_the_sentence_has_it(word: str, *, is_told: bool) -> None:
    source = _side("nl", QUOTED, "Zij sprak met Bijleveld.")
    target = _side("en", f'"I am proud," says Minister {word}.', "She spoke to Bijleveld.")
    assert _found(source, target) == ([("Bijleveld", word)] if is_told else [])


def test_a_double_name_is_misspelt_though_it_is_linked() -> None:
    name = "Bijleveld-Schouten"
    source = _side("nl", f"Vlnr: Mattis en {name}.", f"{name} sprak.", name=name)
    target = _side("en", "Mattis and Bijleveld-Schoten.", f"{name} spoke.", name="Bijleveld-Scho")
    assert _found(source, target) == [(name, "Bijleveld-Schoten")]


def test_a_name_that_is_never_written_as_in_the_source_may_be_the_languages_own() -> None:
    assert (
        _found(_side("en", "Putin spoke.", name="Putin"), _side("hu", "Putyin beszélt.", name="Putyin")) == []
    )


def test_somebody_else_is_no_misspelling() -> None:
    source = _side("en", "Johnson spoke of Johnston.", name="Johnson")
    target = _side("nl", "Johnson sprak van Johnston.", name="Johnson")
    assert _found(source, target) == []
