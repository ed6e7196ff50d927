"""Longer names that nobody lists, told by a word beside: ``Queen Victoria``, ``Panama Canal``."""

from app.gazetteer.phrases import patterns

FARTHEST = 24
"""Characters that are looked at before a name and behind it."""


def is_in_longer_name(head: str, tail: str, language: str) -> bool:
    """``head`` and ``tail`` are what stands before the name and behind it."""
    before, behind = patterns("longer_names.toml", language)
    return bool(before.search(head) or behind.match(tail))
