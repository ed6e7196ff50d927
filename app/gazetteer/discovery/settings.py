"""The words beside a name."""

import re

from app.gazetteer.discovery.guessing import Setting

_BEFORE = re.compile(r"([^\W\d_]+)['’]?[ \u00a0\u202f]*$")
_AFTER = re.compile(r"[,’”\"']{0,2}[ \u00a0\u202f]*([^\W\d_]+)")
_REACH = 24


def setting_of(text: str, start: int, end: int, language: str, role: str | None) -> Setting:
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    after = _AFTER.match(text[end : end + _REACH])
    return Setting(language, role, before[1] if before else "", after[1] if after else "")
