"""What an article can be had as."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.representations.article import ArticleDocument
from app.representations.article_html import article_html
from app.representations.article_json_ld import article_json_ld
from app.representations.article_markdown import article_markdown
from app.representations.article_text import article_text
from app.representations.media_types import ARTICLE_FORMATS, MEDIA_TYPES


@dataclass(frozen=True, slots=True)
class Format:
    """``name`` is what ``?format=`` calls it; ``media_type`` is as sent in Content-Type."""

    name: str
    media_type: str
    render: Callable[[ArticleDocument], str]


def _article_json(document: ArticleDocument) -> str:
    return document.model_dump_json(exclude_unset=True)


_RENDER: Mapping[str, Callable[[ArticleDocument], str]] = {
    "json": _article_json,
    "html": article_html,
    "jsonld": article_json_ld,
    "md": article_markdown,
    "text": article_text,
}

FORMATS: Mapping[str, Format] = {
    name: Format(name, MEDIA_TYPES[name], _RENDER[name]) for name in ARTICLE_FORMATS
}
"""By name, in the order of the server's preference."""
