"""The tests' own server answers, so that what the other contracts find is the application's."""

import httpx
import pytest

from tests.conftest import OTTAWA


def test_the_server_answers_from_the_database_of_the_test(client: httpx.Client) -> None:
    assert client.get("/articles").json() == {"items": [], "next": None}


@pytest.mark.usefixtures("ottawa")
def test_the_ottawa_article_is_there_in_its_two_languages(client: httpx.Client) -> None:
    assert client.get(f"/articles/{OTTAWA}", headers={"Accept-Language": "nl"}).json()["language"] == "nl"
    assert client.get(f"/articles/{OTTAWA}", headers={"Accept-Language": "en"}).json()["language"] == "en"
