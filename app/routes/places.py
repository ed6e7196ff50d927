from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.database.session import ReadSession
from app.errors import (
    BadRequest,
    DatabaseUnavailable,
    InvalidInput,
    LanguageUnavailable,
    NotAcceptable,
    NotFound,
)
from app.geography import Area, Point, distance
from app.models import Place
from app.queries.entities import Described, get_entities
from app.queries.places import count_places, list_nearest, list_place_ids
from app.representations.article import ArticleList
from app.representations.companion import CompanionList
from app.representations.media_types import PLACE_FORMATS
from app.representations.place import PlaceDocument, PlaceList, place_document
from app.representations.place_geojson import as_geojson
from app.routes.cursors import invalid_cursor, read_cursor, write_cursor
from app.routes.documentation import MERGED_ELSEWHERE, MIXED_OK, NEGOTIATED_LINKED_OK, NEGOTIATED_OK, refusals
from app.routes.entities import (
    EntityPage,
    Face,
    respond_with_articles_naming,
    respond_with_companions,
    respond_with_one,
    respond_with_page,
)
from app.routes.formats import negotiate_format
from app.routes.media_types import require_json
from app.routes.parameters import (
    CompanionParameters,
    PlaceId,
    PlaceListParameters,
    PlaceParameters,
    PlacesArticlesParameters,
    refuse_repeated,
)
from app.routes.sessions import SiteSettings, Snapshot

router = APIRouter(tags=["Places"], dependencies=[Depends(refuse_repeated)])

_OF_ONE = refusals(
    BadRequest, NotFound, LanguageUnavailable, NotAcceptable, InvalidInput, DatabaseUnavailable
)


@router.get(
    "/places",
    summary="List places",
    operation_id="listPlaces",
    response_model=PlaceList,
    responses={
        **NEGOTIATED_LINKED_OK,
        **refusals(BadRequest, LanguageUnavailable, NotAcceptable, InvalidInput, DatabaseUnavailable),
    },
)
def list_places(
    request: Request,
    parameters: Annotated[PlaceListParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """All places that articles may name, by id, with their names in every language.

    With `near` they come by their distance from it, the nearest first.
    """
    format_ = negotiate_format(request, parameters.format, PLACE_FORMATS)
    circle, areas = parameters.circle(), parameters.areas()
    far: Mapping[str, float] = {}
    if circle is None:
        page = _find_by_id(session, parameters, areas)
    else:
        page, far = _find_nearest(session, parameters, circle.center, areas)
    return respond_with_page(request, session, settings, parameters, page, _face(format_, far))


@router.get(
    "/places/{place_id}",
    summary="Read about a place",
    operation_id="readPlace",
    response_model=PlaceDocument,
    responses={**NEGOTIATED_OK, **MERGED_ELSEWHERE, **_OF_ONE},
)
def read_place(
    request: Request,
    place_id: PlaceId,
    parameters: Annotated[PlaceParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """One place, with its names in every language and its ids in other registers."""
    face = _face(negotiate_format(request, parameters.format, PLACE_FORMATS))
    return respond_with_one(request, session, settings, parameters, Place, place_id, face)


@router.get(
    "/places/{place_id}/articles",
    summary="List the articles that name a place",
    operation_id="listArticlesNamingPlace",
    response_model=ArticleList,
    dependencies=[Depends(require_json)],
    responses={**MIXED_OK, **MERGED_ELSEWHERE, **_OF_ONE},
)
def list_articles_naming_place(
    request: Request,
    place_id: PlaceId,
    parameters: Annotated[PlacesArticlesParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """The articles that name a place in some language: as `/articles?place=` has them.

    Those that name a place in a country name the country, too.
    """
    return respond_with_articles_naming(request, session, settings, parameters, Place, place_id)


@router.get(
    "/places/{place_id}/mentioned-with",
    summary="List who and what is named with a place",
    operation_id="listMentionedWithPlace",
    response_model=CompanionList,
    dependencies=[Depends(require_json)],
    responses={**NEGOTIATED_LINKED_OK, **MERGED_ELSEWHERE, **_OF_ONE},
)
def list_mentioned_with_place(
    request: Request,
    place_id: PlaceId,
    parameters: Annotated[CompanionParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """The people and places that articles name together with a place, most often first.

    Of the articles that name the place, the newest thousand are looked through.
    """
    return respond_with_companions(request, session, settings, parameters, Place, place_id)


def _find_by_id(
    session: ReadSession, parameters: PlaceListParameters, areas: list[Area]
) -> EntityPage[Place]:
    after = read_cursor("Place", parameters.cursor, 1)[0] if parameters.cursor else None
    ids = list_place_ids(session, areas, after=after, limit=parameters.limit + 1)
    shown = ids[: parameters.limit]
    cursor = write_cursor("Place", shown[-1]) if len(ids) > len(shown) else None
    found = list(get_entities(session, Place, shown).values())
    return EntityPage(Place, found, cursor, lambda: count_places(session, areas))


def _find_nearest(
    session: ReadSession, parameters: PlaceListParameters, center: Point, areas: list[Area]
) -> tuple[EntityPage[Place], dict[str, float]]:
    """And how far each is away, in kilometres."""
    after = _read_nearest(parameters.cursor) if parameters.cursor else None
    nearest = list_nearest(session, center, areas, after=after, limit=parameters.limit + 1)
    shown = nearest[: parameters.limit]
    cursor = write_cursor("nearest", repr(shown[-1][1]), shown[-1][0]) if len(nearest) > len(shown) else None
    described = get_entities(session, Place, [id_ for id_, _ in shown])
    page = EntityPage(
        Place, [described[id_] for id_, _ in shown], cursor, lambda: count_places(session, areas)
    )
    return page, {id_: distance(haversine) for id_, haversine in shown}


def _read_nearest(cursor: str) -> tuple[float, str]:
    haversine, place_id = read_cursor("nearest", cursor, 2)
    try:
        far = float(haversine)
    except ValueError as error:
        raise invalid_cursor() from error
    if repr(far) != haversine or not 0 <= far <= 1.01:  # noqa: PLR2004  # 1 is the other side; it is rounded
        raise invalid_cursor()
    return far, place_id


def _face(format_: str, far: Mapping[str, float] | None = None) -> Face[Place, PlaceDocument]:
    """``far``: how far each place is away, in kilometres, where that was asked."""

    def represent(place: Described[Place], language: str, articles: int) -> PlaceDocument:
        return place_document(place, language, articles, (far or {}).get(place.entity.id))

    if format_ == "geojson":
        return Face(represent, PlaceList, format_, as_geojson)
    return Face(represent, PlaceList)
