"""Single faults, and what looks like one but is none."""

import re
from pathlib import Path

import pytest

import app.newswire
from app.newswire.findings import MEANINGS
from app.newswire.parsing import parse


def found(code: str, text: str, language: str = "en") -> list[tuple[int, int]]:
    """Places of a code in a text with this line as its lead."""
    findings = parse(f"A headline\n\n{text}\n".encode(), language).findings
    return [(finding.line, finding.column) for finding in findings if finding.code == code]


@pytest.mark.parametrize(
    ("language", "text", "column"),
    [
        ("nl", "Daarover spraken minister\u00a0 en 12 collega’s.", 26),
        ("nl", "Daarover sprak defensieminister  met haar collega’s.", 32),
        ("nl", "De onderhandelingen tussen  en de gemeente duren voort.", 27),
        ("en", "Yesterday Minister  and 12 colleagues met.", 19),
        ("en", "The talks between  and the council go on.", 18),
        ("de", "Gestern sprach Ministerin  und zwölf Kollegen.", 26),
        ("es", "Ayer habló la ministra  y doce colegas callaron.", 23),
        ("fr", "Hier ministre\u00a0 et douze collègues ont parlé.", 14),
        ("es", "Ayer hablaron ministra\u00a0 y doce colegas.", 23),
        ("ru", "Вчера министр  и двенадцать коллег встретились.", 14),
    ],
)
def test_a_gap_where_a_name_should_stand_is_found(language: str, text: str, column: int) -> None:
    assert found("missing-name", text, language) == [(3, column)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Daarover sprak minister  Bijleveld met haar collega’s."),
        ("nl", "De minister  zei dat het goed gaat."),
        ("nl", "Daar lagen boeken  en tijdschriften."),
        ("en", "The minister  of defence spoke first."),
        ("en", "He spoke.  Then he left."),
        ("en", "It took  12 hours."),
        ("de", "Gestern sprach Ministerin  Beispiel im Hafen."),
        ("fr", "Il a dit\u00a0: oui, 12\u00a0000 fois."),
    ],
)
def test_a_stray_space_is_no_missing_name(language: str, text: str) -> None:
    assert found("missing-name", text, language) == []


def test_stray_spaces_are_collapsed_and_reported_once_a_line() -> None:
    raw = b"A headline\n\n  One  two.  Three.\t Four.  \n"
    parsed = parse(raw, "en")
    assert parsed.story.lead == "One two. Three. Four."
    assert found("double-space", "  One  two.  Three.\t Four.  ") == [(3, 6)]


def test_no_break_spaces_are_never_changed() -> None:
    lead = parse(
        "A headline\n\n«\u00a0Oui\u00a0» 12\u202f000 et\u00a0\u00a0plus.\n".encode(), "fr"
    ).story.lead
    assert lead == "«\u00a0Oui\u00a0» 12\u202f000 et\u00a0\u00a0plus."


@pytest.mark.parametrize(
    ("language", "text", "column"),
    [
        ("en", "From left to right: James Mattis, Ank Bijleveld en Harjit Sajjan.", 49),
        ("en", "Left to right: Anna Beispiel und Karl Muster.", 30),
        ("nl", "Vlnr: James Mattis, Ank Bijleveld and Harjit Sajjan.", 35),
        ("fr", "De gauche à droite : Jean Dupont, Anna Beispiel und Karl Muster.", 49),
        ("en", "They were James Mattis, Ank van der Berg en Harjit Sajjan.", 42),
        ("uk", "Вони: Іван Приклад и Анна Проба.", 20),
    ],
)
def test_a_conjunction_of_another_language_between_names_is_found(
    language: str, text: str, column: int
) -> None:
    assert found("mixed-language", text, language) == [(3, column)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Vlnr: James Mattis, Ank Bijleveld en Harjit Sajjan."),
        ("en", "José Ortega y Gasset and Santiago Ramón y Cajal were there."),
        ("fr", "Un voyage de Jean Dupont en Nouvelle Zélande."),
        ("sv", "Det var Anna Prov en Stor Dag."),
        ("de", "Die Kaufhauskette Marks and Spencer und die Food and Drug Administration."),
        ("nl", "De National Aeronautics and Space Administration lanceert."),
        ("en", "He said en passant that the und so weiter was over."),
        ("tlh", "James Mattis und Harjit Sajjan."),
    ],
)
def test_names_that_hold_such_a_word_are_left_alone(language: str, text: str) -> None:
    assert found("mixed-language", text, language) == []


@pytest.mark.parametrize("text", ["F-16’s en F-16's en F-35's.", "C’est l'heure, c’est l’heure."])
def test_two_signs_for_one_apostrophe_are_found_at_the_rarer(text: str) -> None:
    rarer = "’" if text.count("’") < text.count("'") else "'"
    assert found("mixed-apostrophes", text, "nl") == [(3, text.index(rarer) + 1)]


def test_quotation_marks_are_no_apostrophes() -> None:
    assert found("mixed-apostrophes", "He said ’ello, 'the day after' isn’t today.") == []


@pytest.mark.parametrize("text", ["Un cafÃ© noir", "Itâ€™s late", "12Â\u00a0000", "ÐœÐ¾ÑÐºÐ²Ð°", "æ—¥æœ¬"])
def test_utf_8_once_read_as_windows_1252_is_found(text: str) -> None:
    assert len(found("mojibake", text)) == 1


@pytest.mark.parametrize(
    "text", ["Un café\u00a0» noir", "SÃO PAULO", "Þórð Ðuro", "“Là”", "ÂNGELO", "naïve”"]
)
def test_letters_with_signs_are_no_mojibake(text: str) -> None:
    assert found("mojibake", text) == []


def test_a_lost_character_is_found() -> None:
    assert found("replacement-character", "Un caf\ufffd noir") == [(3, 7)]


def test_every_code_has_a_meaning_and_every_meaning_a_code() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8") for path in Path(app.newswire.__path__[0]).glob("*.py")
    )
    used = set(re.findall(r'Finding\(\s*"([a-z-]+)"|_dropped\("([a-z-]+)"', sources))
    assert {code for pair in used for code in pair if code} == set(MEANINGS)
