"""Articles as they are stored to be sent: one cached negotiation and one point read."""

import time
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from starlette.types import Scope, Send

from app.language.choosing import Choice, choose
from app.language.ranges import LanguageRange, parse_accept_language
from app.queries.shelf import Shelf, StoredRepresentation
from app.representations.coding import SMALLEST_CODED, Coding
from app.representations.field_lines import field_lines, read_field_lines
from app.representations.media_types import ARTICLE_FORMATS, MEDIA_TYPES
from app.representations.renderer import renderer
from app.routes.answer import WHOLE, send_found
from app.routes.encodings import rank_codings
from app.routes.formats import essence
from app.routes.lifetime import cache_control
from app.routes.media_types import JSON, choose_media_type
from app.routes.plain_request import PlainRequest
from app.routes.responses import EXACT, NEGOTIATED, language_match
from app.settings import Settings

PREFIX = "/articles/"

_REMEMBERED_READERS = 2048
_REMEMBERED_CHOICES = 256
_EXACT = EXACT.encode()
_TYPES = tuple(essence(MEDIA_TYPES[name]) for name in ARTICLE_FORMATS)


class _Chosen(NamedTuple):
    language: str
    fields: bytes


@dataclass(slots=True)
class _Reader:
    """``guess`` is the language of the last article: most have the same ones. ``codings``: the best first."""

    ranges: tuple[LanguageRange, ...]
    codings: tuple[Coding, ...]
    guess: str
    chosen: dict[str, _Chosen | None] = field(default_factory=dict)


class StoredArticles:
    def __init__(self, shelf: Shelf, settings: Settings) -> None:
        self._find = shelf.find
        self._find_languages = shelf.find_languages
        self._default = settings.default_language
        self._renderer = renderer()
        self._cache_control = field_lines([("cache-control", cache_control(settings, None))])
        self._reader = lru_cache(_REMEMBERED_READERS)(self._read)

    async def respond(self, request: PlainRequest, scope: Scope, send: Send) -> bool:
        """False, and nothing sent, where the routes have to answer.

        Nothing is stored then, or what is due is not just an article. This is the hot path: it is flat
        because each call in it costs a hundredth of what the server does without it.
        """
        accept, accept_language, accept_encoding, if_none_match, is_long = request
        read = self._read if is_long else self._reader
        reader = read(accept, accept_language, accept_encoding)
        if reader is None:
            return False
        article_id, slash, language = scope["path"][len(PREFIX) :].partition("/")
        if slash and not language:
            return False
        language = language or reader.guess
        row = await self._find(article_id, language, self._renderer, reader.codings[0])
        if row is None:
            row = await self._find_small(article_id, language, reader)
        if slash:
            if row is None:
                return False
            more = b"vary: %b\r\ncontent-language: %b\r\n" % (_EXACT, language.encode())
        else:
            chosen = reader.chosen.get(row[0]) if row else None
            if row is None or chosen is None or chosen.language != reader.guess:
                row, chosen = await self._negotiate(article_id, reader, row)
                if row is None or chosen is None:
                    return False
            more = chosen.fields
        _, served_from, etag, fields, body = row
        if served_from > time.time():
            return False
        fields = b"".join((fields, self._cache_control, more))
        if if_none_match is None and WHOLE in scope.get("extensions", ()):
            await send({"type": WHOLE, "fields": fields, "body": body})
        else:
            headers = read_field_lines(fields)
            is_head = scope["method"] == "HEAD"
            await send_found(send, headers, etag.encode(), body, if_none_match, is_head=is_head)
        return True

    def _read(
        self, accept: bytes | None, accept_language: bytes | None, accept_encoding: bytes | None
    ) -> _Reader | None:
        """None for a reader who does not get JSON, or takes no coding."""
        coding = None if accept_encoding is None else accept_encoding.decode("latin-1")
        codings = rank_codings(coding)
        if not codings or choose_media_type((accept or b"").decode("latin-1"), _TYPES) != JSON:
            return None
        ranges = parse_accept_language((accept_language or b"").decode("latin-1"))
        return _Reader(ranges, codings, guess=self._default)

    async def _negotiate(
        self, article_id: str, reader: _Reader, row: StoredRepresentation | None
    ) -> tuple[StoredRepresentation | None, _Chosen | None]:
        """Where the guess did not hit. ``row`` is what it found."""
        languages = row[0] if row else await self._find_languages(article_id)
        chosen = self._choose(reader, languages) if languages else None
        if chosen is None or (row and chosen.language == reader.guess):
            return row, chosen
        reader.guess = chosen.language
        row = await self._find(article_id, chosen.language, self._renderer, reader.codings[0])
        if row is None:
            row = await self._find_small(article_id, chosen.language, reader)
        return (row if row and row[0] == languages else None), chosen

    def _choose(self, reader: _Reader, languages: str) -> _Chosen | None:
        if languages not in reader.chosen:
            if len(reader.chosen) == _REMEMBERED_CHOICES:
                reader.chosen.clear()
            # The shelf has them in the server's order but for the site's default, which comes first.
            available = sorted(languages.split(), key=lambda tag: tag != self._default)
            choice = choose(reader.ranges, available)
            reader.chosen[languages] = _chosen(choice) if choice else None
        return reader.chosen[languages]

    async def _find_small(
        self, article_id: str, language: str, reader: _Reader
    ) -> StoredRepresentation | None:
        """A small body is stored without a coding only."""
        if reader.codings[0] is Coding.IDENTITY or Coding.IDENTITY not in reader.codings:
            return None
        row = await self._find(article_id, language, self._renderer, Coding.IDENTITY)
        return row if row and len(row[-1]) < SMALLEST_CODED else None


def _chosen(choice: Choice) -> _Chosen:
    return _Chosen(
        choice.language,
        field_lines(
            [
                ("vary", NEGOTIATED),
                ("content-language", choice.language),
                ("language-match", language_match(choice)),
            ]
        ),
    )
