"""Tables of words that stand beside a name (``*``), by language: ``Queen *``, ``* Canal``."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

_PLACE_OF_NAME = "*"
_NEVER = re.compile(r"(?!)")


@cache
def patterns(table: str, language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a text before the name may end in, to be searched, and what may follow the name, to be matched."""
    phrases = _read(table).get(language.partition("-")[0], ())
    before = [one.removesuffix(_PLACE_OF_NAME) for one in phrases if one.endswith(_PLACE_OF_NAME)]
    behind = [one.removeprefix(_PLACE_OF_NAME) for one in phrases if one.startswith(_PLACE_OF_NAME)]
    return _pattern(r"(?<!\w)(?:{})\Z", before), _pattern(r"(?:{})(?!\w)", behind)


def _pattern(around: str, phrases: Iterable[str]) -> re.Pattern[str]:
    alternatives = "|".join(map(re.escape, phrases))
    return re.compile(around.format(alternatives)) if alternatives else _NEVER


@cache
def _read(table: str) -> Mapping[str, Sequence[str]]:
    text = files(__package__).joinpath(table).read_text(encoding="utf-8")
    phrases: Mapping[str, Sequence[str]] = tomllib.loads(text)
    return phrases
