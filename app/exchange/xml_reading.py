"""Reads XML that strangers send, without entities and piece by piece."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

from app.errors import Refusal

MOST_CHARACTERS = 16 * 1024 * 1024
"""Of names, attributes and text in a child of the root. An article has a quarter of a million."""
MOST_DEEP = 100
XML_LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"
_CHUNK = 64 * 1024


@dataclass(slots=True)
class Element:
    """``name`` and the names of attributes have their namespace before them, with a space between."""

    name: str
    attributes: dict[str, str]
    line: int
    children: "list[Element | str]" = field(default_factory=list)

    @property
    def namespace(self) -> str:
        return self.name.rpartition(" ")[0]

    @property
    def local_name(self) -> str:
        return self.name.rpartition(" ")[2]

    @property
    def elements(self) -> "list[Element]":
        return [child for child in self.children if isinstance(child, Element)]

    def find(self, local_name: str) -> "Element | None":
        return next((child for child in self.elements if child.local_name == local_name), None)

    def all_text(self) -> str:
        return "".join(child if isinstance(child, str) else child.all_text() for child in self.children)


def read_xml(stream: BinaryIO) -> Iterator[Element]:
    """The root without its children, then each of those whole; only one is in memory.

    Raises Refusal, code ``not-xml``, ``document-type`` or ``too-large``.
    """
    reader = _Reader()
    try:
        while chunk := stream.read(_CHUNK):
            reader.parser.Parse(chunk, False)
            yield from reader.take()
        reader.parser.Parse(b"", True)
        yield from reader.take()
    except Refusal:
        raise
    except expat.ExpatError as error:
        message = expat.ErrorString(error.code) or "not well-formed"
        raise Refusal("not-xml", message, line=error.lineno, column=error.offset + 1) from error
    except (LookupError, ValueError) as error:
        raise Refusal("not-xml", f"an encoding that is not read: {error}", line=1, column=1) from error


class _Reader:
    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse_document_type
        self._open: list[Element] = []
        self._complete: list[Element] = []
        self._characters = 0

    def take(self) -> list[Element]:
        complete, self._complete = self._complete, []
        return complete

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = Element(name, attributes, self.parser.CurrentLineNumber)
        self._count(name, *attributes, *attributes.values())
        if len(self._open) == MOST_DEEP:
            self._refuse("too-large", f"more than {MOST_DEEP} elements within each other")
        if not self._open:
            self._complete.append(element)
        elif len(self._open) > 1:
            self._open[-1].children.append(element)
        self._open.append(element)

    def _end(self, _name: str) -> None:
        element = self._open.pop()
        if len(self._open) == 1:
            self._complete.append(element)
            self._characters = 0

    def _text(self, text: str) -> None:
        if len(self._open) > 1:
            self._count(text)
            self._open[-1].children.append(text)

    def _count(self, *texts: str) -> None:
        self._characters += sum(map(len, texts))
        if self._characters > MOST_CHARACTERS:
            self._refuse("too-large", f"more than {MOST_CHARACTERS} characters in one piece")

    def _refuse_document_type(self, *_: object) -> None:
        self._refuse("document-type", "it declares a document type, which may hide or multiply text")

    def _refuse(self, code: str, message: str) -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        raise Refusal(code, message, line=line, column=column)
