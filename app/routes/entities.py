"""What the lists of people and of places have in common."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from fastapi import Request, Response

from app.database.session import ReadSession
from app.errors import NotFound
from app.language.tag import EVERYWHERE, UNDETERMINED
from app.models import Person, Place
from app.queries.entities import Described, count_entities, find_entity, list_entities
from app.queries.languages import list_languages
from app.representations.document import ListDocument
from app.representations.entity import Entity
from app.representations.links import next_link
from app.routes.cursors import read_cursor, write_cursor
from app.routes.negotiation import Reader, choose_site_language, reader_of
from app.routes.parameters import LanguageParameters, ListParameters
from app.routes.responses import respond
from app.settings import Settings
from app.texts.text import Text

_THERE_IS_NONE: Mapping[type, Text] = {
    Person: Text("There is no person {id!r}."),
    Place: Text("There is no place {id!r}."),
}

Row = TypeVar("Row", Person, Place)
Shown = TypeVar("Shown", bound=Entity)


def respond_with_list(
    request: Request,
    session: ReadSession,
    settings: Settings,
    parameters: ListParameters,
    table: type[Row],
    represent: Callable[[Described[Row], str], Shown],
    list_document: type[ListDocument[Shown]],
) -> Response:
    reader = reader_of(request, parameters)
    choice = choose_site_language(request, reader, list_languages(session), settings)
    list_name = table.__name__
    after = read_cursor(list_name, parameters.cursor, 1)[0] if parameters.cursor else None
    found = list_entities(session, table, after=after, limit=parameters.limit + 1)
    page = found[: parameters.limit]
    following = _following(request, reader, list_name, found, page)
    items = [represent(described, choice.language) for described in page]
    total = parameters.total(lambda: count_entities(session, table))
    document = list_document(items=items, next=following, **total)
    return respond(
        request,
        document,
        languages=[choice.language],
        location=reader.address_of(request),
        links=next_link(following),
        choice=choice,
    )


def respond_with_one(
    request: Request,
    session: ReadSession,
    settings: Settings,
    parameters: LanguageParameters,
    table: type[Row],
    entity_id: str,
    represent: Callable[[Described[Row], str], Shown],
) -> Response:
    described = find_entity(session, table, entity_id)
    if described is None:
        raise NotFound(replace(_THERE_IS_NONE[table], parameters={"id": entity_id}))
    reader = reader_of(request, parameters)
    languages = set(list_languages(session)).union(described.labels) - {EVERYWHERE, UNDETERMINED}
    choice = choose_site_language(request, reader, languages, settings)
    return respond(
        request,
        represent(described, choice.language),
        languages=[choice.language],
        location=reader.address_of(request),
        choice=choice,
    )


def _following(
    request: Request,
    reader: Reader,
    list_name: str,
    found: Sequence[Described[Row]],
    page: Sequence[Described[Row]],
) -> str | None:
    if len(found) == len(page):
        return None
    return reader.address_of(request, cursor=write_cursor(list_name, page[-1].entity.id))
