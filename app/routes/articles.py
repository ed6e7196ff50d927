from datetime import UTC, datetime
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
    Refusal,
)
from app.language.choosing import Choice
from app.language.tag import parse_language_tag
from app.queries.articles import ArticleVersions, find_article
from app.queries.entities import get_named
from app.queries.languages import list_languages
from app.queries.naming import Counted, count_mentions, list_languages_of_demonyms
from app.representations.addresses import article_address, with_query
from app.representations.article import (
    ArticleDocument,
    ArticleList,
    article_addresses,
    article_alternates,
    article_links,
    load_article_documents,
)
from app.representations.formats import FORMATS
from app.representations.links import link_header, next_link
from app.representations.media_types import ARTICLE_FORMATS
from app.representations.page import CONTENT_SECURITY_POLICY
from app.representations.parity import ParityDocument, ParityList, parity_document
from app.representations.translation import TranslationList, translation_document
from app.routes.article_list import respond_with_articles
from app.routes.cursors import read_cursor, write_cursor
from app.routes.documentation import (
    CANONICAL_ELSEWHERE,
    LINKED_OK,
    MIXED_OK,
    NEGOTIATED_LINKED_OK,
    VERSION_OK,
    refusals,
)
from app.routes.formats import in_address, negotiate_format
from app.routes.media_types import require_json
from app.routes.negotiation import choose_site_language, nothing_for, reader_of, same_address
from app.routes.parameters import (
    ArticleId,
    ArticleLanguageParameters,
    ArticleListParameters,
    ArticleParameters,
    ExactLanguage,
    ExactListParameters,
    ListParameters,
    refuse_repeated,
)
from app.routes.responses import exact_address, redirect, respond, respond_with
from app.routes.sessions import SiteSettings, Snapshot
from app.texts.text import Text

router = APIRouter(tags=["Articles"], dependencies=[Depends(refuse_repeated)])


@router.get(
    "/articles",
    summary="List articles",
    operation_id="listArticles",
    response_model=ArticleList,
    dependencies=[Depends(require_json)],
    responses={
        **MIXED_OK,
        **refusals(BadRequest, LanguageUnavailable, NotAcceptable, InvalidInput, DatabaseUnavailable),
    },
)
def list_all_articles(
    request: Request,
    parameters: Annotated[ArticleListParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """All articles, newest first, each in the reader's best language.

    An article of which the reader takes no language is left out, though counted in `total`. Who takes
    no language of the whole site gets a problem.
    """
    return respond_with_articles(request, parameters, session, settings)


@router.get(
    "/articles/{article_id}",
    summary="Read an article in your language",
    operation_id="readArticle",
    response_model=ArticleDocument,
    responses={
        **NEGOTIATED_LINKED_OK,
        **refusals(
            BadRequest, NotFound, LanguageUnavailable, NotAcceptable, InvalidInput, DatabaseUnavailable
        ),
    },
)
def read_article(
    request: Request,
    article_id: ArticleId,
    parameters: Annotated[ArticleLanguageParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """One article in the reader's best language: the same bytes as at `Content-Location`."""
    format_ = negotiate_format(request, parameters.format, ARTICLE_FORMATS)
    record = get_article(session, article_id)
    reader = reader_of(request, parameters)
    choice = reader.choose(
        record.versions, default=settings.default_language, source=record.article.source_language
    )
    if choice is None:
        raise nothing_for(reader, article_addresses(record), article_address(article_id))
    return _respond_with_version(request, session, record, choice.language, format_, choice)


@router.get(
    "/articles/{article_id}/translations",
    summary="List an article's languages",
    operation_id="listTranslations",
    response_model=TranslationList,
    dependencies=[Depends(exact_address), Depends(require_json)],
    responses={
        **LINKED_OK,
        **refusals(BadRequest, NotFound, NotAcceptable, InvalidInput, DatabaseUnavailable),
    },
)
def list_translations(
    request: Request,
    article_id: ArticleId,
    parameters: Annotated[ExactListParameters, Query()],
    session: Snapshot,
) -> Response:
    """Every published language version, the original included, by tag."""
    record = get_article(session, article_id)
    after = read_cursor("translations", parameters.cursor, 1)[0] if parameters.cursor else ""
    rest = [version for tag, version in sorted(record.versions.items()) if tag > after]
    page = rest[: parameters.limit]
    items = [translation_document(record, version) for version in page]
    following = None
    if len(rest) > len(page):
        following = same_address(request, cursor=write_cursor("translations", page[-1].language))
    total = parameters.total(lambda: len(record.versions))
    document = TranslationList(items=items, next=following, **total)
    return respond(
        request,
        document,
        languages=[item.language for item in items],
        links=[*article_alternates(record), *next_link(following)],
    )


@router.get(
    "/articles/{article_id}/parity",
    summary="Compare who and what an article's languages name",
    operation_id="listParity",
    response_model=ParityList,
    dependencies=[Depends(require_json)],
    responses={
        **NEGOTIATED_LINKED_OK,
        **refusals(
            BadRequest, NotFound, LanguageUnavailable, NotAcceptable, InvalidInput, DatabaseUnavailable
        ),
    },
)
def list_parity(
    request: Request,
    article_id: ArticleId,
    parameters: Annotated[ListParameters, Query()],
    session: Snapshot,
    settings: SiteSettings,
) -> Response:
    """Who and what an article names, how often in each language, and in which not at all.

    What some language does not name comes first.
    """
    record = get_article(session, article_id)
    reader = reader_of(request, parameters)
    choice = choose_site_language(request, reader, list_languages(session), settings)
    after = read_cursor("parity", parameters.cursor, 1)[0] if parameters.cursor else ""
    rows = _parity(session, record, choice.language)
    rest = [key for key in sorted(rows) if key > after]
    page = rest[: parameters.limit]
    following = None
    if len(rest) > len(page):
        following = reader.address_of(request, cursor=write_cursor("parity", page[-1]))
    document = ParityList(
        items=[rows[key] for key in page], next=following, **parameters.total(lambda: len(rows))
    )
    return respond(
        request,
        document,
        languages=[choice.language],
        location=reader.address_of(request),
        links=next_link(following),
        choice=choice,
    )


_NOT_NAMED = Counted(0, 0)


def _parity(session: ReadSession, record: ArticleVersions, language: str) -> dict[str, ParityDocument]:
    """By the key that they sort by."""
    revisions = {version.revision_id: tag for tag, version in record.versions.items()}
    numbers = count_mentions(session, list(revisions))
    named = get_named(session, numbers)
    places = [id_ for kind, id_ in named if kind == "place"]
    languages_of_demonyms = list_languages_of_demonyms(session, places)
    rows = {}
    for (kind, id_), by_revision in numbers.items():
        by_tag = {tag: by_revision.get(revision, _NOT_NAMED) for revision, tag in revisions.items()}
        row = parity_document(named[kind, id_], language, by_tag, languages_of_demonyms.get(id_, set()))
        rows[f"{'some' if row.missing_in else 'whole'}/{kind}/{id_}"] = row
    return rows


@router.get(
    "/articles/{article_id}/{language}",
    summary="Read an article in one language",
    operation_id="readArticleInLanguage",
    response_model=ArticleDocument,
    dependencies=[Depends(exact_address)],
    responses={
        **VERSION_OK,
        **CANONICAL_ELSEWHERE,
        **refusals(
            BadRequest, NotFound, LanguageUnavailable, NotAcceptable, InvalidInput, DatabaseUnavailable
        ),
    },
)
def read_article_in_language(
    request: Request,
    article_id: ArticleId,
    language: ExactLanguage,
    parameters: Annotated[ArticleParameters, Query()],
    session: Snapshot,
) -> Response:
    """One article in exactly that language, never another: 404 with the languages there are."""
    format_ = negotiate_format(request, parameters.format, ARTICLE_FORMATS)
    record = get_article(session, article_id)
    if language in record.versions:
        return _respond_with_version(request, session, record, language, format_)
    if canonical(language) in record.versions:
        return redirect(request, article_address(article_id, canonical(language)))
    raise not_in_language(record, language)


def get_article(session: ReadSession, article_id: str) -> ArticleVersions:
    record = find_article(session, article_id, datetime.now(UTC))
    if record is None:
        raise NotFound(Text("There is no article {id!r}.", {"id": article_id}))
    return record


def not_in_language(record: ArticleVersions, language: str) -> LanguageUnavailable:
    return LanguageUnavailable(
        Text("The article has no version in {language!r}.", {"language": language}),
        extensions={
            "available": [{"language": tag, "href": href} for tag, href in article_addresses(record).items()]
        },
        headers={"Link": link_header(article_alternates(record))},
    )


def canonical(language: str) -> str:
    try:
        return parse_language_tag(language)
    except Refusal:
        return language


def _respond_with_version(
    request: Request,
    session: ReadSession,
    record: ArticleVersions,
    language: str,
    format_: str,
    choice: Choice | None = None,
) -> Response:
    document = load_article_documents(session, record, [language])[language]
    chosen = FORMATS[format_]
    return respond_with(
        request,
        chosen.render(document).encode(),
        chosen.media_type,
        languages=[language],
        location=with_query(document.url, format=in_address(format_)),
        links=article_links(record, language),
        choice=choice,
        policy=CONTENT_SECURITY_POLICY if format_ == "html" else None,
    )
