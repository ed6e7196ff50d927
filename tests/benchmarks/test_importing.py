from pathlib import Path

import pytest

from benchmarks import importing
from benchmarks.generated import generate_articles


def texts(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*/*.txt"))]


def test_generated_articles_are_the_same_every_time(tmp_path: Path) -> None:
    for name in ("once", "again"):
        generate_articles(tmp_path / name, 2)
    assert texts(tmp_path / "once") == texts(tmp_path / "again")
    assert len(set(texts(tmp_path / "once"))) == 4


def test_everything_generated_is_imported_and_copied(capsys: pytest.CaptureFixture[str]) -> None:
    assert importing.main(["--articles", "3"]) == 0
    output = capsys.readouterr().out
    assert "\n3 articles, 6 language versions, " in output
    assert "executemany of the same rows" in output


def test_a_folder_without_articles_is_a_failure(tmp_path: Path) -> None:
    assert importing.main([str(tmp_path)]) == 1
