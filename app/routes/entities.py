"""What the addresses of people and of places have in common."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Generic, TypeVar, Unpack

from fastapi import Request, Response
from pydantic import BaseModel

from app.database.session import ReadSession
from app.errors import NotFound
from app.language.choosing import Choice
from app.language.tag import EVERYWHERE, UNDETERMINED
from app.models import Person, Place
from app.queries.articles import next_publication
from app.queries.entities import Described, find_entity, get_entities, has_entity
from app.queries.languages import list_languages
from app.queries.naming import count_naming, find_current_id, list_companions
from app.representations.addresses import person_address, place_address
from app.representations.companion import CompanionList, companion_document
from app.representations.document import ListDocument
from app.representations.entity import Entity
from app.representations.links import next_link
from app.representations.media_types import MEDIA_TYPES
from app.representations.name import is_named_in
from app.routes.article_list import THERE_IS_NONE, respond_with_articles
from app.routes.cursors import invalid_cursor, read_cursor, write_cursor
from app.routes.formats import in_address
from app.routes.negotiation import Reader, choose_site_language, nothing_here_for, reader_of
from app.routes.parameters import (
    CompanionParameters,
    Languages,
    ListParameters,
    NamingArticlesParameters,
    PlaceListParameters,
)
from app.routes.responses import Said, redirect, respond, respond_with
from app.settings import Settings

_NUMBER = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)

Row = TypeVar("Row", Person, Place)
Shown = TypeVar("Shown", bound=Entity)


@dataclass(frozen=True, slots=True)
class Face(Generic[Row, Shown]):
    """What clients see of people or of places: ``represent`` is given the language and how many articles.

    ``format`` is by the name that ``?format=`` has for it; ``shape`` makes a document of that format.
    """

    represent: Callable[[Described[Row], str, int], Shown]
    list_document: type[ListDocument[Shown]]
    format: str = "json"
    shape: Callable[[Shown | ListDocument[Shown]], BaseModel] = lambda document: document


@dataclass(frozen=True, slots=True)
class EntityPage(Generic[Row]):
    """``cursor`` is of the next page, None on the last."""

    table: type[Row]
    found: Sequence[Described[Row]]
    cursor: str | None
    count: Callable[[], int]


def respond_with_page(
    request: Request,
    session: ReadSession,
    settings: Settings,
    parameters: ListParameters | PlaceListParameters,
    page: EntityPage[Row],
    face: Face[Row, Shown],
) -> Response:
    now = datetime.now(UTC)
    reader = reader_of(request, parameters)
    choice = choose_site_language(request, reader, list_languages(session), settings)
    own_format = {"format": in_address(face.format)}
    following = reader.address_of(request, cursor=page.cursor, **own_format) if page.cursor else None
    articles = count_naming(session, page.table, [each.entity.id for each in page.found], now)
    items = [
        face.represent(each, choice.language, articles[each.entity.id])
        for each in page.found
        if _has_a_name(reader, each.labels, choice.language)
    ]
    document = face.list_document(items=items, next=following, **parameters.total(page.count))
    return _respond(
        request,
        document,
        face,
        languages=[choice.language],
        location=reader.address_of(request, **own_format),
        links=next_link(following),
        choice=choice,
        changes_at=next_publication(session, now),
    )


def respond_with_one(
    request: Request,
    session: ReadSession,
    settings: Settings,
    parameters: Languages,
    table: type[Row],
    entity_id: str,
    face: Face[Row, Shown],
) -> Response:
    described = find_entity(session, table, entity_id)
    if described is None:
        return _moved(request, session, table, entity_id)
    now = datetime.now(UTC)
    reader = reader_of(request, parameters)
    choice = _choose_language(request, session, settings, reader, described.labels)
    articles = count_naming(session, table, [entity_id], now)[entity_id]
    return _respond(
        request,
        face.represent(described, choice.language, articles),
        face,
        languages=[choice.language],
        location=reader.address_of(request, format=in_address(face.format)),
        choice=choice,
        changes_at=next_publication(session, now),
    )


def _has_a_name(reader: Reader, labels: Mapping[str, str], language: str) -> bool:
    """As of articles, those of a page are left out that ``fallback=none`` leaves nothing of."""
    return not reader.strict or not reader.ranges or is_named_in(labels, language)


def _choose_language(
    request: Request, session: ReadSession, settings: Settings, reader: Reader, labels: Collection[str]
) -> Choice:
    """With ``fallback=none`` one in which it has a name: a name of no known language is a substitute."""
    languages = set(labels) - {EVERYWHERE, UNDETERMINED}
    if not reader.strict or not reader.ranges or EVERYWHERE in labels:
        return choose_site_language(request, reader, {*list_languages(session), *languages}, settings)
    choice = reader.choose(languages, default=settings.default_language)
    if choice is None:
        raise nothing_here_for(request, reader, languages)
    return choice


def respond_with_articles_naming(
    request: Request,
    session: ReadSession,
    settings: Settings,
    parameters: NamingArticlesParameters,
    table: type[Row],
    entity_id: str,
) -> Response:
    if not has_entity(session, table, entity_id):
        return _moved(request, session, table, entity_id, "/articles")
    name = "person" if table is Person else "place"
    return respond_with_articles(request, parameters, session, settings, **{name: entity_id})


def respond_with_companions(
    request: Request,
    session: ReadSession,
    settings: Settings,
    parameters: CompanionParameters,
    table: type[Row],
    entity_id: str,
) -> Response:
    if not has_entity(session, table, entity_id):
        return _moved(request, session, table, entity_id, "/mentioned-with")
    now = datetime.now(UTC)
    reader = reader_of(request, parameters)
    choice = choose_site_language(request, reader, list_languages(session), settings)
    after = _read_companion(parameters.cursor) if parameters.cursor else None
    found = list_companions(session, table, entity_id, now, after=after, limit=parameters.limit + 1)
    page = found[: parameters.limit]
    people = get_entities(session, Person, [each.person_id for each in page if each.person_id])
    places = get_entities(session, Place, [each.place_id for each in page if each.place_id])
    following = None
    if len(found) > len(page):
        cursor = write_cursor("companions", str(page[-1].articles), page[-1].key)
        following = reader.address_of(request, cursor=cursor)
    items = [
        companion_document(
            people[each.person_id] if each.person_id else places[each.place_id or ""],
            choice.language,
            each.articles,
        )
        for each in page
    ]
    return respond(
        request,
        CompanionList(items=items, next=following),
        languages=[choice.language],
        location=reader.address_of(request),
        links=next_link(following),
        choice=choice,
        changes_at=next_publication(session, now),
    )


def _respond(
    request: Request, document: Shown | ListDocument[Shown], face: Face[Row, Shown], **said: Unpack[Said]
) -> Response:
    body = face.shape(document).model_dump_json(exclude_unset=True).encode()
    return respond_with(request, body, MEDIA_TYPES[face.format], **said)


def _moved(
    request: Request, session: ReadSession, table: type[Row], entity_id: str, below: str = ""
) -> Response:
    """To where the one is that had this id. Raises NotFound where nobody had."""
    current = find_current_id(session, table, entity_id)
    if current is None:
        raise NotFound(replace(THERE_IS_NONE[table], parameters={"id": entity_id}))
    address = person_address(current) if table is Person else place_address(current)
    return redirect(request, address + below)


def _read_companion(cursor: str) -> tuple[int, str]:
    articles, key = read_cursor("companions", cursor, 2)
    if not _NUMBER.fullmatch(articles):
        raise invalid_cursor()
    return int(articles), key
