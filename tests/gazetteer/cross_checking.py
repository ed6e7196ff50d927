"""Whether a country found in one language of a text is found in its other languages, too. Needs no gold."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from tests.gazetteer.mentions import Mention

Within = Literal["document", "line"]


@dataclass(frozen=True)
class Presence:
    """Where a country was found: in these languages of a document, or of one of its lines."""

    document: str
    line: int | None
    country: str
    found_in: frozenset[str]
    absent_from: frozenset[str]

    @property
    def share(self) -> float:
        """Of the other languages, seen from any language in which the country was found; alone, it is 1."""
        others = len(self.found_in) + len(self.absent_from) - 1
        return (len(self.found_in) - 1) / others if others else 1.0


def presences(found: Iterable[Mention], languages: Collection[str], within: Within) -> list[Presence]:
    """`languages` are those of every document. Capitals are left out: Beijing is China in the next one."""
    where: defaultdict[tuple[str, int | None, str], set[str]] = defaultdict(set)
    for mention in sorted(found):
        if mention.is_of_country:
            line = mention.line if within == "line" else None
            where[mention.document, line, mention.id].add(mention.language)
    return [
        Presence(document, line, country, frozenset(found_in), frozenset(languages) - found_in)
        for (document, line, country), found_in in where.items()
    ]


def cross_check(found: Iterable[Mention], languages: Collection[str], within: Within) -> float:
    """The mean of `share` over every country and every language it was found in."""
    seen = [(presence.share, len(presence.found_in)) for presence in presences(found, languages, within)]
    weight = sum(times for _, times in seen)
    return sum(share * times for share, times in seen) / weight if weight else 1.0
