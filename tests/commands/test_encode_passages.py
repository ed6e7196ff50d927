"""What texts mean is stored once, anew where a text has changed, and only with an encoder."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlmodel import select

from app.commands.import_inbox import import_inbox
from app.commands.index_article import rebuild_index
from app.commands.reindex import EncodeReport, reindex
from app.database.engine import Database
from app.intake.article_folder import find_inbox
from app.models import Meaning, Translation
from app.search.passages import BYTES, MOST
from tests.encoder import FewThings

DUTCH = "Brug ingestort\n\nDe brug is ingestort door de regen.\n"
FRENCH = "Un pont s'effondre\n\nLe pont est tombé.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    article = tmp_path / "inbox" / "brug"
    article.mkdir(parents=True)
    (article / "nl.txt").write_text(DUTCH, "utf-8")
    (article / "fr.txt").write_text(FRENCH, "utf-8")
    return article.parent


def _import(database: Database, folder: Path, encoder: FewThings | None) -> None:
    list(import_inbox(database, find_inbox([folder]), default_language="nl", encoder=encoder))


def _passages(database: Database) -> dict[str, int]:
    """How many of each language are stored."""
    with database.read() as session:
        rows: Sequence[tuple[str, bytes]] = session.exec(
            select(Translation.language, Meaning.bits).where(Meaning.translation_id == Translation.id)
        ).all()
    return {language: len(bits) // BYTES for language, bits in rows}


def _encoded(database: Database, encoder: FewThings | None) -> int:
    return sum(each.translations for each in reindex(database, encoder) if isinstance(each, EncodeReport))


def test_an_import_stores_what_headline_and_sentences_mean(database: Database, folder: Path) -> None:
    _import(database, folder, FewThings())
    assert _passages(database) == {"nl": 2, "fr": 0}


def test_without_an_encoder_nothing_is_stored(database: Database, folder: Path) -> None:
    _import(database, folder, None)
    assert _encoded(database, None) == 0
    assert _passages(database) == {}


def test_what_is_stored_is_not_read_again(database: Database, folder: Path) -> None:
    _import(database, folder, FewThings())
    encoder = FewThings()
    assert _encoded(database, encoder) == 0
    assert encoder.read == []


def test_a_changed_text_is_encoded_anew_and_the_other_is_not(database: Database, folder: Path) -> None:
    _import(database, folder, FewThings())
    (folder / "brug" / "nl.txt").write_text(DUTCH + "\nDe boeren wachten op de oogst.\n", "utf-8")
    _import(database, folder, None)
    assert _encoded(database, FewThings()) == 1
    assert _passages(database) == {"nl": 3, "fr": 0}


def test_another_encoder_encodes_all_anew(database: Database, folder: Path) -> None:
    class Another(FewThings):
        pass

    _import(database, folder, FewThings())
    assert _encoded(database, Another()) == 2


def test_a_rebuild_forgets_what_texts_mean(database: Database, folder: Path) -> None:
    _import(database, folder, FewThings())
    rebuild_index(database)
    assert _passages(database) == {}
    assert _encoded(database, FewThings()) == 2


def test_of_a_long_text_the_beginning_is_stored(database: Database, folder: Path) -> None:
    sentences = [f"De brug nummer {number} is ingestort." for number in range(3 * MOST)]
    (folder / "brug" / "nl.txt").write_text("\n\n".join(sentences), "utf-8")
    _import(database, folder, FewThings())
    assert _passages(database)["nl"] == MOST
