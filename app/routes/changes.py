"""What a translation has still to follow."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.errors import (
    BadRequest,
    DatabaseUnavailable,
    InvalidInput,
    LanguageUnavailable,
    NotAcceptable,
    NotFound,
)
from app.queries.staleness import outdated_segments
from app.representations.addresses import changes_address
from app.representations.article import article_alternates
from app.representations.change import ChangeList, change_document
from app.representations.links import next_link
from app.routes.articles import canonical, get_article, not_in_language
from app.routes.documentation import CANONICAL_ELSEWHERE, LINKED_OK, refusals
from app.routes.media_types import require_json
from app.routes.pages import page_of
from app.routes.parameters import ArticleId, ExactLanguage, ExactListParameters, refuse_repeated
from app.routes.responses import exact_address, redirect, respond
from app.routes.sessions import Snapshot

router = APIRouter(
    tags=["Articles"],
    dependencies=[Depends(refuse_repeated), Depends(exact_address), Depends(require_json)],
)


@router.get(
    "/articles/{article_id}/{language}/changes",
    summary="List what has changed in the original since a translation was made",
    operation_id="listChanges",
    response_model=ChangeList,
    responses={
        **LINKED_OK,
        **CANONICAL_ELSEWHERE,
        **refusals(
            BadRequest, NotFound, LanguageUnavailable, NotAcceptable, InvalidInput, DatabaseUnavailable
        ),
    },
)
def list_changes(
    request: Request,
    article_id: ArticleId,
    language: ExactLanguage,
    parameters: Annotated[ExactListParameters, Query()],
    session: Snapshot,
) -> Response:
    """What a translation does not say yet, segment by segment; nothing where it is current.

    A minor edit is no change: white space, punctuation, quotation marks, and slips of the pen.
    """
    record = get_article(session, article_id)
    if language not in record.versions:
        if canonical(language) in record.versions:
            return redirect(request, changes_address(article_id, canonical(language)))
        raise not_in_language(record, language)
    changed = outdated_segments(session, article_id, language)
    start, following = page_of(request, "changes", parameters, len(changed), (language,))
    items = [change_document(each) for each in changed[start : start + parameters.limit]]
    document = ChangeList(items=items, next=following, **parameters.total(lambda: len(changed)))
    return respond(
        request,
        document,
        languages=sorted({language, record.article.source_language}),
        links=[*article_alternates(record), *next_link(following)],
    )
