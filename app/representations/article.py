from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from app.database.session import ReadSession, WriteSession
from app.models import Article, Caption, Mention, Person, Picture, Place, Source
from app.queries.articles import ArticleVersions, Body, ListedArticle, Version, get_bodies
from app.queries.entities import Described, get_entities
from app.queries.revisions import BlockText
from app.representations.addresses import article_address
from app.representations.document import Direction, Document, Headline, Href, ListDocument, Tag
from app.representations.links import Link, alternates
from app.representations.person import MentionedPerson, mentioned_person
from app.representations.place import MentionedPlace, mentioned_place
from app.representations.translation import TranslationReference, translation_reference

Status = Annotated[
    Literal["usable", "withheld", "canceled"],
    Field(
        description="Whether it may be used (IPTC pubStatus). Only usable articles are served.",
        examples=["usable"],
    ),
]
PublishedAt = Field(
    description="When the source published it: an instant (RFC 3339), or a day where it gave a day.",
    examples=["2018-12-06"],
)


class BlockDocument(Document):
    """A piece of the body, in reading order."""

    id: str = Field(
        description="Unique in the article, and the same in other languages where the blocks translate it.",
        examples=["b3"],
    )
    type: Literal["heading", "paragraph", "quote", "list", "figure"] = Field(
        description="What kind of piece it is.", examples=["paragraph"]
    )
    text: str = Field(
        description="The text; a list's items each on a line, a figure's its caption.",
        examples=["Afrekenen met ideologie"],
    )
    speaker: str | None = Field(
        description="Who is quoted, where the text says so; null for all but quotes.", examples=["Bijleveld"]
    )
    media: str | None = Field(
        description="The id of the picture in `media` that stands here; null for all but figures.",
        examples=["m1"],
    )


class MediaDocument(Document):
    """A picture of the article: its texts and terms, not its bytes."""

    id: str = Field(description="The picture's id, the same in every language.", examples=["m1"])
    caption: str = Field(description="What it shows.", examples=["Ank Bijleveld-Schouten and James Mattis."])
    credit: str | None = Field(description="Who made it, null where unsaid.", examples=["Defensie"])
    license: str | None = Field(
        description="The picture's own terms of use, which are not the text's; null where not known.",
        examples=["All rights reserved"],
    )


class SourceDocument(Document):
    """Where an article comes from."""

    name: str = Field(description="The source's name.", examples=["Netherlands Ministry of Defence"])
    url: str | None = Field(examples=["https://www.defensie.nl/"], description="The source's address.")
    license: str | None = Field(
        description="The terms of use of the text, an SPDX identifier where there is one.",
        examples=["CC0-1.0"],
    )
    publisher: str | None = Field(description="Who published it.", examples=["Ministerie van Defensie"])


class Correction(Document):
    """What was wrong in an earlier version."""

    noted_at: datetime = Field(description="When it was noted.", examples=["2018-12-07T09:30:00Z"])
    text: str = Field(
        description="What was wrong, and what is right.", examples=["The minister's name is Sajjan."]
    )


class ArticleItem(Document):
    """An article as lists show it."""

    id: str = Field(description="Stable and language-neutral.", examples=["2018-12-06-anti-isis-coalition"])
    url: Href
    language: Tag
    direction: Direction
    source_language: Tag
    headline: Headline
    lead: str | None = Field(description="The first paragraph; null where there is none.")
    slug: str = Field(
        description="The headline as part of an address, unique in its language.",
        examples=["anti-isis-coalitie-bespreekt-wereldwijde-dreiging-isis"],
    )
    available_languages: list[str] = Field(
        description="Every language there is of it, by tag.", examples=[["en", "nl"]]
    )
    published_at: str | None = PublishedAt
    updated_at: datetime = Field(description="When anything of the article last changed, in any language.")
    status: Status


class ArticleList(ListDocument[ArticleItem]):
    """Articles, newest first."""


class ArticleDocument(Document):
    """One article in one language: the same bytes by negotiation and at its exact address."""

    id: str = Field(description="Stable and language-neutral.", examples=["2018-12-06-anti-isis-coalition"])
    url: Href
    language: Tag
    direction: Direction
    source_language: Tag
    translation_of: str | None = Field(
        description="The address of the original; null for the original itself, or where it is not here.",
        examples=["/articles/2018-12-06-anti-isis-coalition/nl"],
    )
    headline: Headline
    lead: str | None = Field(description="The first paragraph; null where there is none.")
    byline: str | None = Field(description="Who wrote it; null where unsaid.")
    dateline: str | None = Field(description="Where and when it was written; null where unsaid.")
    slug: str = Field(
        description="The headline as part of an address, unique in its language.",
        examples=["anti-isis-coalitie-bespreekt-wereldwijde-dreiging-isis"],
    )
    body: list[BlockDocument] = Field(description="The text behind the lead, in reading order.")
    media: list[MediaDocument] = Field(description="The pictures, in the order of their captions.")
    people: list[MentionedPerson] = Field(description="Who is named, in the order of their first mention.")
    places: list[MentionedPlace] = Field(description="What places are named, in the order of first mention.")
    translations: list[TranslationReference] = Field(description="Every language version, this one included.")
    published_at: str | None = PublishedAt
    updated_at: datetime = Field(description="When anything of the article last changed, in any language.")
    version: int = Field(description="The number of this language version's revision, from 1.", examples=[1])
    status: Status
    corrections: list[Correction] = Field(description="What was corrected, the latest first.")
    source: SourceDocument | None = Field(description="Where it comes from; null where not known.")


def article_item(listed: ListedArticle) -> ArticleItem:
    return ArticleItem.model_validate(
        {
            **_identity(listed.article, listed),
            "headline": listed.headline,
            "lead": listed.lead,
            "slug": listed.slug,
            "available_languages": listed.available_languages,
            "published_at": listed.article.published_at,
            "updated_at": listed.article.updated_at,
            "status": listed.article.status,
        }
    )


def load_article_documents(
    session: ReadSession | WriteSession, record: ArticleVersions, languages: Collection[str]
) -> dict[str, ArticleDocument]:
    """By language, in a number of statements that does not grow with the languages."""
    revisions = {language: record.versions[language].revision_id for language in languages}
    bodies = get_bodies(session, list(revisions.values()))
    mentions = [mention for body in bodies.values() for mention in body.mentions]
    people = get_entities(session, Person, list(_by_entity(mentions, "person_id")))
    places = get_entities(session, Place, list(_by_entity(mentions, "place_id")))
    return {
        language: article_document(record, language, bodies[revision], people, places)
        for language, revision in revisions.items()
    }


def article_addresses(record: ArticleVersions) -> dict[str, str]:
    """Of each language version, by tag."""
    return {tag: article_address(record.article.id, tag) for tag in record.versions}


def article_alternates(record: ArticleVersions) -> list[Link]:
    return alternates(article_addresses(record), article_address(record.article.id))


def article_links(record: ArticleVersions, language: str) -> list[Link]:
    canonical = article_address(record.article.id, language)
    return [*article_alternates(record), (canonical, {"rel": "canonical"})]


def article_document(
    record: ArticleVersions,
    language: str,
    body: Body,
    people: Mapping[str, Described[Person]],
    places: Mapping[str, Described[Place]],
) -> ArticleDocument:
    version = record.versions[language]
    mentions = _in_reading_order(body)
    return ArticleDocument.model_validate(
        {
            **_identity(record.article, version),
            "translation_of": _original_address(record, version),
            "headline": version.headline,
            "lead": version.lead,
            "byline": version.byline,
            "dateline": version.dateline,
            "slug": version.slug,
            "body": _blocks(body),
            "media": [_media(caption, picture) for caption, picture in body.captions],
            "people": [
                mentioned_person(people[id_], named, language)
                for id_, named in _by_entity(mentions, "person_id").items()
            ],
            "places": [
                mentioned_place(places[id_], named, language)
                for id_, named in _by_entity(mentions, "place_id").items()
            ],
            "translations": [translation_reference(record, each) for each in record.versions.values()],
            "published_at": record.article.published_at,
            "updated_at": record.article.updated_at,
            "version": version.number,
            "status": record.article.status,
            "corrections": [],
            "source": _source(record.source) if record.source else None,
        }
    )


def _identity(article: Article, version: Version | ListedArticle) -> dict[str, Any]:
    return {
        "id": article.id,
        "url": article_address(article.id, version.language),
        "language": version.language,
        "direction": version.direction,
        "source_language": article.source_language,
    }


def _original_address(record: ArticleVersions, version: Version) -> str | None:
    original = record.article.source_language
    if version.language == original or original not in record.versions:
        return None
    return article_address(record.article.id, original)


def _blocks(body: Body) -> list[BlockDocument]:
    captions = {picture.id: (picture.key, caption.text) for caption, picture in body.captions}
    return [_figure(b, *captions[b.picture_id]) if b.picture_id else _block(b) for b in body.blocks]


def _figure(block: BlockText, media: str, caption: str) -> BlockDocument:
    return BlockDocument(id=block.key, type="figure", text=caption, speaker=None, media=media)


def _block(block: BlockText) -> BlockDocument:
    return BlockDocument.model_validate(
        {"id": block.key, "type": block.type, "text": block.text, "speaker": block.speaker, "media": None}
    )


def _media(caption: Caption, picture: Picture) -> MediaDocument:
    return MediaDocument(id=picture.key, caption=caption.text, credit=caption.credit, license=picture.license)


def _in_reading_order(body: Body) -> list[Mention]:
    order = ["headline", "lead", *(b.key for b in body.blocks), *(p.key for _, p in body.captions)]
    rank = {key: position for position, key in enumerate(order)}
    return sorted(body.mentions, key=lambda mention: (rank[mention.block], mention.start))


def _by_entity(mentions: Iterable[Mention], owner: str) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        entity_id = getattr(mention, owner)
        if entity_id is not None:
            found.setdefault(entity_id, []).append(mention)
    return found


def _source(source: Source) -> SourceDocument:
    return SourceDocument(
        name=source.name,
        url=source.url or None,
        license=source.license or None,
        publisher=source.publisher or None,
    )
