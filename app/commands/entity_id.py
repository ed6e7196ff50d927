"""Readable ids for people and places that no editor named."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from app.database.session import WriteSession
from app.intake.gazetteers.gazetteer import GazetteerEntry
from app.language.tag import EVERYWHERE, UNDETERMINED
from app.models import Person, Place
from app.queries.naming import is_known, list_known

_LONGEST = 100
_LATIN = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
})  # fmt: skip


class FreeIds:
    """Gives each entry of a batch an id that nobody has or had; a batch at a time, so that few queries do."""

    def __init__(
        self, session: WriteSession, table: type[Person] | type[Place], entries: Collection[GazetteerEntry]
    ) -> None:
        self._session = session
        self._table = table
        candidates = {each for entry in entries for each in _readable(entry)}
        self._taken = list_known(session, table, candidates)

    def take(self, entry: GazetteerEntry) -> str:
        readable = list(_readable(entry))
        free = next((each for each in readable if each not in self._taken), None)
        if free is None:
            free = next(each for each in _numbered(readable[-1]) if self._is_free(each))
        self._taken.add(free)
        return free

    def _is_free(self, id_: str) -> bool:
        return id_ not in self._taken and not is_known(self._session, self._table, id_)


def free_id(session: WriteSession, table: type[Person] | type[Place], id_: str, country: str | None) -> str:
    """Another one than ``id_``, which is taken; nobody's before a merge either."""
    candidates = chain([f"{id_}-{country.lower()}"] if country else [], _numbered(id_))
    return next(each for each in candidates if not is_known(session, table, each))


def _readable(entry: GazetteerEntry) -> Iterator[str]:
    """The English name, or another in Latin letters; and with the country's code."""
    slugs = map(latin_slug, _names(entry))
    external = "-".join(next(iter(sorted(entry.external_ids.items())), ["unnamed"])).lower()
    slug = next((each for each in slugs if each), external)
    yield slug
    if entry.country and entry.kind not in ("country", "territory"):
        yield f"{slug}-{entry.country.lower()}"


def _names(entry: GazetteerEntry) -> Iterator[str]:
    labels: Mapping[str, str] = {term.language: term.text for term in entry.terms if term.kind == "label"}
    for language in dict.fromkeys(["en", EVERYWHERE, UNDETERMINED, *sorted(labels)]):
        if language in labels:
            yield labels[language]


def latin_slug(name: str) -> str:
    """Small letters a to z, digits and hyphens; empty where the name has none that are Latin."""
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_LATIN))
    bare = "".join(each for each in decomposed if not unicodedata.combining(each) and each not in "'’‘ʻ`")
    if any(unicodedata.category(each) == "Lo" for each in bare):
        return ""
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:_LONGEST].strip("-")


def _numbered(id_: str) -> Iterator[str]:
    number = 2
    while True:
        yield f"{id_}-{number}"
        number += 1
