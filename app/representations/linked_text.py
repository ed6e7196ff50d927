"""A text cut at the names in it, each of which links to its person or place."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.representations.article import ArticleDocument
from app.representations.person import MentionedPerson
from app.representations.place import MentionedPlace


@dataclass(frozen=True, slots=True)
class Link:
    """Offsets count Unicode code points; ``end`` is behind the last one."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    href: str | None = None


def links_by_block(document: ArticleDocument) -> dict[str, list[Link]]:
    """Keyed as mentions are: by a block's or a picture's id, ``headline`` or ``lead``."""
    found: dict[str, list[Link]] = {}
    entities: list[MentionedPerson | MentionedPlace] = [*document.people, *document.places]
    for named in entities:
        for mention in named.mentions:
            found.setdefault(mention.block, []).append(Link(mention.start, mention.end, named.href))
    return found


def linked_pieces(text: str, links: Iterable[Link], offset: int = 0) -> list[Piece]:
    """The pieces make up the text again, which starts at ``offset`` in the one that the links count from.

    Of links that overlap the first is kept, of those with one beginning the longest: HTML nests no links.
    """
    pieces = []
    done = 0
    for link in sorted(links, key=lambda link: (link.start, -link.end)):
        start, end = link.start - offset, link.end - offset
        if done <= start < end <= len(text):
            pieces += [Piece(text[done:start]), Piece(text[start:end], link.href)]
            done = end
    pieces.append(Piece(text[done:]))
    return [piece for piece in pieces if piece.text]
