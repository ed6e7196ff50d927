from collections.abc import Collection, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.errors import (
    BadRequest,
    DatabaseUnavailable,
    Fault,
    InvalidInput,
    NotAcceptable,
    NotAligned,
    NotFound,
)
from app.queries.alignments import ArticleFinding, find_pairs, list_findings, pivot_of
from app.queries.articles import ArticleVersions
from app.queries.sides import get_sides
from app.representations.alignment import PairList, pair_document
from app.representations.article import article_alternates
from app.representations.finding import FindingList, finding_document
from app.representations.links import next_link
from app.routes.articles import get_article
from app.routes.documentation import LINKED_OK, refusals
from app.routes.media_types import require_json
from app.routes.pages import page_of
from app.routes.parameters import AlignmentParameters, ArticleId, DiagnosticsParameters, refuse_repeated
from app.routes.responses import exact_address, respond
from app.routes.sessions import Snapshot
from app.texts.text import Text

TWO = 2

router = APIRouter(
    tags=["Articles"],
    dependencies=[Depends(refuse_repeated), Depends(exact_address), Depends(require_json)],
)


@router.get(
    "/articles/{article_id}/alignment",
    summary="Read two languages of an article side by side",
    operation_id="listAlignment",
    response_model=PairList,
    responses={
        **LINKED_OK,
        **refusals(BadRequest, NotFound, NotAligned, NotAcceptable, InvalidInput, DatabaseUnavailable),
    },
)
def list_alignment(
    request: Request,
    article_id: ArticleId,
    parameters: Annotated[AlignmentParameters, Query()],
    session: Snapshot,
) -> Response:
    """Two language versions side by side, segment by segment, in the order of the first."""
    record = get_article(session, article_id)
    source, target = _two_languages(parameters.languages, record)
    sides = get_sides(session, {tag: record.versions[tag] for tag in (source, target)})
    pairs = find_pairs(session, record, source, target, sides)
    if pairs is None:
        raise _not_aligned()
    start, following = page_of(request, "alignment", parameters, len(pairs), (source, target))
    items = [pair_document(pair, source, target) for pair in pairs[start : start + parameters.limit]]
    document = PairList(items=items, next=following, **parameters.total(lambda: len(pairs)))
    links = [*article_alternates(record), *next_link(following)]
    return respond(request, document, languages=[source, target], links=links)


@router.get(
    "/articles/{article_id}/diagnostics",
    summary="List what is noticed in an article's translations",
    operation_id="listDiagnostics",
    response_model=FindingList,
    responses={
        **LINKED_OK,
        **refusals(BadRequest, NotFound, NotAligned, NotAcceptable, InvalidInput, DatabaseUnavailable),
    },
)
def list_diagnostics(
    request: Request,
    article_id: ArticleId,
    parameters: Annotated[DiagnosticsParameters, Query()],
    session: Snapshot,
) -> Response:
    """What is noticed where the translations are laid beside the original: by language."""
    record = get_article(session, article_id)
    translations = _translations(parameters.languages, record)
    found = list_findings(session, record)
    if found is None:
        raise _not_aligned()
    found = [each for each in found if each.target in translations and _is_asked_for(each, parameters)]
    filters = [given or "" for given in (parameters.languages, parameters.code, parameters.severity)]
    start, following = page_of(request, "diagnostics", parameters, len(found), filters)
    sides = get_sides(session, record.versions)
    items = [finding_document(article_id, each, sides) for each in found[start : start + parameters.limit]]
    document = FindingList(items=items, next=following, **parameters.total(lambda: len(found)))
    links = [*article_alternates(record), *next_link(following)]
    return respond(request, document, languages=sorted(record.versions), links=links)


def _two_languages(given: str, record: ArticleVersions) -> tuple[str, str]:
    tags = _tags(given, record)
    _require(tags, record.versions.keys())
    if len(tags) != len(set(tags)) or len(tags) != TWO:
        message = Text(
            "not two different languages of this article, which are: {tags}",
            {"tags": ", ".join(sorted(record.versions))},
        )
        raise _wrong_languages(message)
    return tags[0], tags[1]


def _translations(given: str | None, record: ArticleVersions) -> Collection[str]:
    """Those asked for; all where none are."""
    pivot = pivot_of(record.article.source_language, list(record.versions))
    translations = record.versions.keys() - {pivot}
    if given is None:
        return translations
    tags = _tags(given, record)
    _require(tags, record.versions.keys())
    if not translations.issuperset(tags):
        message = Text(
            "not languages that this article is translated into, which are: {tags}",
            {"tags": ", ".join(sorted(translations))},
        )
        raise _wrong_languages(message)
    return set(tags)


def _require(tags: Sequence[str], languages: Collection[str]) -> None:
    lacking = next((tag for tag in tags if tag not in languages), None)
    if lacking is not None:
        message = Text(
            "{lacking!r} is no language of this article, which are: {tags}",
            {"lacking": lacking, "tags": ", ".join(sorted(languages))},
        )
        raise _wrong_languages(message)


def _tags(given: str, record: ArticleVersions) -> list[str]:
    """As the article has them, in whatever case they were given."""
    by_folded = {tag.lower(): tag for tag in record.versions}
    return [by_folded.get(tag.lower(), tag) for tag in given.split(",")]


def _wrong_languages(message: Text) -> BadRequest:
    return BadRequest(
        Text("Look at the parameters {names}.", {"names": "'languages'"}),
        faults=[Fault(message, parameter="languages")],
    )


def _is_asked_for(each: ArticleFinding, parameters: DiagnosticsParameters) -> bool:
    finding = each.found.finding
    return all(
        wanted is None or value in wanted.split(",")
        for value, wanted in ((finding.code, parameters.code), (finding.severity, parameters.severity))
    )


def _not_aligned() -> NotAligned:
    return NotAligned(Text("It is being done since the article or the program changed; try again."))
