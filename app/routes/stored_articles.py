"""Articles as they are stored to be sent: one cached negotiation and one point read."""

import time
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from app.language.choosing import Choice, choose
from app.language.ranges import LanguageRange, parse_accept_language
from app.queries.shelf import Shelf, StoredRepresentation
from app.representations.coding import SMALLEST_CODED, Coding
from app.representations.media_types import MEDIA_TYPES
from app.representations.renderer import renderer
from app.routes.answer import Answer
from app.routes.encodings import rank_codings
from app.routes.formats import ARTICLE_FORMATS, essence
from app.routes.lifetime import cache_control
from app.routes.media_types import JSON, choose_media_type
from app.routes.plain_request import PlainRequest
from app.routes.responses import EXACT, NEGOTIATED, language_match
from app.settings import Settings

PREFIX = "/articles/"

_REMEMBERED_READERS = 2048
_REMEMBERED_CHOICES = 256
_EXACT = (b"vary", EXACT.encode())
_NEGOTIATED = (b"vary", NEGOTIATED.encode())
_TYPES = tuple(essence(MEDIA_TYPES[name]) for name in ARTICLE_FORMATS)
_JSON = (b"content-type", JSON.encode())


class _Chosen(NamedTuple):
    language: str
    match: tuple[bytes, bytes]


def _chosen(choice: Choice) -> _Chosen:
    return _Chosen(choice.language, (b"language-match", language_match(choice).encode()))


@dataclass(slots=True)
class _Reader:
    """``guess`` is the language of the last article: most have the same ones. ``codings``: the best first."""

    ranges: tuple[LanguageRange, ...]
    codings: tuple[Coding, ...]
    guess: str
    chosen: dict[str, _Chosen | None] = field(default_factory=dict)


class StoredArticles:
    def __init__(self, shelf: Shelf, settings: Settings) -> None:
        self._shelf = shelf
        self._default = settings.default_language
        self._renderer = renderer()
        self._cache_control = (b"cache-control", cache_control(settings, None).encode())
        self._reader = lru_cache(_REMEMBERED_READERS)(self._read)

    async def answer(self, path: str, request: PlainRequest) -> Answer | None:
        """None where the routes have to answer: nothing is stored, or what is due is no article."""
        reader = self._reader(request.accept, request.accept_language, request.accept_encoding)
        if reader is None:
            return None
        article_id, slash, language = path[len(PREFIX) :].partition("/")
        if slash:
            row = await self._find(article_id, language, reader)
            return row and self._answer(row, language, _EXACT)
        return await self._negotiated(article_id, reader)

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

    async def _negotiated(self, article_id: str, reader: _Reader) -> Answer | None:
        row = await self._find(article_id, reader.guess, reader)
        languages = row.languages if row else await self._shelf.find_languages(article_id)
        chosen = self._choose(reader, languages) if languages else None
        if chosen is None:
            return None
        if row is None or chosen.language != reader.guess:
            row = await self._find(article_id, chosen.language, reader)
            if row is None or row.languages != languages:
                return None
            reader.guess = chosen.language
        return self._answer(row, chosen.language, _NEGOTIATED, chosen.match)

    def _choose(self, reader: _Reader, languages: str) -> _Chosen | None:
        if languages not in reader.chosen:
            if len(reader.chosen) == _REMEMBERED_CHOICES:
                reader.chosen.clear()
            # The shelf has them in the server's order but for the site's default, which comes first.
            available = sorted(languages.split(), key=lambda tag: tag != self._default)
            choice = choose(reader.ranges, available)
            reader.chosen[languages] = _chosen(choice) if choice else None
        return reader.chosen[languages]

    async def _find(self, article_id: str, language: str, reader: _Reader) -> StoredRepresentation | None:
        """A small body is stored without a coding only."""
        find, codings = self._shelf.find, reader.codings
        row = await find(article_id, language, self._renderer, codings[0])
        if row is None and codings[0] is not Coding.IDENTITY and Coding.IDENTITY in codings:
            row = await find(article_id, language, self._renderer, Coding.IDENTITY)
            if row is not None and len(row.body) >= SMALLEST_CODED:
                return None
        return None if row is None or row.served_from > time.time() else row

    def _answer(
        self,
        row: StoredRepresentation,
        language: str,
        vary: tuple[bytes, bytes],
        *more: tuple[bytes, bytes],
    ) -> Answer:
        etag = row.etag.encode()
        headers = [
            _JSON,
            (b"content-length", b"%d" % len(row.body)),
            (b"content-language", language.encode()),
            (b"content-location", row.location.encode()),
            vary,
            (b"etag", etag),
            self._cache_control,
            (b"link", row.links.encode()),
            *more,
        ]
        if row.coding != Coding.IDENTITY:
            headers.append((b"content-encoding", row.coding.encode()))
        return Answer(headers, etag, row.body)
