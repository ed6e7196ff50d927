"""XLIFF (XML Localization Interchange File Format, OASIS), versions 2.1 and 1.2.

A segment is a unit of its own, since tools exist that keep one segment a unit only; a block's are in a group.
"""

from collections.abc import Mapping, Sequence
from importlib.metadata import version as installed_version
from itertools import groupby
from typing import BinaryIO, Literal, Protocol

from app.exchange.article_name import name_of
from app.exchange.markup import Attributes, MarkupWriter
from app.exchange.units import ArticleUnits, Unit
from app.language.direction import direction

XliffVersion = Literal["2.1", "1.2"]

NAMESPACE_2 = "urn:oasis:names:tc:xliff:document:2.0"
NAMESPACE_1 = "urn:oasis:names:tc:xliff:document:1.2"
SOURCE_REVISION, TARGET_REVISION = "source-revision", "target-revision"
TARGET_LANGUAGE = "target-language"
MACHINE = "dragoman:machine"
OUTDATED = "dragoman:outdated"
MACHINE_QUALIFIER = "x-dragoman-machine"
OUR_MARKS = frozenset({MACHINE, MACHINE_QUALIFIER})
"""What a tool sets itself is another: an edit in a tool that leaves marks as they are is not a machine's."""
CONTEXT, PREVIOUS = "context", "previous-source"
_PRESERVED = {"xml:space": "preserve"}


class XliffWriter(Protocol):
    def add(self, article: ArticleUnits) -> None: ...

    def close(self) -> None: ...


def xliff_writer(
    stream: BinaryIO, version: XliffVersion, source_language: str, target_language: str
) -> XliffWriter:
    """Needs at least one article with a unit. In 2.1 all are of one source language."""
    if version == "2.1":
        return _Xliff2Writer(stream, source_language, target_language)
    return _Xliff1Writer(stream)


class _Xliff2Writer:
    def __init__(self, stream: BinaryIO, source_language: str, target_language: str) -> None:
        self._markup = MarkupWriter(stream)
        self._markup.start(
            "xliff",
            {
                "xmlns": NAMESPACE_2,
                "version": "2.1",
                "srcLang": source_language,
                "trgLang": target_language,
            },
        )

    def add(self, article: ArticleUnits) -> None:
        attributes: Attributes = {
            "id": name_of(article.article_id),
            "original": article.article_id,
            "canResegment": "no",
            "srcDir": direction(article.source_language),
            "trgDir": direction(article.target_language),
            **_PRESERVED,
        }
        self._markup.start("file", attributes)
        self._notes(_notes(article))
        for block, units in _by_block(article):
            self._markup.start("group", {"id": block, "type": f"dragoman:{units[0].kind}"})
            self._notes({CONTEXT: article.context[block]} if block in article.context else {})
            for unit in units:
                self._unit(unit)
            self._markup.end()
        self._markup.end()

    def _notes(self, notes: Mapping[str, str]) -> None:
        if notes:
            self._markup.start("notes")
            for category, text in notes.items():
                self._markup.leaf("note", text, {"category": category})
            self._markup.end()

    def _unit(self, unit: Unit) -> None:
        self._markup.start("unit", {"id": unit.id, "canResegment": "no", **_PRESERVED})
        self._notes({PREVIOUS: unit.previous} if unit.previous else {})
        self._ignorable(unit.before)
        is_done = unit.target is not None and not unit.is_outdated
        sub_state = OUTDATED if unit.is_outdated else MACHINE if unit.is_machine_made else None
        state: Attributes = {
            "state": "translated" if is_done else "initial",
            "subState": sub_state if unit.target is not None else None,
        }
        self._markup.start("segment", {"id": unit.id, **state})
        self._markup.leaf("source", unit.source)
        if unit.target is not None:
            self._markup.leaf("target", unit.target)
        self._markup.end()
        self._ignorable(unit.after)
        self._markup.end()

    def _ignorable(self, space: str) -> None:
        if space:
            self._markup.start("ignorable")
            self._markup.leaf("source", space)
            self._markup.end()

    def close(self) -> None:
        self._markup.end()


class _Xliff1Writer:
    def __init__(self, stream: BinaryIO) -> None:
        self._markup = MarkupWriter(stream)
        self._markup.start("xliff", {"xmlns": NAMESPACE_1, "version": "1.2"})

    def add(self, article: ArticleUnits) -> None:
        attributes: Attributes = {
            "original": article.article_id,
            "source-language": article.source_language,
            "target-language": article.target_language,
            "datatype": "plaintext",
            "tool-id": "dragoman",
            **_PRESERVED,
        }
        self._markup.start("file", attributes)
        self._markup.start("header")
        for origin, text in _notes(article).items():
            self._markup.leaf("note", text, {"from": origin})
        tool = {"tool-id": "dragoman", "tool-name": "Dragoman", "tool-version": installed_version("dragoman")}
        self._markup.empty("tool", tool)
        self._markup.end()
        self._markup.start("body")
        for block, units in _by_block(article):
            self._markup.start("group", {"id": block, "restype": f"x-{units[0].kind}"})
            if block in article.context:
                self._markup.leaf("note", article.context[block], {"from": CONTEXT})
            for unit in units:
                self._unit(unit)
            self._markup.end()
        self._markup.end()
        self._markup.end()

    def _unit(self, unit: Unit) -> None:
        self._markup.start("trans-unit", {"id": unit.id, **_PRESERVED})
        self._markup.leaf("source", unit.source)
        if unit.target is not None:
            state: Attributes = {
                "state": "needs-translation" if unit.is_outdated else "translated",
                "state-qualifier": MACHINE_QUALIFIER if unit.is_machine_made else None,
            }
            self._markup.leaf("target", unit.target, state)
        if unit.previous:
            self._markup.leaf("note", unit.previous, {"from": PREVIOUS})
        self._markup.end()

    def close(self) -> None:
        self._markup.end()


def _notes(article: ArticleUnits) -> dict[str, str]:
    return {
        SOURCE_REVISION: str(article.source_revision),
        TARGET_REVISION: str(article.target_revision),
        TARGET_LANGUAGE: article.target_language,
        **article.facts,
    }


def _by_block(article: ArticleUnits) -> list[tuple[str, Sequence[Unit]]]:
    return [(block, list(units)) for block, units in groupby(article.units, key=lambda unit: unit.block)]
