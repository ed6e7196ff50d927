"""Writes app/gazetteer/short_names.json and app/gazetteer/common_words.json.

Get the sources and unpack each into its own subfolder of one folder:

    npm pack cldr-localenames-full@48.2.0 stopwords-iso@1.1.0
    for name in cldr-localenames-full stopwords-iso; do
        mkdir -p sources/$name && tar xzf $name-*.tgz -C sources/$name --strip-components=1
    done
    python -m scripts.generate_name_tables sources

The same sources always give the same bytes. One file per source, because their licences differ.
"""

import argparse
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import get_day_names, get_month_names

from app.gazetteer.keys import fold
from app.language.tag import canonicalize

GAZETTEER_PACKAGE = Path(__file__).resolve().parent.parent / "app" / "gazetteer"

VARIANT = re.compile(r"(?P<country>[A-Z]{2})-alt-(?P<variant>short|variant|chagos|biot)")
NO_COUNTRIES = frozenset({"EU", "EZ", "UN"})
NOT_A_LANGUAGE_OF_NAMES = frozenset({"en-Dsrt", "en-Shaw"})


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def short_names(cldr: Path) -> dict[str, dict[str, list[str]]]:
    """By language and country, what CLDR has beside the name itself and does not inherit."""
    found: dict[str, dict[str, list[str]]] = {}
    for path in sorted(cldr.glob("main/*/territories.json")):
        locale = path.parent.name
        if locale in NOT_A_LANGUAGE_OF_NAMES or _is_regional(locale):
            continue
        territories = read_json(path)["main"][locale]["localeDisplayNames"]["territories"]
        names = dict(_short_names_in(territories))
        if names:
            found[locale] = names
    return {canonicalize(locale): own for locale in found if (own := _without_inherited(locale, found))}


def _without_inherited(locale: str, found: Mapping[str, Mapping[str, list[str]]]) -> dict[str, list[str]]:
    exception: str | None = get_global("parent_exceptions").get(locale.replace("-", "_"))
    parent = found.get(exception.replace("_", "-") if exception else locale.rpartition("-")[0], {})
    return {code: names for code, names in found[locale].items() if parent.get(code) != names}


def _is_regional(locale: str) -> bool:
    return re.search(r"-([A-Z]{2}|[0-9]{3})\b", locale) is not None


def _short_names_in(territories: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    by_country: dict[str, list[str]] = {}
    for key, text in sorted(territories.items()):
        match = VARIANT.fullmatch(key)
        if match and match["country"] not in NO_COUNTRIES and text != territories.get(match["country"]):
            by_country.setdefault(match["country"], []).append(text)
    for country, texts in sorted(by_country.items()):
        yield country, sorted(set(texts))


def common_words(stopwords: Path, names: frozenset[str]) -> dict[str, str]:
    """Folded, by language: the frequent words that are no country's name, and those of the calendar."""
    words = read_json(stopwords / "stopwords-iso.json")
    return {
        language: " ".join(
            sorted({fold(word) for word in (*words[language], *_calendar(language))} - names - {""})
        )
        for language in sorted(words)
    }


def _calendar(language: str) -> Iterator[str]:
    try:
        locale = Locale.parse(language)
    except UnknownLocaleError:
        return
    for context in ("format", "stand-alone"):
        yield from get_month_names("wide", context, locale).values()
        yield from get_day_names("wide", context, locale).values()


def countries_names(cldr: Path) -> frozenset[str]:
    return frozenset(
        fold(name)
        for path in cldr.glob("main/*/territories.json")
        for key, name in read_json(path)["main"][path.parent.name]["localeDisplayNames"][
            "territories"
        ].items()
        if key[:2].isalpha()
    )


def write_json(name: str, table: object) -> None:
    text = json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True)
    (GAZETTEER_PACKAGE / name).write_text(text + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", type=Path)
    sources = parser.parse_args().sources
    cldr = sources / "cldr-localenames-full"
    write_json(
        "short_names.json",
        {
            "source": "CLDR 48.2.0 (npm cldr-localenames-full)",
            "license": "Unicode-3.0",
            "names": short_names(cldr),
        },
    )
    write_json(
        "common_words.json",
        {
            "source": "stopwords-iso 1.1.0 (npm), and the months and weekdays of CLDR in Babel",
            "license": "MIT; Unicode-3.0",
            "words": common_words(sources / "stopwords-iso", countries_names(cldr)),
        },
    )


if __name__ == "__main__":
    main()
