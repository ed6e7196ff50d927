"""Writes app/intake/gazetteers/short_names.json: CLDR's short and variant names, which Babel leaves out.

    npm pack cldr-localenames-full@48.2.0
    mkdir sources && tar xzf cldr-localenames-full-*.tgz -C sources --strip-components=1
    python -m scripts.generate_country_short_names sources

The same sources always give the same bytes.
"""

import argparse
import json
from pathlib import Path

from babel.core import get_global

from app.errors import Refusal
from app.intake.gazetteers.countries import CODES
from app.language.tag import parse_language_tag

TARGET = Path(__file__).resolve().parent.parent / "app" / "intake" / "gazetteers" / "short_names.json"

Names = dict[str, dict[str, list[str]]]
"""By language, by ISO 3166-1 code."""


def read_short_names(sources: Path) -> Names:
    found: Names = {}
    for path in sorted((sources / "main").glob("*/territories.json")):
        locale = path.parent.name
        document = json.loads(path.read_text(encoding="utf-8"))
        names = document["main"][locale]["localeDisplayNames"]["territories"]
        short: dict[str, list[str]] = {}
        for key, name in sorted(names.items()):
            code, _, form = key.partition("-alt-")
            if form and code in CODES and name != names.get(code):
                short.setdefault(code, []).append(name)
        if short:
            found[locale] = short
    return found


def without_inherited(names: Names) -> Names:
    """A variety of a language has only what the language itself has not."""
    own: Names = {}
    for locale, countries in names.items():
        parent = names.get(_parent(locale), {})
        differing = {code: short for code, short in countries.items() if parent.get(code) != short}
        try:
            tag = parse_language_tag(locale)
        except Refusal:
            continue
        if differing:
            own[tag] = differing
    return own


def _parent(locale: str) -> str:
    exception: str | None = get_global("parent_exceptions").get(locale.replace("-", "_"))
    return exception.replace("_", "-") if exception else locale.rpartition("-")[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path)
    names = without_inherited(read_short_names(parser.parse_args().sources))
    text = json.dumps(names, ensure_ascii=False, indent=0, sort_keys=True, separators=(",", ":"))
    TARGET.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
