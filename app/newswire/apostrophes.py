"""Two signs for one apostrophe."""

import re
from collections.abc import Iterator

from app.newswire.decoding import Line
from app.newswire.findings import Finding

_APOSTROPHE = re.compile(r"(?<=\w)['’](?=[^\W\d_])")


def mixed_apostrophes(lines: tuple[Line, ...]) -> Iterator[Finding]:
    """At the first of the rarer sign; the typewriter's where they are as many."""
    places: dict[str, list[tuple[Line, int]]] = {"'": [], "’": []}
    for line in lines:
        for match in _APOSTROPHE.finditer(line.text):
            places[match[0]].append((line, match.start()))
    if not places["'"] or not places["’"]:
        return
    rarer = min(places, key=lambda sign: len(places[sign]))
    line, offset = places[rarer][0]
    straight, curly = (len(found) for found in places.values())
    message = f"' serves {straight} times as apostrophe, ’ {curly} times."
    yield Finding("mixed-apostrophes", message, line.number, line.column(offset), "info")
