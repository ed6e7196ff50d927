"""The form that was typed comes first, then others of the reader's language, then those of any other."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from app.database.engine import Database
from tests.conftest import import_texts

BODY = "Nothing was said of it before the evening, and not much was known of it later in the week. " * 20
ARTICLES = {
    "man": {"de": "Mann trifft Mann\n\nEin Mann sah einen Mann.\n\nDer Mann ging, der Mann kam.\n"},
    "protest": {"en": f"Protest in town\n\nA march.\n\nThey did it in a peaceful manner.\n\n{BODY}\n"},
    "houses": {"es": f"Calle nueva\n\nUna calle.\n\nAllí hay casas.\n\n{BODY}\n"},
    "bar": {"en": "Casa opens\n\nCasa is a bar.\n\nThe casa has rooms.\n"},
    "price": {"es": "Casa vendida\n\nLa casa es blanca.\n\nOtra casa queda.\n"},
}


RUSSIAN = {
    "spoke": "Заседание\n\nЛавров выступил первым.\n\nКовалёв молчал.\n",
    "met": "Встреча\n\nПосол встретил Лаврова.\n\nС Ковалевым он не виделся.\n",
    "tables": "Мебель\n\nКупили десять столов.\n\nДома нет стола.\n",
}


@pytest.fixture(autouse=True)
def _articles(database: Database, tmp_path: Path) -> None:
    import_texts(database, tmp_path / "inbox", ARTICLES)


def _ids(client: httpx.Client, q: str, language: str) -> list[str]:
    answer = client.get("/search", params={"q": q}, headers={"Accept-Language": language})
    found: Any = answer.json()
    return [hit["article"]["id"] for hit in found["items"]]


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_the_form_that_was_typed_comes_first_whoever_reads(client: httpx.Client, language: str) -> None:
    assert _ids(client, "manner", language) == ["protest", "man"]
    assert _ids(client, '"Manner"', language) == ["protest", "man"]
    assert _ids(client, "Mann", language) == ["man"]


def test_another_form_in_the_readers_language_comes_before_those_of_others(client: httpx.Client) -> None:
    assert _ids(client, "manners", "en") == ["protest", "man"]


def test_a_language_that_has_the_form_comes_before_the_readers_without_it(client: httpx.Client) -> None:
    assert _ids(client, "casas", "en")[-1] == "bar"
    assert set(_ids(client, "casas", "en")) == {"bar", "houses", "price"}
    assert _ids(client, "casa", "en")[0] == "bar"


def test_a_number_has_one_form(client: httpx.Client, database: Database, tmp_path: Path) -> None:
    numbers = (("much", "820,000", "en"), ("viel", "820.000", "de"))
    texts = {
        name: {language: f"{number} found\n\n{number} of {number}.\n\nMore.\n"}
        for name, number, language in numbers
    }
    import_texts(database, tmp_path / "more", texts)
    assert _ids(client, "820.000", "en") == ["much", "viel"]


@pytest.mark.parametrize(
    "q", ["Лавров", "Лаврова", "лавровым", "Ковалёв", "Ковалев", "Ковалёва", '"Ковалевым"']
)
def test_a_russian_surname_is_found_in_every_form(
    client: httpx.Client, database: Database, tmp_path: Path, q: str
) -> None:
    import_texts(database, tmp_path / "russian", {name: {"ru": text} for name, text in RUSSIAN.items()})
    assert sorted(_ids(client, q, "ru")) == ["met", "spoke"]
    assert _ids(client, "столов", "ru") == _ids(client, "стола", "ru") == ["tables"]


def test_what_has_the_form_comes_before_what_has_another_with_the_same_stem_in_another_language(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    texts = {
        "judge": {"nl": "Zitting\n\nEen zaak.\n\nDe rechter sprak.\n"},
        "judges": {"nl": "Rechter weg\n\nEen rechter ging.\n\nDe rechter kwam niet.\n"},
        "right": {"de": "Recht und Rechte\n\nDas Recht.\n\nDie Rechte, das Recht, des Rechts.\n"},
        "law": {"de": "Recht gilt\n\nRecht.\n\nSein Recht.\n"},
        "margin": {"de": "Am rechten Rand\n\nEin rechter Rand.\n\nRechts steht nichts.\n"},
        "court": {"de": "Vom Recht\n\nDas Recht.\n\nAlles Recht.\n"},
    }
    import_texts(database, tmp_path / "more", texts)
    for language in ("en", "nl", "de"):
        assert _ids(client, "rechter", language)[:2] == ["judges", "judge"]


@pytest.mark.parametrize("read", ["tr", "en"])
def test_a_word_typed_with_marks_is_no_other_languages_word_without_them(
    client: httpx.Client, database: Database, tmp_path: Path, read: str
) -> None:
    texts = {
        "vineyard": {"tr": f"Eski köy\n\nBir köy.\n\nKöyde bağ var.\n\n{BODY}\n"},
        "luggage": {"en": "Bag in a bag\n\nA bag is a bag.\n\nThe bag and the bag.\n"},
    }
    import_texts(database, tmp_path / "marked", texts)
    assert _ids(client, "bağ", read) == ["vineyard", "luggage"]
    assert _ids(client, "bag", read) == ["luggage", "vineyard"]


def test_a_word_typed_without_marks_may_have_them(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    text = "Egy kör\n\nA kör.\n\nEz a kör az a kör.\n"
    import_texts(database, tmp_path / "marked", {"circle": {"hu": text}})
    assert _ids(client, "kor", "hu") == _ids(client, "kör", "hu") == ["circle"]


HEBREW = {
    "question": "שאלה\n\nהוא ענה על השאלה של השר.\n",
    "these": "ספרים\n\nאלה ספרים ישנים.\n",
    "question-that": "נאום\n\nהיא אמרה שהשאלה קשה.\n",
}


def test_a_hebrew_word_that_texts_have_with_the_article_begins_with_no_proclitic(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    """What may be that-these is a question, for there is the question."""
    import_texts(database, tmp_path / "hebrew", {name: {"he": HEBREW[name]} for name in ("these",)})
    assert _ids(client, "שאלה", "he") == ["these"]
    others = {name: {"he": HEBREW[name]} for name in ("question", "question-that")}
    import_texts(database, tmp_path / "more", others)
    assert _ids(client, "שאלה", "he") == ["question", "question-that"]
    assert set(_ids(client, "השאלה", "he")) == {"question", "question-that"}
