"""Longer names that nobody lists, told by a word beside: ``Queen Victoria``, ``Panama Canal``."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

FARTHEST = 24
"""Characters that are looked at before a name and behind it."""

_PLACE_OF_NAME = "*"
_NEVER = re.compile(r"(?!)")


def is_in_longer_name(head: str, tail: str, language: str) -> bool:
    """``head`` and ``tail`` are what stands before the name and behind it."""
    before, behind = _patterns(language.partition("-")[0])
    return bool(before.search(head) or behind.match(tail))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    phrases = _table().get(language, ())
    before = [one.removesuffix(_PLACE_OF_NAME) for one in phrases if one.endswith(_PLACE_OF_NAME)]
    behind = [one.removeprefix(_PLACE_OF_NAME) for one in phrases if one.startswith(_PLACE_OF_NAME)]
    return _pattern(r"(?<!\w)(?:{})\Z", before), _pattern(r"(?:{})(?!\w)", behind)


def _pattern(around: str, phrases: Iterable[str]) -> re.Pattern[str]:
    alternatives = "|".join(map(re.escape, phrases))
    return re.compile(around.format(alternatives)) if alternatives else _NEVER


@cache
def _table() -> Mapping[str, Sequence[str]]:
    text = files(__package__).joinpath("longer_names.toml").read_text(encoding="utf-8")
    table: Mapping[str, Sequence[str]] = tomllib.loads(text)
    return table
