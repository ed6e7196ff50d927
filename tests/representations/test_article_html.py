import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given

from app.database.engine import Database
from app.representations.article import ArticleDocument, Correction, SourceDocument
from app.representations.article_html import article_html
from app.representations.formats import FORMATS
from app.representations.page import CONTENT_SECURITY_POLICY
from app.representations.printed_list import printed_list
from tests.availability import unavailable
from tests.conftest import OTTAWA
from tests.contracts.chromium import find_chromium, open_page
from tests.representations.documents import (
    article,
    articles,
    block,
    person,
    picture,
    stored_article,
)
from tests.representations.html import HtmlPage


def _page(**members: object) -> HtmlPage:
    return HtmlPage(article_html(article(**members)), strict=True)


def _has_every_text(document: ArticleDocument, page: HtmlPage) -> None:
    assert page.text("h1") == page.text("title") == document.headline
    assert page.texts("p[@id='lead']") == ([document.lead] if document.lead else [])
    assert page.texts("p[@class='facts byline']") == ([document.byline] if document.byline else [])
    assert page.texts("p[@class='facts dateline']") == ([document.dateline] if document.dateline else [])
    assert page.texts("*[@class='caption']") == [each.caption for each in document.media]
    for each in document.body:
        if each.type == "list":
            items = [item.text for item in printed_list(each.text).items]
            assert page.texts(f"*[@id='{each.id}']/li") == items
        elif each.type == "quote":
            assert page.text(f"blockquote[@id='{each.id}']/p") == each.text
        elif each.type != "figure":
            assert page.text(f"*[@id='{each.id}']") == each.text


@given(articles())
def test_whatever_a_text_has_the_page_shows_the_same_characters(document: ArticleDocument) -> None:
    page = HtmlPage(article_html(document))
    _has_every_text(document, page)
    assert page.texts("cite") == [
        each.speaker for each in document.body if each.speaker and each.speaker not in each.text
    ]
    assert json.loads(page.text("script"))["headline"] == document.headline
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert not [name for each in page.root.iter() for name in each.attrib if name.startswith("on")]


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_real_article_is_all_there(database: Database, language: str) -> None:
    document = stored_article(database, OTTAWA, language)
    page = HtmlPage(article_html(document), strict=True)
    _has_every_text(document, page)
    links = [link for link in page.all("article//a") if "hreflang" not in link.attrib]
    linked = {(link.get("href"), link.text) for link in links}
    names = [(p.href, p.mentions) for p in document.people] + [(p.href, p.mentions) for p in document.places]
    assert {(href, mention.surface) for href, mentions in names for mention in mentions} == linked


def test_the_page_says_its_language_and_direction() -> None:
    page = _page(language="ar")
    assert page.root.attrib == {"lang": "ar", "dir": "rtl"}
    assert page.text("time") == "6 ديسمبر 2018"


def test_a_day_stays_a_day_and_an_instant_keeps_its_offset() -> None:
    assert _page().one("time").attrib == {"datetime": "2018-12-06"}
    page = _page(language="nl", published_at="2018-12-06T10:00:00+01:00")
    assert page.one("time").get("datetime") == "2018-12-06T10:00:00+01:00"
    assert page.text("time") == "6 december 2018, 10:00:00 +0100"


def test_the_reader_can_switch_to_every_language_by_its_own_name() -> None:
    page = _page(versions={"ar": {}, "en": {}, "nl": {}})
    links = {link.get("hreflang"): link for link in page.all("nav//a")}
    assert {tag: link.text for tag, link in links.items()} == {
        "ar": "العربية",
        "en": "English",
        "nl": "Nederlands",
    }
    assert links["ar"].get("href") == "/articles/quay/ar"
    assert (links["ar"].get("lang"), links["ar"].get("dir")) == ("ar", "rtl")
    assert [tag for tag, link in links.items() if link.get("aria-current") == "page"] == ["en"]


def test_machines_that_read_pages_find_the_other_languages_and_media_types() -> None:
    page = _page()
    assert page.one("link[@rel='canonical']").get("href") == "/articles/quay/en"
    alternates = page.all("link[@rel='alternate']")
    assert {link.get("hreflang"): link.get("href") for link in alternates if "hreflang" in link.attrib} == {
        "en": "/articles/quay/en",
        "nl": "/articles/quay/nl",
        "x-default": "/articles/quay",
    }
    assert {link.get("type"): link.get("href") for link in alternates if "type" in link.attrib} == {
        each.media_type: f"/articles/quay/en?format={each.name}"
        for each in FORMATS.values()
        if each.name != "html"
    }


def test_the_reader_is_told_what_a_machine_translated_and_what_is_out_of_date() -> None:
    assert _page().texts("p[@class='notice']") == []
    told = {"nl": {}, "en": {"origin": "machine", "status": "outdated"}}
    assert _page(versions=told).texts("p[@class='notice']") == [
        "This translation was made by a machine.",
        "The original has changed since this translation was made.",
    ]
    written = _page(language="nl", versions={"nl": {"origin": "machine"}})
    assert written.texts("p[@class='notice']") == ["Deze tekst is door een machine geschreven."]


def test_a_translation_leads_to_its_original() -> None:
    assert "Original language: Nederlands" in _page().texts("p[@class='facts']")
    assert not [text for text in _page(language="nl").texts("p[@class='facts']") if ":" in text]


def test_our_own_words_are_marked_where_the_page_is_in_another_language() -> None:
    polish = _page(language="pl", people=[person("Ilse")])
    heading = polish.one("aside//h2")
    assert (heading.text, heading.get("lang"), heading.get("dir")) == ("People", "en", "ltr")
    german = _page(language="de", people=[person("Ilse")])
    assert (german.text("aside//h2"), german.one("aside//h2").attrib) == ("Personen", {})


def test_a_name_in_another_language_says_so() -> None:
    page = _page(people=[person("إلسه", language="ar")])
    assert page.one("aside//bdi").attrib == {"lang": "ar", "dir": "rtl"}
    assert page.text("aside//bdi") == "إلسه"


def test_a_name_that_is_the_same_everywhere_is_in_no_language() -> None:
    assert _page(people=[person("Ilse")]).one("aside//bdi").attrib == {"dir": "ltr"}


def test_offsets_count_code_points() -> None:
    page = _page(lead="🚢🚢 Ilse came.", people=[person("Ilse", ("lead", 3, 7))])
    assert page.text("p[@id='lead']/a") == "Ilse"


def test_names_in_list_items_link_too() -> None:
    body = [block("list", "• a ship\n• Ilse came")]
    page = _page(body=body, people=[person("Ilse", ("b1", 11, 15))])
    assert page.texts("ul[@id='b1']/li") == ["a ship", "Ilse came"]
    assert page.text("ul[@id='b1']/li/a") == "Ilse"


def test_a_counted_list_starts_where_it_did() -> None:
    page = _page(body=[block("list", "3. three\n4. four")])
    assert page.one("ol[@id='b1']").get("start") == "3"
    assert page.texts("ol/li") == ["three", "four"]


def test_a_quote_names_its_speaker_once() -> None:
    body = [
        block("quote", "“Come!”", speaker="Ilse"),
        block("quote", "Ilse: “Go!”", id_="b2", speaker="Ilse"),
    ]
    page = _page(body=body)
    assert page.texts("blockquote//cite") == ["Ilse"]
    assert page.text("blockquote[@id='b1']//cite") == "Ilse"


def test_a_picture_without_a_place_in_the_body_stands_above_it() -> None:
    page = _page(media=[picture("The quay.", "Ilse", "Ask her")], body=[block("paragraph", "It is.")])
    children = [child.get("id") for child in page.one("article") if "id" in child.attrib]
    assert children == ["headline", "lead", "m1", "b1"]
    assert page.text("figure") == "\nPicture: The quay. (Ilse) Licence: Ask her\n"


def test_source_licence_and_corrections_are_told() -> None:
    source = SourceDocument(name="Gazette", url="https://else.example/", license="CC0-1.0", publisher="Port")
    noted = Correction(noted_at=datetime(2018, 12, 8, 9, tzinfo=UTC), text="It is the east quay.")
    page = _page(source=source, corrections=[noted])
    assert page.one("footer//a").get("href") == "https://else.example/"
    assert page.texts("dd") == ["Gazette", "Port", "CC0-1.0"]
    assert "It is the east quay." in page.text("article/section//li")


def test_what_is_not_known_leaves_no_trace() -> None:
    page = _page(lead=None, published_at=None, versions={"en": {}})
    assert not page.all("time")
    assert not page.all("aside")
    assert not page.all("footer")
    assert not page.all("meta[@name='description']")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_browser_takes_the_page_under_its_policy_and_loads_nothing_else(
    language: str, tmp_path: Path
) -> None:
    program = find_chromium() or unavailable("no Chromium; name one with DRAGOMAN_TEST_CHROMIUM")
    policy = f'<meta http-equiv="Content-Security-Policy" content="{CONTENT_SECURITY_POLICY}">'
    html = article_html(article(language=language)).replace('<meta charset="utf-8">', policy)
    path = tmp_path / "page.html"
    path.write_text("\ufeff" + html, encoding="utf-8")
    with open_page(program, tmp_path / "chromium") as page:
        page.call("Page.navigate", url=path.as_uri())
        page.wait_for("document.readyState === 'complete' && document.querySelector('h1') !== null")
        assert page.evaluate("getComputedStyle(document.querySelector('.lead')).fontWeight") == "700"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        asked = {sent["request"]["url"] for sent in page.told("Network.requestWillBeSent")}
        assert asked == {path.as_uri()}
        assert [entry for entry in page.complaints() if "frame-ancestors" not in str(entry)] == []
