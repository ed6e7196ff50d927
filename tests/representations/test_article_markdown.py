"""Rendered by a parser that passes CommonMark's own tests, and read back as HTML."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from app.database.engine import Database
from app.representations.article import ArticleDocument, BlockDocument, Correction
from app.representations.article_markdown import article_markdown
from app.representations.interface_words import interface_words
from app.representations.printed_list import printed_list
from app.representations.written_date import written_date
from tests.conftest import OTTAWA
from tests.representations.documents import article, articles, block, picture, stored_article
from tests.representations.html import HtmlPage, text_of

COMMONMARK = MarkdownIt("commonmark")
WITH_GITHUBS_EXTENSIONS = MarkdownIt("commonmark").enable(["table", "strikethrough"])
DIALECTS = pytest.mark.parametrize("dialect", [COMMONMARK, WITH_GITHUBS_EXTENSIONS], ids=["plain", "github"])

Shown = tuple[str, str]
"""An element and its text; lists are shown by their items, quotes by their paragraphs."""


def _shown(document: ArticleDocument, dialect: MarkdownIt = COMMONMARK) -> list[Shown]:
    page = HtmlPage(dialect.render(article_markdown(document)))
    return list(_elements(page))


def _elements(page: HtmlPage) -> Iterator[Shown]:
    for element in page.one("body"):
        if element.tag in ("ul", "ol", "blockquote"):
            yield from ((f"{element.tag}/{child.tag}", text_of(child)) for child in element)
        elif isinstance(element.tag, str):  # no comment
            yield element.tag, text_of(element)


def _expected(document: ArticleDocument) -> Iterator[Shown]:
    yield "h1", document.headline
    dated = document.published_at and written_date(document.published_at, document.language)
    yield from (("p", text) for text in (document.byline, document.dateline, dated, document.lead) if text)
    for each in document.body:
        yield from _expected_block(each, document)
    yield "hr", ""


def _expected_block(each: BlockDocument, document: ArticleDocument) -> Iterator[Shown]:
    if each.type == "list":
        printed = printed_list(each.text)
        tag = "ol/li" if printed.markers == "numbers" else "ul/li"
        yield from ((tag, item.text) for item in printed.items)
    elif each.type == "quote":
        yield "blockquote/p", each.text
        if each.speaker and each.speaker not in each.text:
            yield "blockquote/p", f"— {each.speaker}"
    elif each.type == "figure":
        (shown,) = document.media
        yield "p", f"{shown.caption} ({shown.credit})" if shown.credit else shown.caption
    else:
        yield "h2" if each.type == "heading" else "p", each.text


@DIALECTS
@given(document=articles())
def test_whatever_a_text_has_a_reader_sees_the_same_characters(
    dialect: MarkdownIt, document: ArticleDocument
) -> None:
    assert document.source is not None
    source = f"{interface_words(document.language).source}: {document.source.name}"
    expected = [*_expected(document), ("p", source)]
    assert _shown(document, dialect)[: len(expected)] == expected


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_real_article_is_all_there(database: Database, language: str) -> None:
    document = stored_article(database, OTTAWA, language)
    expected = list(_expected(document))
    assert _shown(document)[: len(expected)] == expected


def test_no_character_is_escaped_that_means_nothing_where_it_stands() -> None:
    text = "F-16's (2018): 3.5 % of “the day after”, 12-13 + 1 = 14. That's it!"
    assert text in article_markdown(article(lead=text))


def test_two_lists_in_a_row_stay_two() -> None:
    body = [block("list", "• one\n• two"), block("list", "- three\n- four", id_="b2")]
    page = HtmlPage(COMMONMARK.render(article_markdown(article(body=body))))
    assert len(page.all("ul")) == 2


def test_a_counted_list_starts_where_it_did() -> None:
    page = HtmlPage(COMMONMARK.render(article_markdown(article(body=[block("list", "3. three\n4. four")]))))
    assert page.one("ol").get("start") == "3"


def test_a_caption_is_set_off_and_its_credit_is_there() -> None:
    document = article(media=[picture("*The* quay.", "Ilse")])
    assert r"*\*The\* quay.* (Ilse)" in article_markdown(document).split("\n\n")


def test_the_other_languages_are_linked_by_their_own_names() -> None:
    page = HtmlPage(COMMONMARK.render(article_markdown(article(versions={"ar": {}, "en": {}, "nl": {}}))))
    assert {link.text: link.get("href") for link in page.all("a")} == {
        "العربية": "/articles/quay/ar",
        "English": "/articles/quay/en",
        "Nederlands": "/articles/quay/nl",
    }


def test_a_source_is_linked_whatever_its_address_has() -> None:
    source = {"name": "[G]", "url": "https://e.example/a>b (c)[d]\\e", "license": None, "publisher": None}
    page = HtmlPage(COMMONMARK.render(article_markdown(article(source=source))))
    assert page.all("a")[0].text == "[G]"
    assert page.all("a")[0].get("href") == "https://e.example/a%3Eb%20(c)%5Bd%5D%5Ce"


def test_notices_and_corrections_are_told() -> None:
    noted = Correction(noted_at=datetime(2018, 12, 8, 9, tzinfo=UTC), text="It is the *east* quay.")
    shown = _shown(article(versions={"en": {"origin": "machine"}}, corrections=[noted]))
    assert ("p", "This translation was made by a machine.") in shown
    assert shown[shown.index(("h2", "Corrections")) + 1][1].endswith(": It is the *east* quay.")
