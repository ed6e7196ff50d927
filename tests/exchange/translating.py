"""What a translator's tool does to a file: it fills in targets and sets states."""

from collections.abc import Callable
from pathlib import Path

from lxml import etree

from tests.exchange.conftest import Ended, Run

Say = Callable[[str, str], str | None]
"""From a unit's id and source to its target; None leaves it as it is."""


def export(run: Run, tmp_path: Path, language: str, *arguments: str) -> Path:
    file = tmp_path / f"{language}.xlf"
    ended = run("export", "xliff", "--language", language, "--output", file, *arguments)
    assert ended.code == 0, ended.err
    return file


def fill_in(file: Path, say: Say, *, state: str | None = "translated", **marks: str) -> Path:
    """``marks`` are attributes of the segment (2.1) or the target (1.2)."""
    document = etree.parse(file)
    for unit in document.iter("{*}segment", "{*}trans-unit"):
        source, target = unit.find("{*}source"), unit.find("{*}target")
        text = say(unit.get("id"), source.text)
        if text is None:
            continue
        if target is None:
            target = etree.Element(source.tag.replace("}source", "}target"))
            source.addnext(target)
        target.text = text
        marked = unit if unit.tag.endswith("segment") else target
        for name, value in {**marks, **({"state": state} if state else {})}.items():
            marked.set(name.replace("_", "-"), value)
    document.write(file, encoding="utf-8", xml_declaration=True)
    return file


def in_french(_: str, source: str) -> str:
    """Not French, but no word of the original's language either."""
    return f"Fr{source.translate(str.maketrans('aeiou', 'eioua'))}"


def translated(run: Run, tmp_path: Path, language: str = "fr", *arguments: str) -> Ended:
    return run("import", fill_in(export(run, tmp_path, language, *arguments), in_french))
