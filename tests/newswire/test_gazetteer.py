import pytest

from app.newswire.gazetteer import Gazetteer, Name


def _found(text: str, *names: str) -> list[str]:
    gazetteer = Gazetteer(Name(name, ("place", name), "label") for name in names)
    return [text[span.start : span.end] for span in gazetteer.find(text)]


@pytest.mark.parametrize(
    ("text", "name", "surface"),
    [
        ("Brand in ’s-Hertogenbosch geblust", "'s-Hertogenbosch", "’s-Hertogenbosch"),
        ("Brand in 't Harde", "’t Harde", "'t Harde"),
        ("Les États\u00a0Unis et le Canada", "États Unis", "États\u00a0Unis"),
        ("Ottawa.", "Ottawa", "Ottawa"),
        ("(Baghdad)", "Baghdad", "Baghdad"),
        ("Ank Bijleveld\u2011Schouten", "Bijleveld-Schouten", "Bijleveld\u2011Schouten"),
    ],
)
def test_a_name_is_found_however_its_spaces_and_apostrophes_are_written(
    text: str, name: str, surface: str
) -> None:
    assert _found(text, name) == [surface]


@pytest.mark.parametrize("text", ["Iraqi", "ottawa", "Nieuw-Irak_2", "xIrak"])
def test_a_part_of_a_word_or_another_case_is_no_name(text: str) -> None:
    assert _found(text, "Iraq", "Ottawa", "Irak_") == []


def test_the_longest_name_wins() -> None:
    assert _found("New York City", "York", "New York", "New York City") == ["New York City"]


def test_a_name_of_two_is_nobodys() -> None:
    names = [Name("Paris", ("place", "paris"), "label"), Name("Paris", ("person", "paris"), "label")]
    assert list(Gazetteer(names).find("Paris")) == []
