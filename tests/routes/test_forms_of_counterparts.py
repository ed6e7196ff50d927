"""A word that translates what was asked for is found in the forms that do, not in others of its stem."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from app.database.engine import Database
from tests.conftest import import_texts

ALIGNED = {
    "speech": {
        "en": "Speech in Izmir\n\nThe president spoke for 12 minutes.\n\nThen 40 guests left by boat.\n",
        "tr": "İzmir'de konuşma\n\nBaşkan 12 dakika konuştu.\n\nSonra 40 konuk vapurla gitti.\n",
    },
    "visit": {
        "en": "Visit to Ankara\n\nThe president stayed 3 days.\n\nHer car had 6 wheels and 2 flags.\n",
        "tr": "Ankara ziyareti\n\nBaşkan 3 gün kaldı.\n\nArabasının 6 tekerleği ve 2 bayrağı vardı.\n",
    },
    "dinner": {
        "en": "Dinner in Bursa\n\nThe president ate 4 apples.\n\nThe cook wanted another knife for 9 fish.\n",
        "tr": "Bursa'da yemek\n\nBaşkan 4 elma yedi.\n\nAşçı 9 balık için başka bıçak istedi.\n",
    },
    "bridge": {
        "en": "Bridge in Mersin\n\nThe president opened a bridge of 90 metres.\n\nIt cost 8 million.\n",
        "tr": "Mersin'de köprü\n\nBaşkan 90 metrelik köprüyü açtı.\n\nBedeli 8 milyon.\n",
    },
    "school": {
        "en": "School in Konya\n\nThe pupils are 700.\n\nThere is another door for 50 teachers.\n",
        "tr": "Konya'da okul\n\nÖğrenciler 700 kişi.\n\n50 öğretmen için başka kapı var.\n",
    },
    "market": {
        "en": "Market in Adana\n\nFruit costs 5 lira.\n\nOn another table lie 80 melons.\n",
        "tr": "Adana'da pazar\n\nMeyve 5 lira.\n\nBaşka masada 80 kavun var.\n",
    },
}
ONLY_TURKISH = {
    "election": "Seçim bitti\n\nYeni başkanlar seçildi.\n\nOylar 7 saatte sayıldı.\n",
    "weather": "Yağmur dindi\n\nBaşka haber yok.\n\nYarın 21 derece.\n",
}


OTHERS = (
    *(("bridge", "köprü"), ("church", "kilise"), ("bird", "kuş"), ("cloud", "bulut"), ("mirror", "ayna")),
    *(("garden", "bahçe"), ("mill", "değirmen"), ("farmer", "çiftçi"), ("bicycle", "bisiklet")),
)
ALIGNED |= {
    f"other-{number}": {
        "en": f"Number {number}\n\nThe {en} of {number + 20}.\n\nOnly a {en} for {number + 60} people.\n",
        "tr": f"Sayı {number}\n\n{tr} {number + 20}.\n\nYalnız {tr} var, {number + 60} kişilik.\n",
    }
    for number, (en, tr) in enumerate(OTHERS)
}
"""Of other things: what is said of one alone is told from what is said of all."""


@pytest.fixture(autouse=True)
def _articles(database: Database, tmp_path: Path) -> None:
    articles = ALIGNED | {name: {"tr": text} for name, text in ONLY_TURKISH.items()}
    import_texts(database, tmp_path / "inbox", articles)


def _search(client: httpx.Client, q: str, language: str = "en", **parameters: str) -> Any:
    parameters |= {"q": q, "count": "true"}
    answer = client.get("/search", params=parameters, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.text
    return answer.json()


def _ids(found: Any) -> set[str]:
    return {hit["article"]["id"] for hit in found["items"]}


@pytest.mark.parametrize("sort", ["relevance", "date"])
def test_another_word_of_the_same_stem_is_not_found(client: httpx.Client, sort: str) -> None:
    found = _search(client, "president", sort=sort)
    assert _ids(found) == {"speech", "visit", "dinner", "bridge", "election"}
    assert found["total"] == {"value": 5, "relation": "exact"}
    [hit] = (each for each in found["items"] if each["article"]["id"] == "election")
    assert (hit["match"]["surface"], hit["match"]["translates"]) == ("başkanlar", "president")


def test_a_form_that_is_another_word_is_not_translated(client: httpx.Client) -> None:
    found = _search(client, "başka lang:en", "tr")
    marked = {hit["match"]["surface"] for hit in found["items"]}
    assert "president" not in marked


def test_only_the_forms_that_translate_are_marked_in_the_language_shown(client: httpx.Client) -> None:
    [hit] = (
        each for each in _search(client, "president", "tr")["items"] if each["article"]["id"] == "dinner"
    )
    snippet = hit["snippet"]
    assert [snippet["text"][mark["start"] : mark["end"]] for mark in snippet["marks"]] == ["Başkan"]
