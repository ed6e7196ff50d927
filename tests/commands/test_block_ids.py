"""Blocks that translate each other have one id, in whatever order they come, and keep it."""

from pathlib import Path

import pytest

from app.database.engine import Database
from app.queries.articles import get_versions
from app.queries.sides import get_sides
from tests.conftest import import_folder
from tests.routes.test_alignment import FIRE


def _write(folder: Path, language: str, lines: list[str]) -> None:
    (folder / "fire").mkdir(exist_ok=True)
    (folder / "fire" / "article.toml").write_text('source_language = "nl"\n', "utf-8")
    (folder / "fire" / f"{language}.txt").write_text("\n\n".join(lines) + "\n", "utf-8")


def _ids(database: Database) -> dict[str, dict[str, str]]:
    """By language the first word of each block, by id."""
    with database.read() as session:
        sides = get_sides(session, get_versions(session, "fire").versions)
    return {
        tag: {piece.key: piece.text.split()[0] for piece in side.pieces if piece.key.startswith("b")}
        for tag, side in sides.items()
    }


@pytest.mark.parametrize("order", [("nl", "en"), ("en", "nl")])
def test_a_language_that_comes_later_shares_the_ids_of_what_it_translates(
    database: Database, tmp_path: Path, order: tuple[str, str]
) -> None:
    for language in order:
        _write(tmp_path, language, list(FIRE[language]))
        import_folder(database, tmp_path)
    ids = _ids(database)
    assert ids["nl"].keys() == ids["en"].keys()
    assert list(ids["nl"].values()) == ["Burgemeester", "Er", "Volgens"]
    assert [ids["en"][key] for key in ids["nl"]] == ["Mayor", "There", "According"]


def test_a_heading_that_only_one_language_has_changes_no_other_id(database: Database, tmp_path: Path) -> None:
    headline, lead, mayor, wounded, damage = FIRE["en"]
    _write(tmp_path, "nl", list(FIRE["nl"]))
    _write(tmp_path, "en", [headline, lead, mayor, "Wounded", wounded, damage])
    import_folder(database, tmp_path)
    ids = _ids(database)
    assert {key: ids["en"].get(key) for key in ids["nl"]} == {"b1": "Mayor", "b2": "There", "b3": "According"}
    assert set(ids["en"]) - set(ids["nl"]) == {"b4"}


def test_an_id_outlives_what_it_was_shared_with(database: Database, tmp_path: Path) -> None:
    for language in ("nl", "en"):
        _write(tmp_path, language, list(FIRE[language]))
    import_folder(database, tmp_path)
    before = _ids(database)
    headline, lead, mayor, wounded, damage = FIRE["nl"]
    _write(
        tmp_path, "nl", [headline, lead, "Er is iets nieuws te melden uit Den Haag.", mayor, wounded, damage]
    )
    import_folder(database, tmp_path)
    after = _ids(database)
    assert after["en"] == before["en"]
    assert {key: word for key, word in after["nl"].items() if key in before["nl"]} == before["nl"]
