import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.database.engine import Database
from app.representations.article import ArticleItem, ArticleList
from app.representations.front_page_html import front_page_html
from tests.conftest import OTTAWA
from tests.representations.documents import TEXTS, item, listed, stored_article
from tests.representations.html import HtmlPage

NEXT = "/?cursor=abc&lang=nl"


def _page(*items: ArticleItem, next_: str | None = None, language: str = "nl") -> HtmlPage:
    articles = ArticleList(items=list(items), next=next_)
    html = front_page_html(articles, language=language, languages=["ar", "en", "nl"])
    return HtmlPage(html, strict=True)


@given(st.lists(st.tuples(TEXTS, TEXTS)))
def test_whatever_a_text_has_the_page_shows_the_same_characters(texts: list[tuple[str, str]]) -> None:
    items = [item(headline=headline, lead=lead) for headline, lead in texts]
    html = front_page_html(ArticleList(items=items, next=None), language="en", languages=["en", "nl"])
    page = HtmlPage(html)
    shown = zip(page.texts("article/h2/a"), page.texts("article/p[last()]"), strict=True)
    assert list(shown) == texts
    assert not page.all("script")


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_the_real_article_is_linked_in_its_language(database: Database) -> None:
    page = _page(listed(stored_article(database, OTTAWA, "en")))
    link = page.one("article/h2/a")
    assert link.text == "Anti-ISIS coalition discusses global threat ISIS"
    assert link.get("href") == f"/articles/{OTTAWA}/en"
    assert (page.one("article").get("lang"), page.one("article").get("dir")) == ("en", "ltr")
    assert page.text("article//time") == "December 6, 2018"


def test_each_item_in_another_language_says_which_and_how_it_is_written() -> None:
    page = _page(item("ar"), item("nl"))
    assert [element.attrib for element in page.all("article")] == [{"lang": "ar", "dir": "rtl"}, {}]


def test_the_reader_can_switch_to_every_language_of_the_site() -> None:
    page = _page(item())
    links = page.all("nav[@aria-label='Talen']//a")
    assert [(link.text, link.get("href"), link.get("dir")) for link in links] == [
        ("العربية", "/?lang=ar", "rtl"),
        ("English", "/?lang=en", "ltr"),
        ("Nederlands", "/?lang=nl", "ltr"),
    ]
    assert [link.get("hreflang") for link in links if link.get("aria-current")] == ["nl"]


def test_there_is_a_way_to_older_news_while_there_is_some() -> None:
    assert _page(item(), next_=NEXT).one("a[@rel='next']").get("href") == NEXT
    assert not _page(item()).all("a[@rel='next']")


def test_a_page_without_news_says_so() -> None:
    assert _page().text("main/p") == "Er is hier nog geen nieuws."


def test_our_own_words_are_marked_where_the_page_is_in_another_language() -> None:
    page = _page(item("fa"), next_=NEXT, language="fa")
    assert page.root.attrib == {"lang": "fa", "dir": "rtl"}
    assert page.one("h1").attrib == {"lang": "en", "dir": "ltr"}


def test_what_can_be_chosen_is_laid_out_in_the_pages_direction_whatever_our_words_are_in() -> None:
    navigation = _page(item("fa"), next_=NEXT, language="fa").all("nav")
    labels = [nav.attrib for nav in navigation]
    assert labels == [{"aria-label": label, "lang": "en"} for label in ("Languages", "Older news")]
