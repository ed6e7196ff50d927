"""The IANA Language Subtag Registry and the parts of CLDR that tags need.

The tables beside this file name their origin, version and licence.
Where IANA and CLDR prefer different subtags, IANA has the last word (RFC 5646 section 4.5).
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Registry:
    """Subtags in their canonical case; whole tags in lower case.

    ``meaningless_*`` are registered, but for private use or to say that nothing is known.
    ``preferred_*`` lead from a subtag to what is written today; a language may be replaced by a longer
    tag (``sh`` by ``sr-Latn``). ``preferred_pairs`` are keyed by language and region or variant (``sgn-us``).
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
    likely_scripts: dict[str, str]
    right_to_left_scripts: frozenset[str]
    english_names: dict[str, str]

    def likely_script(self, language: str, region: str) -> str:
        """Empty where CLDR does not know the language."""
        return self.likely_scripts.get(f"{language}-{region}") or self.likely_scripts.get(language, "")


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
        likely_scripts=_by_member(cldr["likely_scripts"]) | cldr["likely_regional_scripts"],
        right_to_left_scripts=frozenset(cldr["right_to_left"].split()),
        english_names=iana["names"],
    )


def _table(name: str) -> Any:
    return json.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _by_member(groups: dict[str, str]) -> dict[str, str]:
    return {member: group for group, members in groups.items() for member in members.split()}
