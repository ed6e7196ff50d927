"""XLIFF as tools leave it: what of a unit that they have split is its text."""

from io import BytesIO

import pytest

from app.exchange.xliff_reading import TranslatedUnit, read_xliff

HEAD = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="nl" trgLang="{language}">'
    '<file id="haven"><unit id="b1.1">'
)
TAIL = "</unit></file></xliff>"


def _unit(parts: str, language: str) -> TranslatedUnit:
    (article,) = read_xliff(BytesIO(f"{HEAD.format(language=language)}{parts}{TAIL}".encode()))
    assert article.faults == []
    (unit,) = article.units
    return unit


def _segment(source: str, target: str, order: str = "") -> str:
    ordered = f' order="{order}"' if order else ""
    return f"<segment><source>{source}</source><target{ordered}>{target}</target></segment>"


SPACE = "<ignorable><source> </source></ignorable>"


@pytest.mark.parametrize(
    ("parts", "language", "text"),
    [
        (_segment("Een.", "Un.") + SPACE + _segment("Twee.", "Deux."), "fr", "Un. Deux."),
        (_segment("Een. ", "Un.") + _segment("Twee.", "Deux."), "fr", "Un. Deux."),
        (_segment("Een. ", "Un. ") + _segment("Twee.", "Deux."), "fr", "Un. Deux."),
        (_segment("Een-", "Un") + _segment("twee", "deux"), "fr", "Undeux"),
        (_segment("Een.", "一。") + SPACE + _segment("Twee.", "二。"), "zh-Hans", "一。二。"),
        (_segment("Een. ", "一。") + _segment("Twee.", "二。"), "ja", "一。二。"),
        (_segment("Een. ", "Un.", "2") + _segment("Twee.", "Deux.", "1"), "fr", "Deux. Un."),
        (_segment("Een.", "Un.", "3") + SPACE + _segment("Twee.", "Deux.", "1"), "fr", "Deux. Un."),
        (_segment("Een.", "Un.") + SPACE + _segment("Twee.", ""), "fr", ""),
    ],
)  # fmt: skip
def test_a_unit_that_a_tool_has_split_is_one_text(parts: str, language: str, text: str) -> None:
    assert _unit(parts, language).target == text
