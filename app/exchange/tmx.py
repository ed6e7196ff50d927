"""TMX 1.4 (Translation Memory eXchange, LISA OSCAR): what was translated, for other translators' memories."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import BinaryIO

from app.exchange.markup import MarkupWriter
from app.exchange.parallel_texts import ParallelTexts
from app.exchange.rows import Row, rows

_ANY_LANGUAGE = "*all*"


class TmxWriter:
    """``languages``: two or more, as many of which as an article has stand beside each other in a unit."""

    def __init__(self, stream: BinaryIO, languages: Sequence[str], now: datetime) -> None:
        self._languages = languages
        self._markup = MarkupWriter(stream)
        self._markup.start("tmx", {"version": "1.4"})
        header = {
            "creationtool": "Dragoman",
            "creationtoolversion": version("dragoman"),
            "segtype": "sentence",
            "o-tmf": "Dragoman",
            "adminlang": "en",
            "srclang": _ANY_LANGUAGE,
            "datatype": "plaintext",
            "creationdate": _date(now),
        }
        self._markup.empty("header", header)
        self._markup.start("body")
        self.written = 0

    def add(self, texts: ParallelTexts, least_score: float) -> None:
        for row in rows(texts.pivot, texts.alignments, self._languages):
            if row.score >= least_score:
                self._unit(texts, row)
                self.written += 1

    def _unit(self, texts: ParallelTexts, row: Row) -> None:
        first = next(iter(row.segments.values()))[0]
        source = texts.source_language if texts.source_language in row.segments else _ANY_LANGUAGE
        tags = "+".join(row.segments)
        self._markup.start(
            "tu",
            {"tuid": f"{texts.article_id}/{tags}/{first.id}", "srclang": source, "datatype": "plaintext"},
        )
        self._properties(
            {
                "x-article": texts.article_id,
                "x-published-at": texts.published_at or "",
                **{f"x-source-{name}": value for name, value in texts.terms.items()},
                "x-score": str(row.score),
            }
        )
        for tag, segments in row.segments.items():
            self._markup.start("tuv", {"xml:lang": tag, "changedate": _date(texts.changed_at[tag])})
            ids = " ".join(each.id for each in segments)
            self._properties({"x-origin": texts.origins[tag], "x-segments": ids})
            self._markup.leaf("seg", texts.text(tag, segments))
            self._markup.end()
        self._markup.end()

    def _properties(self, properties: Mapping[str, str]) -> None:
        for name, value in properties.items():
            if value:
                self._markup.leaf("prop", value, {"type": name})

    def close(self) -> None:
        self._markup.end()
        self._markup.end()


def _date(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
