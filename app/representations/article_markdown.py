"""CommonMark. Whatever characters the texts have, they are what a reader of the rendered page sees."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from app.representations.article import ArticleDocument, BlockDocument, MediaDocument
from app.representations.interface_words import interface_words
from app.representations.language_name import language_name
from app.representations.notices import notices
from app.representations.picture import picture_of, pictures_above
from app.representations.printed_list import printed_list
from app.representations.written_date import written_date

# What has a meaning in CommonMark or GitHub's dialect: anywhere, or only at the beginning. Tables and
# underlined headings are not among it: they take two lines, and a text has one.
_ANYWHERE = re.compile(r"[\\`*_~#\[\]<&]")
_FIRST = re.compile(r"^(?:[0-9]{1,9}(?=[.)])|(?=[-+>]))")
# White space that would be dropped at a line's beginning or end, and line feeds, which would end a heading.
_LOST = re.compile(r"^\s+|\s+$|\n")
# Two lists in a row would be one list.
_BETWEEN_LISTS = "<!-- -->"
# An address keeps all that has a meaning in it, and gets no character that could end the link.
_ADDRESS = "%:/?#[]@!$&'()*+,;=~"


def article_markdown(document: ArticleDocument) -> str:
    return "\n\n".join([*_top(document), *_body(document), *_end(document)]) + "\n"


def escaped(text: str) -> str:
    """On one line, as the content of a paragraph, heading or list item."""
    text = _ANYWHERE.sub(r"\\\g<0>", text)
    text = _FIRST.sub(r"\g<0>\\", text)
    return _LOST.sub(_as_references, text)


def _as_references(characters: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in characters[0])


def _top(document: ArticleDocument) -> Iterator[str]:
    yield f"# {escaped(document.headline)}"
    if document.byline:
        yield escaped(document.byline)
    if document.dateline:
        yield escaped(document.dateline)
    if document.published_at:
        yield escaped(written_date(document.published_at, document.language))
    for notice in notices(document, interface_words(document.language)):
        yield f"**{escaped(notice)}**"
    if document.lead:
        yield escaped(document.lead)


def _body(document: ArticleDocument) -> Iterator[str]:
    for picture in pictures_above(document):
        yield _picture(picture)
    previous = None
    for block in document.body:
        if previous == block.type == "list":
            yield _BETWEEN_LISTS
        yield _block(block, document)
        previous = block.type


def _block(block: BlockDocument, document: ArticleDocument) -> str:
    if block.type == "heading":
        return f"## {escaped(block.text)}"
    if block.type == "quote":
        return _quote(block)
    if block.type == "list":
        return _list(block)
    if block.type == "figure":
        return _picture(picture_of(block, document))
    return escaped(block.text)


def _quote(block: BlockDocument) -> str:
    lines = [escaped(block.text)]
    if block.speaker and block.speaker not in block.text:
        lines += ["", f"— {escaped(block.speaker)}"]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _list(block: BlockDocument) -> str:
    printed = printed_list(block.text)
    counted = printed.markers == "numbers"
    return "\n".join(
        f"{f'{number}.' if counted else '-'} {escaped(item.text)}"
        for number, item in enumerate(printed.items, printed.first)
    )


def _picture(picture: MediaDocument) -> str:
    caption = f"*{escaped(picture.caption)}*"
    return f"{caption} ({escaped(picture.credit)})" if picture.credit else caption


def _end(document: ArticleDocument) -> Iterator[str]:
    yield "---"
    words = interface_words(document.language)
    if document.corrections:
        yield f"## {words.corrections}"
        for each in document.corrections:
            noted = written_date(each.noted_at.isoformat(), document.language)
            yield f"{escaped(noted)}: {escaped(each.text)}"
    source = document.source
    if source is not None:
        yield f"{words.source}: {_link(source.name, source.url) if source.url else escaped(source.name)}"
        if source.publisher:
            yield f"{words.publisher}: {escaped(source.publisher)}"
        if source.license:
            yield f"{words.license}: {escaped(source.license)}"
    links = [_link(language_name(each.language, each.language), each.href) for each in document.translations]
    yield f"{words.languages}: {', '.join(links)}"


def _link(text: str, address: str) -> str:
    return f"[{escaped(text)}](<{quote(address, safe=_ADDRESS)}>)"
