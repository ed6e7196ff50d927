"""Writes app/language/iana.json and app/language/cldr.json.

Get the sources and unpack each into its own subfolder of one folder:

    npm pack language-subtag-registry@0.4.2 cldr-core@48.2.0
    for name in language-subtag-registry cldr-core; do
        mkdir -p sources/$name && tar xzf $name-*.tgz -C sources/$name --strip-components=1
    done
    python scripts/generate_language_tables.py sources

The same sources always give the same bytes. One file per source, because their licences differ.
"""

import argparse
import json
import re
import string
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

LANGUAGE_PACKAGE = Path(__file__).resolve().parent.parent / "app" / "language"

SPECIAL_SCRIPTS = frozenset({"Zinh", "Zmth", "Zsye", "Zsym", "Zxxx", "Zyyy", "Zzzz"})
"""ISO 15924 codes that name no writing system: inherited, mathematical, symbols, unwritten, undetermined."""

KOSOVO = "XK"
"""A private-use code to ISO and IANA, but everybody uses it, and CLDR gives it this meaning."""

GRANDFATHERED_WITHOUT_PREFERENCE = frozenset({"cel-gaulish", "i-default", "i-enochian", "i-mingo", "zh-min"})
"""IANA never said what to write in their stead; CLDR does."""

PAIR = re.compile(r"(?!und|i-)[a-z]{2,3}-([A-Z]{2}|[a-z0-9]{5,8})")
REGION = re.compile(r"[A-Z]{2}|[0-9]{3}")


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def joined(subtags: Iterable[str]) -> str:
    return " ".join(sorted(subtags))


def expand(span: str) -> Iterator[str]:
    """``qaa..qtz`` to every subtag in between (RFC 5646 section 3.1.3)."""
    first, _, last = span.partition("..")
    if not last:
        yield first
        return
    subtag = first
    while True:
        yield subtag
        if subtag == last:
            return
        subtag = successor(subtag)


def successor(subtag: str) -> str:
    head, tail = subtag[:-1], subtag[-1]
    if tail in "zZ":
        return successor(head) + ("a" if tail == "z" else "A")
    letters = string.ascii_lowercase if tail.islower() else string.ascii_uppercase
    return head + letters[letters.index(tail) + 1]


def read_iana(folder: Path) -> dict[str, Any]:
    records = read_json(folder / "data/json/registry.json")
    by_type: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        by_type[record["Type"]].append(record)

    package = read_json(folder / "package.json")
    return {
        "origin": f"IANA Language Subtag Registry, from the npm package {package['name']}",
        "version": f"{read_json(folder / 'data/json/meta.json')['File-Date']}, package {package['version']}",
        "licence": package["license"],
        "languages": joined(meaningful(by_type["language"])),
        "scripts": joined(set(meaningful(by_type["script"])) - SPECIAL_SCRIPTS),
        "regions": joined({*meaningful(by_type["region"]), KOSOVO}),
        "variants": joined(meaningful(by_type["variant"])),
        "meaningless_languages": joined(meaningless(by_type["language"])),
        "meaningless_scripts": joined({*meaningless(by_type["script"]), *SPECIAL_SCRIPTS}),
        "meaningless_regions": joined(set(meaningless(by_type["region"])) - {KOSOVO}),
        "extlang_prefixes": grouped((record["Prefix"][0], record["Subtag"]) for record in by_type["extlang"]),
        "grandfathered": {
            record["Tag"].lower(): record.get("Preferred-Value") for record in by_type["grandfathered"]
        },
        "preferred": {
            kind: {
                record["Subtag"]: record["Preferred-Value"]
                for record in by_type[kind]
                if "Preferred-Value" in record
            }
            for kind in ("language", "region", "variant")
        },
        "preferred_pairs": {
            record["Tag"].lower(): record["Preferred-Value"]
            for record in by_type["redundant"]
            if "Preferred-Value" in record and record["Tag"].lower().startswith("sgn-")
        },
        "suppressed_scripts": grouped(
            (record["Suppress-Script"], record["Subtag"])
            for record in by_type["language"]
            if "Suppress-Script" in record
        ),
        "names": english_names(by_type["language"]),
    }


def meaningful(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    return (record["Subtag"] for record in records if not names_nothing(record))


def meaningless(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for record in records:
        if names_nothing(record):
            yield from expand(record["Subtag"])


def names_nothing(record: Mapping[str, Any]) -> bool:
    return record.get("Scope") == "special" or record["Description"] == ["Private use"]


def english_names(languages: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """One-word names of the languages with a two-letter subtag, for "did you mean"."""
    return dict(
        sorted(
            (name.lower(), record["Subtag"])
            for record in languages
            if len(record["Subtag"]) == len("en") and "Deprecated" not in record
            for name in record["Description"]
            if name.isalpha() and name.isascii()
        )
    )


def grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Pairs of group and member to ``{group: "member member ..."}``."""
    groups: dict[str, list[str]] = defaultdict(list)
    for group, member in pairs:
        groups[group].append(member)
    return {group: joined(members) for group, members in sorted(groups.items())}


def read_cldr(folder: Path) -> dict[str, Any]:
    package = read_json(folder / "package.json")
    alias = read_json(folder / "supplemental/aliases.json")["supplemental"]["metadata"]["alias"]
    likely = read_json(folder / "supplemental/likelySubtags.json")["supplemental"]["likelySubtags"]
    scripts = read_json(folder / "scriptMetadata.json")["scriptMetadata"]

    languages = {key: entry["_replacement"] for key, entry in alias["languageAlias"].items()}
    likely_scripts = {
        key: full.split("-")[1] for key, full in likely.items() if "-" not in key and key != "und"
    }
    return {
        "origin": f"Unicode CLDR, from the npm package {package['name']}",
        "version": package["version"],
        "licence": package["license"],
        "licence_text": (folder / "LICENSE").read_text(encoding="utf-8").splitlines(),
        "preferred": {
            "language": select(languages, lambda key: "-" not in key),
            "script": {key: entry["_replacement"] for key, entry in alias["scriptAlias"].items()},
            "region": single_regions(alias["territoryAlias"]),
            "variant": {key: entry["_replacement"] for key, entry in alias["variantAlias"].items()},
        },
        "preferred_grandfathered": select(languages, lambda key: key in GRANDFATHERED_WITHOUT_PREFERENCE),
        "preferred_pairs": {key.lower(): value for key, value in languages.items() if PAIR.fullmatch(key)},
        "dropped_variants": joined(
            key.removeprefix("und-")
            for key, value in languages.items()
            if value == "und" and key.startswith("und-")
        ),
        "likely_scripts": grouped((script, language) for language, script in likely_scripts.items()),
        "likely_regional_scripts": dict(regional_scripts(likely, likely_scripts)),
        "right_to_left": joined(script for script, facts in scripts.items() if facts["rtl"] == "YES"),
    }


def single_regions(aliases: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Regions replaced by one other. Which part of the Soviet Union is meant by SU, no table can say."""
    replacements = {key: entry["_replacement"] for key, entry in aliases.items()}
    return select(replacements, lambda key: bool(REGION.fullmatch(key)) and " " not in replacements[key])


def regional_scripts(
    likely: Mapping[str, str], likely_scripts: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """``uz-AF -> Arab``: where a language is written otherwise in one region than it is at large."""
    for key, full in sorted(likely.items()):
        language, _, region = key.partition("-")
        script = full.split("-")[1]
        if REGION.fullmatch(region) and likely_scripts.get(language, script) != script:
            yield key, script


def select(mapping: Mapping[str, str], wanted: Callable[[str], bool]) -> dict[str, str]:
    return {key: value for key, value in sorted(mapping.items()) if wanted(key)}


def write(name: str, table: Mapping[str, Any]) -> None:
    text = json.dumps(table, ensure_ascii=False, indent=1) + "\n"
    (LANGUAGE_PACKAGE / name).write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", type=Path, help="folder holding language-subtag-registry/ and cldr-core/")
    sources = parser.parse_args().sources
    write("iana.json", read_iana(sources / "language-subtag-registry"))
    write("cldr.json", read_cldr(sources / "cldr-core"))


if __name__ == "__main__":
    main()
