"""The documentation page works in a browser with nothing from another host, under its own policy."""

import os
from collections.abc import Iterator

import httpx
import pytest

from tests.contracts.chromium import Page, find_chromium, open_page
from tests.contracts.description import Description

pytestmark = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)


@pytest.fixture
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    program = find_chromium()
    if program is None:
        message = "no Chromium; name one with DRAGOMAN_TEST_CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with open_page(program, tmp_path_factory.mktemp("chromium")) as page:
        yield page


@pytest.fixture
def docs(page: Page, api: httpx.Client, description: Description) -> Page:
    page.call("Page.navigate", url=f"{api.base_url}/docs")
    for operation in description.operations().values():
        page.wait_for(f"document.body?.innerText.includes({operation['summary']!r})")
    return page


def _violation(attempt: str) -> str:
    """JavaScript that tries something and tells which directive forbade it."""
    return f"""new Promise(tell => {{
        const heard = event => tell(event.effectiveDirective);
        document.addEventListener("securitypolicyviolation", heard, {{once: true}});
        {attempt}
        setTimeout(() => tell("allowed"), 5000);
    }})"""


def test_the_page_works_with_nothing_from_another_host(
    docs: Page, api: httpx.Client, description: Description
) -> None:
    text = docs.evaluate("document.body.innerText")
    for tag in description.document["tags"]:
        assert tag["name"] in text
    here = f"{str(api.base_url).rstrip('/')}/"
    asked = {sent["request"]["url"] for sent in docs.told("Network.requestWillBeSent")}
    assert {url for url in asked if not url.startswith((here, "data:"))} == set()
    assert here + "openapi.json" in asked
    answers = [answer["response"] for answer in docs.told("Network.responseReceived")]
    assert {answer["status"] for answer in answers} == {200}
    assert docs.told("Network.loadingFailed") == docs.complaints() == []


def test_an_operation_can_be_tried_out(docs: Page) -> None:
    operation = 'document.querySelector("#operations-Articles-readArticleInLanguage")'
    docs.evaluate(f'{operation}.querySelector(".opblock-summary-control").click()')
    for button in (".try-out__btn", ".execute"):
        docs.wait_for(f"""{operation}.querySelector("{button}") !== null""")
        docs.evaluate(f"""{operation}.querySelector("{button}").click()""")
    status = f"""{operation}.querySelector(".live-responses-table tbody .response-col_status")"""
    docs.wait_for(f"{status} !== null")
    assert docs.evaluate(f"{status}.innerText").startswith("200")
    assert docs.complaints() == []


def test_the_policy_is_in_force(docs: Page) -> None:
    inline = 'document.body.append(Object.assign(document.createElement("script"), {text: "1"}));'
    assert docs.evaluate(_violation(inline)) == "script-src-elem"
    assert docs.evaluate(_violation('fetch("http://else.example/").catch(() => {});')) == "connect-src"
    assert docs.evaluate(_violation('new Image().src = "http://else.example/x.png";')) == "img-src"


def test_what_a_browser_has_of_it_is_not_sent_again(api: httpx.Client) -> None:
    address = "/docs/assets/swagger-ui.css"
    for _ in range(2):
        whole = api.get(address)
    part = api.get(address, headers={"Range": "bytes=0-9"})
    known = api.get(address, headers={"If-Modified-Since": whole.headers["last-modified"]})
    assert (part.status_code, part.content) == (206, whole.content[:10])
    assert (known.status_code, known.content) == (304, b"")
