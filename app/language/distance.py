"""How far a language is from one that was asked for (UTS #35, Language Matching).

0 is the same. Regions of one language are 3 to 5 apart, scripts and languages that CLDR pairs up to 40;
scripts that it does not pair are 50 apart, languages 80.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from app.language.likely import FullTag, full_tag
from app.language.registry import registry


@dataclass(frozen=True, slots=True)
class Nearness:
    """Which languages are near enough to be served to a reader of another.

    From ``cut_off`` on they are too far; 0 leaves only what RFC 4647 finds. ``forbidden`` are pairs of the
    language asked for and one that is never near it. ``favors_script`` takes a language that can at least be
    deciphered before one in another script: languages then are a quarter as far apart.
    """

    cut_off: int = 50
    forbidden: frozenset[tuple[str, str]] = frozenset()
    favors_script: bool = False

    def distances(self, desired: str) -> Mapping[str, int]:
        """From one language to those that CLDR pairs with it. Not the same the other way round."""
        distances = registry().language_distances.get(desired, {})
        return {
            **{supported: self._weighed(distance) for supported, distance in distances.items()},
            **{supported: self.cut_off for reader, supported in self.forbidden if reader == desired},
            desired: 0,
        }

    @property
    def distance_of_others(self) -> int:
        return self._weighed(registry().language_distances["*"]["*"])

    def _weighed(self, distance: int) -> int:
        return distance // 4 if self.favors_script else distance


BY_CLDR = Nearness()


def distance_in_writing(desired: FullTag, supported: FullTag) -> int:
    """What the scripts and the regions add to the distance of the languages."""
    distance = 0
    if desired.script != supported.script:
        distance += _script_distance(
            f"{desired.language}-{desired.script}", f"{supported.language}-{supported.script}"
        )
    if desired.region != supported.region:
        distance += _region_distance(
            desired.language if desired.language == supported.language else "",
            desired.script if desired.script == supported.script else "",
            desired.region,
            supported.region,
        )
    return distance


def is_paradigm(full: FullTag | None) -> bool:
    """Whether other regions write as this one does (``en-GB``, ``es-419``, ``pt-BR``)."""
    return full in _paradigms()


@cache
def _paradigms() -> frozenset[FullTag | None]:
    return frozenset(map(full_tag, registry().paradigms))


def _script_distance(desired: str, supported: str) -> int:
    distances = registry().script_distances
    return distances.get(desired, {}).get(supported) or distances["*-*"]["*-*"]


@lru_cache(maxsize=4096)
def _region_distance(language: str, script: str, desired: str, supported: str) -> int:
    """By the first rule that fits. Language and script are empty where the two tags do not share them."""
    return next(
        rule.distance
        for rule in registry().region_rules
        if rule.language in (language, "*")
        and rule.script in (script, "*")
        and desired in rule.desired
        and supported in rule.supported
    )
