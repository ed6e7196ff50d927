from typing import Any, Literal

from pydantic import Field

from app.models import Person, Place
from app.queries.articles import ListedArticle
from app.queries.entities import Described
from app.queries.evidence import Evidence, Match
from app.representations.article import ArticleItem, article_item
from app.representations.document import Direction, Document, Tag, without_default
from app.representations.entity import NamedEntity, kind_of, named_in


class MatchDocument(Document):
    """Where and why an article was found."""

    language: Tag
    field: Literal["headline", "lead", "body", "caption"] = Field(
        description="The part of the article that it stands in.", examples=["body"]
    )
    kind: Literal["text", "person", "place", "alias", "meaning"] = Field(
        description="`text`: the words themselves are there, or one that `translates` them. `person`, "
        "`place`: who or what the query names is named there; `alias`: by another name than its own, which "
        "may be a misspelt one. `meaning`: the sentence says about the same in other words; "
        "only where few articles have the words, with the extra `encoder`.",
        examples=["text"],
    )
    surface: str = Field(description="What stands there.", examples=["wederopbouw"])
    surfaces: list[str] = Field(
        default=[],
        description="All that stands in that language of what `q` asks for: what is marked where `surface` "
        "stands, then what else is found elsewhere. There only where that is more than `surface`.",
        json_schema_extra=without_default,
    )
    translates: str = Field(
        default="",
        description="The word of `q` that `surface` stands for in its language: in texts of this site that "
        "translate each other the two go together. There only where the words themselves are not.",
        json_schema_extra=without_default,
    )


class MarkDocument(Document):
    """A span of a snippet's text."""

    start: int = Field(description="Offset of its first Unicode code point.", examples=[17])
    end: int = Field(description="Offset behind the last one.", examples=[31])


class SnippetDocument(Document):
    """The piece of text that shows it: in the article's language where that says it, else in the match's."""

    text: str = Field(
        description="The text; dots where it is cut.", examples=["… to support the reconstruction of Iraq …"]
    )
    language: Tag
    direction: Direction
    marks: list[MarkDocument] = Field(
        description="What in the text was asked for, or translates it; in order, none within another. Where "
        "only the sentence is known that translates it, all of it is marked."
    )


class HitDocument(Document):
    """An article, and why it was found."""

    article: ArticleItem = Field(description="The article, in the reader's best language.")
    match: MatchDocument | None = Field(
        description="Why it was found; null where the query has nothing but filters."
    )
    snippet: SnippetDocument = Field(description="What shows it to the reader.")


class NumberDocument(Document):
    """How many there are, as far as they were counted."""

    value: int = Field(description="How many there are.", examples=[1])
    relation: Literal["exact", "at-least"] = Field(
        description="`at-least`: counting stopped there.", examples=["exact"]
    )


class NamedInQueryDocument(NamedEntity):
    """Whom or what the query names: `person:` or `place:` with the id, in `q`, asks for nobody else."""

    surface: str = Field(description="What of the query names it.", examples=["Baghdad"])


class LanguageFacet(Document):
    """A language that articles have."""

    value: Tag
    articles: int = Field(description="How many of the articles looked at have it.", examples=[1])


class NamedFacet(NamedEntity):
    """A person or a place that is named."""

    articles: int = Field(description="How many of the articles looked at name it.", examples=[1])


class YearFacet(Document):
    """A year of publication."""

    value: int = Field(description="A year, in UTC.", examples=[2018])
    articles: int = Field(
        description="How many of the articles looked at were published in it.", examples=[1]
    )


class FacetsDocument(Document):
    """What the articles looked at have, most often first; of each facet only what was asked for."""

    language: list[LanguageFacet] = Field(
        default=[],
        description="The languages that they have; narrow by `available_in`.",
        json_schema_extra=without_default,
    )
    person: list[NamedFacet] = Field(
        default=[],
        description="Who is named in most; narrow by `person`.",
        json_schema_extra=without_default,
    )
    place: list[NamedFacet] = Field(
        default=[],
        description="What places are named in most, a country also by a place in it; narrow by `place`.",
        json_schema_extra=without_default,
    )
    year: list[YearFacet] = Field(
        default=[],
        description="When they were published, the latest first; narrow by `date:` in `q`.",
        json_schema_extra=without_default,
    )


class SearchResults(Document):
    """What was found, one hit an article."""

    query: str = Field(
        description="How the query was understood, in its own syntax. What means nothing there is literal.",
        examples=['"global threat" place:iraq'],
    )
    ignored: list[str] = Field(
        description="What of the query was too much, and not looked for.", examples=[[]]
    )
    unknown: list[str] = Field(
        description="What `q` requires or excludes by a name that nobody has whom articles name; and what "
        "would be a filter if its value were a date, a language, or there at all: it is taken for words.",
        examples=[["place:atlantis", "date:2018-02-30"]],
    )
    entities: list[NamedInQueryDocument] = Field(
        description="Whom and what the query names, of those that articles name."
    )
    loose: bool = Field(
        description="Whether nothing has all that was asked for, so that what has some of it is shown.",
        examples=[False],
    )
    considered: NumberDocument = Field(
        description="How many articles were looked at: the newest that are found. The most relevant are the "
        "most relevant of these."
    )
    suggestions: list[str] = Field(
        description="Queries that may be meant, where something is asked for that is nowhere: by words and "
        "names that are. None where it takes too long to find them.",
        examples=[["Baghdad"]],
    )
    items: list[HitDocument] = Field(description="The hits of this page, in order.")
    next: str | None = Field(
        description="The address of the next page, null on the last.",
        examples=["/search?cursor=WyJzZWFyY2giXQ&lang=nl&q=isis"],
    )
    total: NumberDocument | None = Field(
        default=None,
        description="How many articles are found that the reader is shown; there only with `count=true`.",
        json_schema_extra=without_default,
    )
    facets: FacetsDocument | None = Field(
        default=None,
        description="There only with `facets`.",
        json_schema_extra=without_default,
    )


def hit_document(listed: ListedArticle, evidence: Evidence) -> HitDocument:
    match = evidence.match
    return HitDocument(
        article=article_item(listed),
        match=match and _match_document(match),
        snippet=SnippetDocument.model_validate(
            {
                "text": evidence.snippet.text,
                "language": evidence.language,
                "direction": evidence.direction,
                "marks": [{"start": start, "end": end} for start, end in evidence.snippet.marks],
            }
        ),
    )


def _match_document(match: Match) -> MatchDocument:
    more: dict[str, Any] = {"translates": match.translates} if match.translates else {}
    if set(match.surfaces) - {match.surface}:
        more["surfaces"] = list(match.surfaces)
    return MatchDocument(
        language=match.language, field=match.field, kind=match.kind, surface=match.surface, **more
    )


def named_in_query_document(
    described: Described[Person] | Described[Place], language: str, surface: str
) -> NamedInQueryDocument:
    return NamedInQueryDocument(
        kind=kind_of(described.entity), **named_in(described, language), surface=surface
    )


def named_facet(described: Described[Person] | Described[Place], language: str, articles: int) -> NamedFacet:
    return NamedFacet(kind=kind_of(described.entity), **named_in(described, language), articles=articles)
