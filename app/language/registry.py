"""The IANA Language Subtag Registry and the parts of CLDR that tags need.

The tables beside this file name their origin, version and licence.
Where IANA and CLDR prefer different subtags, IANA has the last word (RFC 5646 section 4.5).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Regions:
    """Some regions, or all but some."""

    named: frozenset[str]
    are_excluded: bool

    def __contains__(self, region: str) -> bool:
        return (region in self.named) is not self.are_excluded


@dataclass(frozen=True, slots=True)
class RegionRule:
    """How far two regions of one language and script are from each other. ``*`` is any language or script."""

    language: str
    script: str
    desired: Regions
    supported: Regions
    distance: int


@dataclass(frozen=True, slots=True)
class Registry:
    """Subtags in their canonical case; whole tags in lower case.

    ``meaningless_*`` are registered, but for private use or to say that nothing is known.
    ``preferred_*`` lead from a subtag to what is written today; a language may be replaced by a longer
    tag (``sh`` by ``sr-Latn``). ``preferred_pairs`` are keyed by language and region or variant (``sgn-us``).
    ``likely`` leads from ``zh``, ``zh-TW`` or ``zh-Hant`` to the likely script and region (``Hant-TW``),
    ``likely_of_undetermined`` from a script, a region or both to the whole tag. ``parents`` are those that
    are no mere beginnings; ``und`` is the root. ``*_distances`` are keyed by what is desired, then by what is
    supported (UTS #35, Language Matching).
    """

    languages: frozenset[str]
    scripts: frozenset[str]
    regions: frozenset[str]
    variants: frozenset[str]
    meaningless_languages: frozenset[str]
    meaningless_scripts: frozenset[str]
    meaningless_regions: frozenset[str]
    extlang_prefixes: dict[str, str]
    grandfathered: dict[str, str]
    preferred_languages: dict[str, str]
    preferred_scripts: dict[str, str]
    preferred_regions: dict[str, str]
    preferred_variants: dict[str, str]
    preferred_pairs: dict[str, str]
    dropped_variants: frozenset[str]
    suppressed_scripts: dict[str, str]
    likely: dict[str, str]
    likely_of_undetermined: dict[str, str]
    parents: dict[str, str]
    paradigms: frozenset[str]
    language_distances: dict[str, dict[str, int]]
    script_distances: dict[str, dict[str, int]]
    region_rules: tuple[RegionRule, ...]
    right_to_left_scripts: frozenset[str]
    english_names: dict[str, str]

    def likely_script(self, language: str, region: str) -> str:
        """Empty where CLDR does not know the language."""
        likely = self.likely.get(f"{language}-{region}") or self.likely.get(language, "")
        return likely.partition("-")[0]


@cache
def registry() -> Registry:
    iana, cldr = _table("iana.json"), _table("cldr.json")
    return Registry(
        **{
            name: frozenset(iana[name].split())
            for name in (
                "languages",
                "scripts",
                "regions",
                "variants",
                "meaningless_languages",
                "meaningless_scripts",
                "meaningless_regions",
            )
        },
        extlang_prefixes=_by_member(iana["extlang_prefixes"]),
        grandfathered={
            tag: preferred or cldr["preferred_grandfathered"].get(tag, tag)
            for tag, preferred in iana["grandfathered"].items()
        },
        preferred_languages=cldr["preferred"]["language"] | iana["preferred"]["language"],
        preferred_scripts=cldr["preferred"]["script"],
        preferred_regions=cldr["preferred"]["region"] | iana["preferred"]["region"],
        preferred_variants=cldr["preferred"]["variant"] | iana["preferred"]["variant"],
        preferred_pairs=cldr["preferred_pairs"] | iana["preferred_pairs"],
        dropped_variants=frozenset(cldr["dropped_variants"].split()),
        suppressed_scripts=_by_member(iana["suppressed_scripts"]),
        likely=_by_member(cldr["likely"]),
        likely_of_undetermined=_by_member(cldr["likely_of_undetermined"]),
        parents=_by_member(cldr["parents"]),
        paradigms=frozenset(cldr["paradigms"].split()),
        language_distances=_by_desired(cldr["language_distances"]),
        script_distances=_by_desired(cldr["script_distances"]),
        region_rules=tuple(_region_rules(cldr["region_distances"], cldr["region_sets"])),
        right_to_left_scripts=frozenset(cldr["right_to_left"].split()),
        english_names=iana["names"],
    )


def _table(name: str) -> Any:
    return json.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _by_member(groups: dict[str, str]) -> dict[str, str]:
    return {member: group for group, members in groups.items() for member in members.split()}


def _by_desired(groups: dict[str, dict[str, str]]) -> dict[str, dict[str, int]]:
    distances: dict[str, dict[str, int]] = {}
    for supported, by_distance in groups.items():
        for distance, members in by_distance.items():
            for desired in members.split():
                distances.setdefault(desired, {})[supported] = int(distance)
    return distances


def _region_rules(distances: dict[str, int], sets: dict[str, str]) -> Iterator[RegionRule]:
    """Keyed ``zh-Hant-$cnsar zh-Hant-*``; ``$!`` is every region but those of the set."""
    for key, distance in distances.items():
        desired, _, supported = key.partition(" ")
        language, script, region = desired.split("-")
        regions = _regions(region, sets), _regions(supported.split("-")[2], sets)
        yield RegionRule(language, script, *regions, distance)


def _regions(name: str, sets: dict[str, str]) -> Regions:
    if name == "*":
        return Regions(frozenset(), are_excluded=True)
    if not name.startswith("$"):
        return Regions(frozenset({name}), are_excluded=False)
    members = sets[name.lstrip("$!")]
    return Regions(frozenset(members.split()), are_excluded=name.startswith("$!"))
