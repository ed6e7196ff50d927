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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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


def read_supplemental(folder: Path, name: str) -> Any:
    return read_json(folder / "supplemental" / f"{name}.json")["supplemental"]


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
    alias = read_supplemental(folder, "aliases")["metadata"]["alias"]
    likely = read_supplemental(folder, "likelySubtags")["likelySubtags"]
    matching = read_supplemental(folder, "languageMatching")["languageMatching"]["written-new"]
    parents = read_supplemental(folder, "parentLocales")["parentLocales"]["parentLocale"]
    scripts = read_json(folder / "scriptMetadata.json")["scriptMetadata"]

    languages = {key: entry["_replacement"] for key, entry in alias["languageAlias"].items()}
    by_depth = matches_by_depth(matching["languageMatch"])
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
        "likely": grouped((full.partition("-")[2], key) for key, full in known_languages(likely)),
        "likely_of_undetermined": grouped(
            (full, key.removeprefix("und-"))
            for key, full in likely.items()
            if key.startswith("und-") and not full.startswith("und-")
        ),
        "parents": grouped((parent, child) for child, parent in parents.items()),
        "paradigms": joined(matching["paradigmLocales"]["_locales"]),
        "language_distances": grouped_distances(both_ways(by_depth["language"])),
        "script_distances": grouped_distances(both_ways(by_depth["script"])),
        "region_sets": region_sets(
            matching["matchVariables"],
            read_supplemental(folder, "territoryContainment")["territoryContainment"],
        ),
        "region_distances": {
            f"{desired} {supported}": distance for desired, supported, distance, _ in by_depth["region"]
        },
        "right_to_left": joined(script for script, facts in scripts.items() if facts["rtl"] == "YES"),
    }


def single_regions(aliases: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Regions replaced by one other. Which part of the Soviet Union is meant by SU, no table can say."""
    replacements = {key: entry["_replacement"] for key, entry in aliases.items()}
    return select(replacements, lambda key: bool(REGION.fullmatch(key)) and " " not in replacements[key])


def known_languages(likely: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for key, full in likely.items():
        if key.split("-")[0] != "und":
            yield key, full


Distance = tuple[str, str, int, bool]
"""What is desired, what is supported, how far it is from there, and whether also the other way round."""


def matches_by_depth(matches: Iterable[Mapping[str, Any]]) -> dict[str, list[Distance]]:
    """The rules of UTS #35 for languages, for scripts and for regions, each in CLDR's order."""
    by_depth: dict[str, list[Distance]] = defaultdict(list)
    for match in matches:
        desired, supported = match["_desired"], match["_supported"]
        depth = ("language", "script", "region")[desired.count("-")]
        by_depth[depth].append((desired, supported, match["_distance"], "_oneway" not in match))
    return by_depth


def both_ways(distances: Iterable[Distance]) -> dict[tuple[str, str], int]:
    """Of two rules for one pair, the first counts."""
    found: dict[tuple[str, str], int] = {}
    for desired, supported, distance, is_mutual in distances:
        found.setdefault((desired, supported), distance)
        if is_mutual:
            found.setdefault((supported, desired), distance)
    return found


def grouped_distances(distances: Mapping[tuple[str, str], int]) -> dict[str, dict[str, str]]:
    """``{supported: {distance: "desired desired ..."}}``."""
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for (desired, supported), distance in distances.items():
        groups[supported].append((str(distance), desired))
    return {supported: grouped(members) for supported, members in sorted(groups.items())}


def region_sets(
    variables: Mapping[str, Mapping[str, str]], containment: Mapping[str, Mapping[str, Sequence[str]]]
) -> dict[str, str]:
    """The regions a variable like ``$americas`` stands for, with all that they contain."""
    return {
        name.removeprefix("$"): joined(
            {inner for region in entry["_value"].split("+") for inner in contained(region, containment)}
        )
        for name, entry in variables.items()
    }


def contained(region: str, containment: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[str]:
    yield region
    for key in (region, f"{region}-status-grouping"):
        for inner in containment.get(key, {}).get("_contains", ()):
            yield from contained(inner, containment)


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
