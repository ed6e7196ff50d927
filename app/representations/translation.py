from typing import Literal

from pydantic import Field

from app.queries.articles import ArticleVersions, Version
from app.representations.addresses import article_address, changes_address
from app.representations.document import Direction, Document, Headline, Href, ListDocument, Tag


class TranslationReference(Document):
    """Where another language version is, and how it stands to the original."""

    language: Tag
    direction: Direction
    href: Href
    role: Literal["original", "translation"] = Field(
        description="Whether the article was written in it or translated into it.", examples=["original"]
    )
    origin: Literal["human", "machine", "unknown"] = Field(
        description="Who wrote this version, as far as its source says; `machine` as long as any of it is.",
        examples=["human"],
    )
    status: Literal["current", "outdated"] = Field(
        description="`outdated`: the original has changed since, by more than a minor edit.",
        examples=["current"],
    )


class TranslationDocument(TranslationReference):
    """A language version, as the list of an article's languages shows it."""

    headline: Headline
    changes: Href = Field(description="What has changed in the original since this version was made.")


class TranslationList(ListDocument[TranslationDocument]):
    """An article's language versions, by tag."""


def translation_reference(record: ArticleVersions, version: Version) -> TranslationReference:
    return TranslationReference.model_validate(_standing(record, version))


def translation_document(record: ArticleVersions, version: Version) -> TranslationDocument:
    changes = changes_address(record.article.id, version.language)
    return TranslationDocument.model_validate(
        {**_standing(record, version), "headline": version.headline, "changes": changes}
    )


def _standing(record: ArticleVersions, version: Version) -> dict[str, str]:
    is_original = version.language == record.article.source_language
    return {
        "language": version.language,
        "direction": version.direction,
        "href": article_address(record.article.id, version.language),
        "role": "original" if is_original else "translation",
        "origin": version.origin,
        "status": "outdated" if version.is_outdated else "current",
    }
