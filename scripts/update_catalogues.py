"""Brings app/texts/*.po up to date with the texts that the program has.

    python -m scripts.update_catalogues

A new text comes in with an empty translation, to be filled in; one that is gone goes out.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from app.texts.catalogues import ENGLISH, LANGUAGES

APP = Path(__file__).resolve().parent.parent / "app"

_HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def catalogue_path(language: str) -> Path:
    return APP / "texts" / f"{language}.po"


def made_texts() -> Iterator[tuple[str, ast.Call]]:
    """Each place in the program where a Text is made: ``file:line``, and the call."""
    for path in sorted(APP.rglob("*.py")):
        source = path.read_text("utf-8")
        if "from app.texts.text import Text" in source:
            for call in _calls_of_text(source):
                yield f"{path.relative_to(APP.parent)}:{call.lineno}", call


def _calls_of_text(source: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
            yield node


def template_of(call: ast.Call) -> str:
    """Raises ValueError where it is not written there as it is: nobody could find it to translate it."""
    template = ast.literal_eval(call.args[0])
    if not isinstance(template, str):
        raise TypeError(ast.unparse(call))
    return template


def templates() -> set[str]:
    return {template_of(call) for _, call in made_texts()}


def read_catalogue(language: str) -> Catalog:
    with catalogue_path(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def main() -> None:
    for language in LANGUAGES:
        if language == ENGLISH:
            continue
        known = {message.id: message.string for message in read_catalogue(language)}
        updated = Catalog(locale=language)
        for template in sorted(templates()):
            updated.add(template, known.get(template, ""))
        with catalogue_path(language).open("wb") as file:
            file.write(_HEADER.format(language=language).encode())
            write_po(file, updated, width=100, omit_header=True)


if __name__ == "__main__":
    main()
