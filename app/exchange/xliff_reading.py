"""Reads XLIFF 1.2, 2.0 and 2.1, of whatever tool, as far as it translates our articles."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import BinaryIO

from app.errors import Refusal
from app.exchange.article_name import article_id_of
from app.exchange.joining import separator
from app.exchange.xliff_writing import (
    NAMESPACE_1,
    NAMESPACE_2,
    OUR_MARKS,
    SOURCE_REVISION,
    TARGET_LANGUAGE,
    TARGET_REVISION,
)
from app.exchange.xml_reading import XML_LANGUAGE, Element, read_xml
from app.language.tag import parse_language_tag

_VERSIONS = {NAMESPACE_1: {"1.2"}, NAMESPACE_2: {"2.0", "2.1"}}
_UNITS = {"unit", "trans-unit"}
_DONE = {"translated", "reviewed", "final", "signed-off"}
_STATES_2 = {"initial", "translated", "reviewed", "final"}
_STATES_1 = {
    "final", "needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n",
    "needs-review-translation", "needs-translation", "new", "signed-off", "translated",
}  # fmt: skip
_STATE_OF_A_TOOL = re.compile(r"x-\S+")
_REVIEWED = {"reviewed", "final", "signed-off"}
_MACHINE = re.compile("(.*:)?(machine|mt|leveraged-mt|mt-suggestion)")
_ANNOTATIONS = {"mrk", "sm", "em"}
_HEX = re.compile("[0-9A-Fa-f]{1,6}")
_LAST_CODE_POINT = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class TranslatedUnit:
    """``target`` is empty where there is none. ``is_done`` and ``is_reviewed`` are what its state says.

    ``was_machine_made``: it has the mark of our own export, which says nothing of a text written since.
    """

    id: str
    line: int
    source: str
    target: str
    is_done: bool
    is_reviewed: bool
    is_machine_made: bool
    was_machine_made: bool


@dataclass(frozen=True, slots=True)
class TranslatedArticle:
    """Revisions are those that the file was made of, where it says so. What has ``faults`` is not taken."""

    article_id: str
    line: int
    source_language: str
    target_language: str
    source_revision: int | None
    target_revision: int | None
    units: Sequence[TranslatedUnit]
    faults: Sequence[Refusal]


def read_xliff(stream: BinaryIO) -> Iterator[TranslatedArticle]:
    """An article at a time. Raises Refusal as ``read_xml``, or ``not-xliff``; what came before may stand."""
    elements = read_xml(stream)
    root = next(elements)
    if root.local_name != "xliff" or root.attributes.get("version") not in _VERSIONS.get(
        root.namespace, set()
    ):
        raise Refusal("not-xliff", "the root is none of XLIFF 1.2, 2.0 or 2.1", line=root.line, column=1)
    for element in elements:
        if element.name == f"{root.namespace} file":
            yield _FileReader(root, element).read()


class _FileReader:
    def __init__(self, root: Element, file: Element) -> None:
        self._is_first_version = root.namespace == NAMESPACE_1
        self._root = root
        self._file = file
        self._faults: list[Refusal] = []

    def read(self) -> TranslatedArticle:
        attributes = self._file.attributes
        if self._is_first_version:
            article_id = attributes.get("original", "")
            tags = attributes.get("source-language"), attributes.get("target-language")
        else:
            article_id = article_id_of(attributes.get("id", ""))
            tags = self._root.attributes.get("srcLang"), self._root.attributes.get("trgLang")
        source, target = (
            self._language(tag, what) for tag, what in zip(tags, ("source", "target"), strict=True)
        )
        notes = self._notes()
        self._check_made_for(notes.get(TARGET_LANGUAGE), target)
        units = list(self._units(target))
        self._refuse_doubles(units)
        return TranslatedArticle(
            article_id,
            self._file.line,
            source,
            target,
            _number(notes.get(SOURCE_REVISION)),
            _number(notes.get(TARGET_REVISION)),
            units,
            self._faults,
        )

    def _language(self, tag: str | None, what: str) -> str:
        try:
            if tag:
                return parse_language_tag(tag)
            self._fault("invalid-xliff", f"it names no {what} language", self._file)
        except Refusal as refusal:
            self._fault(refusal.code, refusal.message, self._file)
        return ""

    def _check_made_for(self, language: str | None, target: str) -> None:
        """Its ids and revisions are those of one version: in another it would replace other texts."""
        if language and target and language.strip() != target:
            field, holder = (
                ("target-language", self._file) if self._is_first_version else ("trgLang", self._root)
            )
            message = f"{field} is {target}, and the file was made to translate into {language.strip()}"
            self._fault("languages", message, holder)

    def _notes(self) -> Mapping[str, str]:
        """By category, or in 1.2 by whom they are from."""
        holder = self._file.find("header") or self._file.find("notes")
        notes = [each for each in holder.elements if each.local_name == "note"] if holder else []
        return {
            each.attributes.get("category") or each.attributes.get("from", ""): each.all_text()
            for each in notes
        }

    def _units(self, target_language: str) -> Iterator[TranslatedUnit]:
        waiting = [self._file]
        while waiting:
            element = waiting.pop()
            if element.local_name in _UNITS and element.namespace == self._root.namespace:
                yield self._unit(element, target_language)
            elif element is self._file or element.local_name in {"body", "group"}:
                waiting += reversed(element.elements)

    def _unit(self, element: Element, target_language: str) -> TranslatedUnit:
        id_ = element.attributes.get("id", "")
        if not id_:
            self._fault("invalid-xliff", "a unit without an id", element)
        parts = [element] if self._is_first_version else self._segments(element)
        for part in parts:
            self._refuse_second(part, id_)
        targets = [part.find("target") for part in parts]
        for target in targets:
            self._check_language(target, target_language)
        source = "".join(self._source(part) for part in parts)
        if not source.strip():
            self._fault("invalid-xliff", f"the unit {id_!r} has no source", element)
        states = [self._state(part) for part in parts if part.local_name != "ignorable"]
        is_reviewed = bool(states) and all(state in _REVIEWED for state in states)
        marked = [] if is_reviewed else [element, *parts, *filter(None, targets)]
        return TranslatedUnit(
            id_,
            element.line,
            source,
            self._target(parts, target_language),
            bool(states) and all(state in _DONE for state in states),
            is_reviewed,
            any(map(_is_machine_made, marked)),
            any(not OUR_MARKS.isdisjoint(_marks(each)) for each in marked),
        )

    def _refuse_second(self, part: Element, unit: str) -> None:
        """What a program wrote behind the first would be lost."""
        for name in ("source", "target"):
            for second in [each for each in part.elements if each.local_name == name][1:]:
                self._fault(
                    "invalid-xliff", f"the unit {unit!r} has more than one {name} in a segment", second
                )

    def _segments(self, unit: Element) -> list[Element]:
        return [each for each in unit.elements if each.local_name in {"segment", "ignorable"}]

    def _source(self, part: Element) -> str:
        source = part.find("source")
        return source.all_text() if source else ""

    def _target(self, parts: Sequence[Element], language: str) -> str:
        """In the target's order. Empty unless each segment has one. Where the source has white space between
        two and the target none, it gets what its language has there.
        """
        texts: list[tuple[int, str]] = []
        for place, part in enumerate(parts, 1):
            target = part.find("target")
            text = self._plain_text(target) if target else ""
            if part.local_name == "ignorable":
                text = text or self._gap(self._source(part), language)
            elif not text.strip():
                return ""
            order = _number(target.attributes.get("order")) if target else None
            texts.append((order or place, text))
        ordered = [text for _, text in sorted(texts, key=lambda each: each[0])]
        sources = [self._source(part) for part in parts]
        for place, (before, after) in enumerate(pairwise(sources)):
            gap = before[len(before.rstrip()) :] + after[: len(after) - len(after.lstrip())]
            if gap and not (ordered[place][-1:].isspace() or ordered[place + 1][:1].isspace()):
                ordered[place] += self._gap(gap, language)
        return "".join(ordered).strip()

    def _gap(self, source: str, language: str) -> str:
        return separator(language, "list", source) if source.isspace() else source

    def _plain_text(self, element: Element) -> str:
        return "".join(
            child if isinstance(child, str) else self._inline_text(child) for child in element.children
        )

    def _inline_text(self, element: Element) -> str:
        if element.local_name in _ANNOTATIONS:
            return self._plain_text(element)
        if element.local_name == "cp":
            return self._code_point(element)
        self._fault("inline-code", f"<{element.local_name}>: texts are plain here", element)
        return ""

    def _code_point(self, element: Element) -> str:
        written = element.attributes.get("hex", "")
        number = int(written, 16) if _HEX.fullmatch(written) else -1
        if 0 <= number <= _LAST_CODE_POINT and number not in _SURROGATES:
            return chr(number)
        self._fault("invalid-xliff", f"<cp> of no character: {written!r}", element)
        return ""

    def _state(self, part: Element) -> str:
        holder = part.find("target") if self._is_first_version else part
        state = holder.attributes.get("state") if holder else None
        if holder and state is not None and not self._is_known_state(state):
            self._fault("invalid-xliff", f"no state of the standard: {state!r}", holder)
        is_approved = self._is_first_version and part.attributes.get("approved") == "yes"
        return "signed-off" if is_approved else state or ""

    def _is_known_state(self, state: str) -> bool:
        if self._is_first_version:
            return state in _STATES_1 or _STATE_OF_A_TOOL.fullmatch(state) is not None
        return state in _STATES_2

    def _check_language(self, target: Element | None, language: str) -> None:
        tag = target.attributes.get(XML_LANGUAGE) if target else None
        if target and tag and language and self._language(tag, "target") != language:
            self._fault("invalid-xliff", f"a target in {tag} among those in {language}", target)

    def _refuse_doubles(self, units: Sequence[TranslatedUnit]) -> None:
        first: dict[str, TranslatedUnit] = {}
        for unit in units:
            earlier = first.setdefault(unit.id, unit)
            if earlier is not unit:
                message = f"the unit {unit.id!r} stands on line {earlier.line}, too"
                self._faults.append(Refusal("duplicate-unit", message, line=unit.line, column=1))

    def _fault(self, code: str, message: str, element: Element) -> None:
        self._faults.append(Refusal(code, message, line=element.line, column=1))


def _is_machine_made(element: Element) -> bool:
    if any(_MACHINE.fullmatch(mark) for mark in _marks(element) - OUR_MARKS):
        return True
    has_confidence = any(name.endswith("mtConfidence") for name in element.attributes)
    return has_confidence or any(
        _is_machine_made(child) for child in element.elements if child.local_name in _ANNOTATIONS
    )


def _marks(element: Element) -> set[str]:
    return {element.attributes.get("subState", ""), element.attributes.get("state-qualifier", "")}


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else None  # noqa: PLR2004  # digits
