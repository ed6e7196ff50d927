from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.database.engine import Database
from app.queries.suggestions import suggest_words
from tests.conftest import import_folder, import_texts

SITE = ("en", "nl")
NOW = datetime.now(UTC)

pytestmark = pytest.mark.usefixtures("ottawa")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("coaltion", "coalition"),
        ("wederopbuow", "wederopbouw"),
        ("Bagdhad", "Baghdad"),
        ("Otawa", "Ottawa"),
        ("SYRA", "SYRIA"),
        ("Bijlevelt", "Bijleveld"),
    ],
)
def test_a_misspelt_word_is_proposed_as_texts_have_it(database: Database, typed: str, meant: str) -> None:
    with database.read() as session:
        assert suggest_words(session, typed, SITE, NOW, ["en"])[0] == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("oalition", "coalition"),
        ("cpalition", "coalition"),
        ("iederopbouw", "wederopbouw"),
        ("ttawa", "ottawa"),
    ],
)
def test_the_first_letters_may_be_others_or_lacking(database: Database, typed: str, meant: str) -> None:
    with database.read() as session:
        assert suggest_words(session, typed, SITE, NOW)[0] == meant


@pytest.fixture
def hundred(database: Database, tmp_path: Path) -> None:
    """Five articles in English that have the word, and one in German and in Swedish."""
    articles = {f"kites-{each}": {"en": "Kites\n\nA hundred dragons flew.\n"} for each in range(5)}
    articles["kites-0"] |= {
        "de": "Hundert kamen\n\nHundert kamen mit ihren Drachen.\n",
        "sv": "Storm\n\nHundrade hade kommit.\n",
    }
    import_texts(database, tmp_path, articles)


@pytest.mark.usefixtures("hundred")
@pytest.mark.parametrize(
    ("typed", "read", "meant"),
    [
        ("hundrad", "en", ["hundred"]),
        ("hundrad", "sv", []),
        ("hundert", "en", ["hundred"]),
        ("hundert", "de", []),
        ("dragon", "de", []),
    ],
)
def test_what_only_another_language_has_may_be_misspelt(
    database: Database, typed: str, read: str, meant: list[str]
) -> None:
    """A form of what the Swedish text has, and what the German one has as it is typed."""
    with database.read() as session:
        now = datetime.now(UTC)
        assert suggest_words(session, typed, ("de", "en", "sv"), now, [read]) == meant


def test_a_name_is_proposed_that_is_known_though_no_text_has_it(database: Database) -> None:
    """The texts have Erbil alone; Arbil is another name of the place."""
    with database.read() as session:
        assert suggest_words(session, "Arbill", SITE, NOW) == ["Arbil"]


def test_a_name_of_somebody_whom_no_article_mentions_is_not_proposed(
    database: Database, tmp_path: Path
) -> None:
    (tmp_path / "people.toml").write_text('[ann]\nlabels = { mul = "Marguerite" }\n', encoding="utf-8")
    import_folder(database, tmp_path)
    with database.read() as session:
        assert suggest_words(session, "Marguerita", SITE, NOW) == []


@pytest.mark.parametrize("typed", ["coalition", "COALITION", "coalitie", "Syrie", "F-16", "the", ""])
def test_nothing_is_proposed_for_what_texts_have(database: Database, typed: str) -> None:
    with database.read() as session:
        assert suggest_words(session, typed, SITE, NOW) == []


def test_a_form_of_a_known_word_is_known(database: Database) -> None:
    with database.read() as session:
        assert suggest_words(session, "coalitions", SITE, NOW) == []


@pytest.mark.parametrize("typed", ["zzzzzz", "'; DROP", "%%%%", "nl:nl:nl:", "\U0010ffff" * 5, "a" * 5000])
def test_anything_may_be_typed(database: Database, typed: str) -> None:
    with database.read() as session:
        assert suggest_words(session, typed, SITE, NOW) == []


def test_a_site_without_texts_has_nothing_to_propose(database: Database) -> None:
    with database.read() as session:
        assert suggest_words(session, "coaltion", (), NOW) == []
