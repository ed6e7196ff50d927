"""Writes app/gazetteer/discovery/given_names.txt and family_names.txt from Faker's tables.

Get the source and unpack it:

    pip download --no-deps faker==40.54.0
    unzip -d sources faker-40.54.0-py3-none-any.whl
    python scripts/generate_names_of_people.py sources

The same source always gives the same bytes. Faker's code is read, never run.
"""

import argparse
import ast
import re
from collections.abc import Iterator
from pathlib import Path

from app.gazetteer.discovery.sounds import romanised

FOLDER = Path(__file__).resolve().parent.parent / "app" / "gazetteer" / "discovery"
TABLES = {
    "given_names.txt": re.compile("first_name|given_name"),
    "family_names.txt": re.compile("last_name|surname|family"),
}
HEADER = """\
# Made by scripts/generate_names_of_people.py from the names of persons in Faker 40.54.0: romanised.
# Faker is Copyright (c) 2012 Daniele Faraglia, under the MIT licence, which says: The above copyright notice
# and this permission notice shall be included in all copies or substantial portions of the Software.
# The licence's text is that of this project's own LICENSE.
"""
_PART = re.compile(r"[a-z']{2,}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path)
    modules = sorted(parser.parse_args().source.glob("faker/providers/person/*/__init__.py"))
    for file, variables in TABLES.items():
        names = {
            part
            for module in modules
            for name in _names(module, variables)
            for part in _PART.findall(romanised(name))
        }
        (FOLDER / file).write_text(HEADER + "\n".join(sorted(names)) + "\n", encoding="ascii")


def _names(module: Path, variables: re.Pattern[str]) -> Iterator[str]:
    """Every text in what is assigned to such a variable."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and any(_is_named(target, variables) for target in node.targets):
            for part in ast.walk(node.value):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def _is_named(target: ast.expr, variables: re.Pattern[str]) -> bool:
    return isinstance(target, ast.Name) and variables.search(target.id) is not None


if __name__ == "__main__":
    main()
