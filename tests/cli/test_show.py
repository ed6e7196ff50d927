import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import OTTAWA


@pytest.mark.usefixtures("ottawa")
def test_the_names_in_all_languages_are_printed_with_what_they_were_recognised_by(
    run_on_database: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    rows = _rows(run_on_database("show", OTTAWA, "--names").out)
    assert ["en", "Bijleveld", "person", "ank-bijleveld-schouten", "surname", "0.80"] in [
        [language, *rest] for language, _, *rest in rows
    ]
    assert {row[0] for row in rows if "demonym" in row} == {"nl", "en"}
    dutch = _rows(run_on_database("show", OTTAWA, "--names", "--languages", "nl").out)
    assert dutch == [row for row in rows if row[0] == "nl"]


@pytest.mark.usefixtures("ottawa")
def test_names_are_printed_in_no_language_that_the_article_lacks(run_on_database: Run) -> None:
    assert run_on_database("show", OTTAWA, "--names", "--languages", "nl,fr").code == 2
    assert run_on_database("show", "no-such-article", "--names").code == 2


JAPANESE = "彼はオープンフィールドに出る前に3人のディフェンダーを抜き去り、" * 6 + "ゴールを決めた。"
KOREAN = "그는 오픈필드로나오기전에세명의수비수를제치고아주아름다운골을넣었다고감독이전했다" * 3 + "."


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("80", 80), ("120", 120), ("1", 40), ("", 120)])
@pytest.mark.parametrize(("language", "text"), [("ja", JAPANESE), ("zh", JAPANESE), ("ko", KOREAN)])
def test_text_without_spaces_is_wrapped_and_never_cut(
    run_on_database: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    text: str,
    columns: str,
    width: int,
) -> None:
    folder = tmp_path / "goal"
    folder.mkdir()
    (folder / "en.txt").write_text("A goal\n\nHe scored.\n", "utf-8")
    (folder / f"{language}.txt").write_text(f"ゴール\n\n{text}\n", "utf-8")
    assert run_on_database("import", folder).code == 0
    monkeypatch.setenv("COLUMNS", columns)
    printed = run_on_database("show", "goal", "--languages", f"{language},en").out
    lines = printed.splitlines()
    assert {_cells(line) for line in lines} == {width}
    left = "".join(_first_cells(line, width // 2) for line in lines)
    assert "".join(text.split()) in "".join(left.split())


def _cells(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in line)


def _first_cells(line: str, cells: int) -> str:
    return next(line[:end] for end in range(len(line), -1, -1) if _cells(line[:end]) <= cells)


def _rows(printed: str) -> Sequence[Sequence[str]]:
    """Below the heading and its line."""
    return [line.split() for line in printed.splitlines()[3:] if line.strip()]
