"""The language, script and region a tag most likely means (UTS #35, Likely Subtags)."""

from functools import lru_cache
from typing import NamedTuple

from app.language.registry import registry
from app.language.tag import Subtags, canonical_subtags

_PSEUDO_REGIONS = frozenset({"XA", "XB", "XC"})
_PSEUDO_VARIANTS = frozenset({"psaccent", "psbidi", "pscrack"})


class FullTag(NamedTuple):
    """``zh-TW`` in full is zh, Hant, TW. Empty is what neither the tag nor CLDR tells."""

    language: str
    script: str
    region: str


@lru_cache(maxsize=4096)
def full_tag(tag: str) -> FullTag | None:
    """None for what is no tag, and for private use alone.

    ``und`` alone is in full no more than that: whoever asks for no language does not ask for English.
    """
    subtags = canonical_subtags(tag)
    if subtags is None or not subtags.language:
        return None
    if is_pseudo_locale(subtags):
        return FullTag(str(subtags), "", "")
    return _of_undetermined(subtags) if subtags.language == "und" else _in_full(subtags)


def is_pseudo_locale(subtags: Subtags) -> bool:
    """``en-XA`` is English made unreadable, for testers: nothing but itself is near it."""
    return subtags.region in _PSEUDO_REGIONS or not _PSEUDO_VARIANTS.isdisjoint(subtags.variants)


def _in_full(subtags: Subtags) -> FullTag:
    likely = registry().likely
    for key in (
        f"{subtags.language}-{subtags.script}",
        f"{subtags.language}-{subtags.region}",
        subtags.language,
    ):
        if key in likely:
            script, _, region = likely[key].partition("-")
            return FullTag(subtags.language, subtags.script or script, subtags.region or region)
    return FullTag(subtags.language, subtags.script, subtags.region)


def _of_undetermined(subtags: Subtags) -> FullTag:
    likely = registry().likely_of_undetermined
    for key in (f"{subtags.script}-{subtags.region}", subtags.script, subtags.region):
        if key in likely:
            language, script, region = likely[key].split("-")
            return FullTag(language, subtags.script or script, subtags.region or region)
    return FullTag("und", subtags.script, subtags.region)
