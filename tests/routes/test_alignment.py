"""Two language versions side by side, and what is noticed in them."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from app.database.engine import Database
from app.intake.finding import CODES as CODES_OF_FILES
from tests.conftest import OTTAWA, import_folder
from tests.parallel.test_alignment import OTTAWA_GOLD

ALIGNMENT = f"/articles/{OTTAWA}/alignment"
FIRE = {
    "nl": (
        "Brand in Utrecht",
        "In Utrecht woedde maandag een grote brand aan de Oudegracht.",
        "Burgemeester Ank Bijleveld kwam om 14.30 uur naar de haven.",
        "Er vielen 12 gewonden, van wie James Mattis er 3 bezocht in het ziekenhuis van Amersfoort.",
        "Volgens Harjit Sajjan bedraagt de schade 250 miljoen euro.",
    ),
    "en": (
        "Fire in Utrecht",
        "A large fire raged along the Oudegracht in Utrecht on Monday.",
        "Mayor Ank Bijleveld came to the harbour at 2.30 p.m.",
        "There were 12 wounded, of whom James Mattis visited 3 in the hospital of Amersfoort.",
        "According to Harjit Sajjan the damage is 250 million euros.",
    ),
    "de": (
        "Brand in Utrecht",
        "In Utrecht wütete am Montag an der Oudegracht ein großes Feuer.",
        "Bürgermeisterin Ank Bijleveld kam um 14.30 Uhr zum Hafen.",
        "Es gab 12 Verletzte, von denen James Mattis 3 im Krankenhaus von Amersfoort besuchte.",
        "Nach Harjit Sajjan beträgt der Schaden 250 Millionen Euro.",
    ),
}


def write_fire(folder: Path, **without: int) -> None:
    """Of each language named, without the paragraph of that number."""
    (folder / "fire").mkdir(exist_ok=True)
    (folder / "fire" / "article.toml").write_text('source_language = "nl"\n', "utf-8")
    for language, lines in FIRE.items():
        kept = [line for number, line in enumerate(lines) if number != without.get(language)]
        (folder / "fire" / f"{language}.txt").write_text("\n\n".join(kept) + "\n", "utf-8")


def _items(client: httpx.Client, address: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = []
    following: str | None = address
    while following:
        answer = client.get(following)
        assert answer.status_code == 200, answer.text
        items += answer.json()["items"]
        following = answer.json()["next"]
    return items


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("query", ["", "&limit=5"])
def test_the_real_pair_comes_side_by_side_in_the_order_of_the_first_language(
    client: httpx.Client, query: str
) -> None:
    items = _items(client, f"{ALIGNMENT}?languages=nl,en{query}")
    found = {str(item["nl"][0]["text"]): [str(each["text"]) for each in item["en"]] for item in items}
    assert len(items) == len(found) == len(OTTAWA_GOLD)
    for dutch, english in OTTAWA_GOLD:
        (translated,) = [texts for text, texts in found.items() if text.startswith(dutch)]
        assert [text[: len(english or "")] for text in translated] == ([english] if english else [])


@pytest.mark.usefixtures("ottawa")
def test_offsets_count_code_points_in_the_block(client: httpx.Client) -> None:
    article = client.get(f"/articles/{OTTAWA}/nl").json()
    texts = {
        block["id"]: block["text"] for block in article["body"] + [{"id": "lead", "text": article["lead"]}]
    }
    segments = [each for item in _items(client, f"{ALIGNMENT}?languages=nl,en") for each in item["nl"]]
    in_blocks = [each for each in segments if each["block"] in texts]
    assert len(in_blocks) > 15
    for each in in_blocks:
        assert texts[each["block"]][each["start"] : each["end"]] == each["text"]


@pytest.mark.usefixtures("ottawa")
def test_the_other_way_round_what_was_missing_is_added(client: httpx.Client) -> None:
    items = _items(client, f"{ALIGNMENT}?languages=en,nl")
    assert [each["nl"][0]["text"] for each in items if each["type"] == "added"] == ["Toekomst"]
    assert items[1]["en"][0]["block"] == "lead"


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("languages", ["nl,fr", "nl,nl", "nl", "nl,en,de", "NL,nl", ",", "nl,en,"])
def test_languages_that_are_not_two_of_the_article_are_refused_by_name(
    client: httpx.Client, languages: str
) -> None:
    answer = client.get(ALIGNMENT, params={"languages": languages})
    assert answer.status_code == 400
    assert [error["parameter"] for error in answer.json()["errors"]] == ["languages"]


@pytest.mark.usefixtures("ottawa")
def test_languages_are_known_in_capitals_too(client: httpx.Client) -> None:
    shouted = client.get(f"{ALIGNMENT}?languages=NL,En")
    assert shouted.status_code == 200
    assert shouted.json()["items"] == client.get(f"{ALIGNMENT}?languages=nl,en").json()["items"]
    assert client.get(f"{ALIGNMENT}?languages=nl,NL").status_code == 400


@pytest.mark.usefixtures("ottawa")
def test_a_cursor_of_another_pair_or_list_is_refused(client: httpx.Client) -> None:
    following = client.get(f"{ALIGNMENT}?languages=nl,en&limit=5").json()["next"]
    assert client.get(following.replace("nl%2Cen", "en%2Cnl").replace("nl,en", "en,nl")).status_code == 400
    cursor = httpx.URL(following).params["cursor"]
    assert client.get(f"/articles/{OTTAWA}/diagnostics", params={"cursor": cursor}).status_code == 400


def test_two_translations_meet_through_the_original(
    client: httpx.Client, database: Database, tmp_path: Path
) -> None:
    write_fire(tmp_path, de=3)
    import_folder(database, tmp_path)
    items = _items(client, "/articles/fire/alignment?languages=en,de")
    assert [(item["type"], len(item["en"]), len(item["de"])) for item in items] == [
        ("1-1", 1, 1), ("1-1", 1, 1), ("1-1", 1, 1), ("missing", 1, 0), ("1-1", 1, 1),
    ]  # fmt: skip
    assert items[3]["en"][0]["text"] == FIRE["en"][3]


def test_a_revised_text_is_aligned_anew(client: httpx.Client, database: Database, tmp_path: Path) -> None:
    write_fire(tmp_path)
    import_folder(database, tmp_path)
    assert {item["type"] for item in _items(client, "/articles/fire/alignment?languages=nl,en")} == {"1-1"}
    write_fire(tmp_path, nl=3)
    import_folder(database, tmp_path)
    for other in ("en", "de"):
        items = _items(client, f"/articles/fire/alignment?languages=nl,{other}")
        assert [each["text"] for item in items for each in item["nl"]] == [*FIRE["nl"][:3], FIRE["nl"][4]]
        assert [each["text"] for item in items for each in item[other]] == list(FIRE[other])


@pytest.mark.usefixtures("ottawa")
def test_what_the_real_pair_lost_is_reported_and_nothing_else(client: httpx.Client) -> None:
    items = _items(client, f"/articles/{OTTAWA}/diagnostics?limit=2")
    found = {(each["code"], *each["evidence"].values()): each for each in items}
    caption = "Vlnr: De defensieministers James Mattis, Ank Bijleveld-Schouten en Harjit Saijan."
    assert found.keys() == {
        ("heading-missing", "Toekomst"), ("weekday-missing", "donderdag"), ("credit-missing", "Defensie"),
        ("leftover-language", "en"), ("caption-moved", caption),
        ("missing-name", "minister", "Ank Bijleveld-Schouten"),
    }  # fmt: skip
    left = found["leftover-language", "en"]
    assert (left["severity"], left["meaning"], left["dismissed"]) == (
        "error", "/findings/leftover-language", None,
    )  # fmt: skip
    (span,) = left["spans"]["en"]
    assert (span["block"], span["start"], span["text"]) == ("m1", 70, "en")


@pytest.mark.usefixtures("ottawa")
def test_the_blocks_that_translate_each_other_have_one_id(client: httpx.Client) -> None:
    dutch, english = (
        {block["id"]: block["text"] for block in client.get(f"/articles/{OTTAWA}/{tag}").json()["body"]}
        for tag in ("nl", "en")
    )
    both = [(dutch[key][:12], english[key][:12]) for key in dutch if key in english and key != "figure-m1"]
    assert both == [
        ("Afrekenen me", "Eradicating "), ("Bijleveld: “", '"I am proud '), ("De Defensiem", "The Defence "),
        ("Voor een bes", "For a lastin"), ("De Canadese ", "Canadian Min"), ("Nederland dr", "The Netherla"),
    ]  # fmt: skip


def test_what_a_finding_means_is_said_in_the_readers_language(client: httpx.Client) -> None:
    meaning = client.get("/findings/heading-missing", headers={"Accept-Language": "nl"}).json()
    assert meaning["meaning"] == "Een tussenkop van de bron heeft geen tegenhanger."
    assert client.get("/findings/no-such").status_code == 404


def test_what_a_finding_on_a_file_means_has_its_address(client: httpx.Client) -> None:
    for code, known in CODES_OF_FILES.items():
        english, dutch = (
            client.get(f"/findings/{code}", headers={"Accept-Language": tag}).json() for tag in ("en", "nl")
        )
        assert english["meaning"] == str(known.meaning) != dutch["meaning"], code
        assert english["severity"] == known.severity, code


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("languages=de", [("de", "segment-missing")]),
        ("languages=DE,en", [("de", "segment-missing"), ("en", "weekday-missing")]),
        ("code=weekday-missing", [("en", "weekday-missing")]),
        ("code=number-mismatch,segment-missing", [("de", "segment-missing")]),
        ("severity=warning", [("de", "segment-missing"), ("en", "weekday-missing")]),
        ("severity=error,info", []),
        ("languages=en&code=segment-missing", []),
    ],
)
def test_findings_are_asked_for_by_language_code_and_severity(
    client: httpx.Client, database: Database, tmp_path: Path, query: str, expected: list[tuple[str, str]]
) -> None:
    write_fire(tmp_path, de=3)
    english = tmp_path / "fire" / "en.txt"
    english.write_text(english.read_text("utf-8").replace(" on Monday", ""), "utf-8")
    import_folder(database, tmp_path)
    for limit in (20, 1):
        address = f"/articles/fire/diagnostics?{query}&count=true&limit={limit}"
        assert [(item["languages"][1], item["code"]) for item in _items(client, address)] == expected
        assert client.get(address).json()["total"] == len(expected)


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize(
    ("query", "status", "parameter"),
    [
        ("languages=fr", 400, "languages"),
        ("languages=nl", 400, "languages"),
        ("languages=en,", 400, "languages"),
        ("code=no-such-code", 422, "code"),
        ("code=number-mismatch,", 422, "code"),
        ("severity=fatal", 422, "severity"),
        ("severity=error&severity=info", 400, "severity"),
    ],
)
def test_a_filter_of_findings_that_nothing_can_have_is_refused_by_name(
    client: httpx.Client, query: str, status: int, parameter: str
) -> None:
    answer = client.get(f"/articles/{OTTAWA}/diagnostics?{query}")
    assert answer.status_code == status
    assert [error["parameter"] for error in answer.json()["errors"]] == [parameter]


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("resource", ["alignment", "diagnostics"])
@pytest.mark.parametrize(
    ("languages", "lacking"), [("nl,xx", "'xx'"), ("xx,nl", "'xx'"), ("en,", "''"), ("fr,xx", "'fr'")]
)
def test_a_language_that_the_article_lacks_is_named(
    client: httpx.Client, resource: str, languages: str, lacking: str
) -> None:
    answer = client.get(f"/articles/{OTTAWA}/{resource}?languages={languages}")
    (error,) = answer.json()["errors"]
    assert (answer.status_code, error["parameter"]) == (400, "languages")
    assert error["detail"] == f"{lacking} is no language of this article, which are: en, nl"


@pytest.mark.usefixtures("ottawa")
def test_a_cursor_of_other_findings_is_refused(client: httpx.Client) -> None:
    following = client.get(f"/articles/{OTTAWA}/diagnostics?severity=info,warning&limit=1").json()["next"]
    assert client.get(following).status_code == 200
    cursor = httpx.URL(following).params["cursor"]
    assert client.get(f"/articles/{OTTAWA}/diagnostics", params={"cursor": cursor}).status_code == 400
