"""An article's id as a name that XML knows: its own characters, or their numbers between colons."""

import re

_FOREIGN = re.compile("[^A-Za-z0-9._-]")
_NUMBER = re.compile(":([0-9a-f]{2,6}):")
_LAST_CODE_POINT = 0x10FFFF


def name_of(article_id: str) -> str:
    """An NMTOKEN, the other way round than ``article_id_of``."""
    return _FOREIGN.sub(lambda match: f":{ord(match[0]):x}:", article_id)


def article_id_of(name: str) -> str:
    return _NUMBER.sub(_character, name)


def _character(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    return chr(number) if number <= _LAST_CODE_POINT else match[0]
