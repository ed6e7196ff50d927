"""Translations whose original has changed since they were made."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlmodel import select

from app.commands.import_inbox import ArticleReport, Report, import_inbox
from app.commands.reindex import reindex
from app.commands.render_article import render_article
from app.database.engine import Database
from app.intake.article_folder import find_inbox
from app.models import Staleness, Translation
from app.queries.staleness import outdated_segments
from tests.routes.test_alignment import FIRE

DUTCH, ENGLISH, GERMAN = (list(FIRE[tag]) for tag in ("nl", "en", "de"))
THIRTEEN = [line.replace("12", "13") for line in DUTCH]


class Fire:
    """An article of which the Dutch is the original."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database, self._folder = database, folder

    def imported(
        self, toml: str = "", *, original: str = "nl", minor: bool = False, **texts: list[str]
    ) -> list[Report]:
        (self._folder / "fire").mkdir(exist_ok=True)
        (self._folder / "fire" / "article.toml").write_text(
            f'source_language = "{original}"\n{toml}', "utf-8"
        )
        for language, lines in texts.items():
            (self._folder / "fire" / f"{language}.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
        inbox = find_inbox([self._folder])
        return list(import_inbox(self._database, inbox, default_language="en", minor=minor))


@pytest.fixture
def fire(database: Database, tmp_path: Path) -> Fire:
    fire = Fire(database, tmp_path)
    fire.imported(nl=DUTCH, en=ENGLISH, de=GERMAN)
    return fire


def _statuses(client: httpx.Client) -> dict[str, str]:
    listed = {
        item["language"]: item["status"] for item in client.get("/articles/fire/translations").json()["items"]
    }
    for language in listed:
        article = client.get(f"/articles/fire/{language}").json()
        assert {item["language"]: item["status"] for item in article["translations"]} == listed
    return listed


def _outdated(client: httpx.Client) -> set[str]:
    return {language for language, status in _statuses(client).items() if status == "outdated"}


def _diagnostics(client: httpx.Client) -> list[dict[str, Any]]:
    items = client.get("/articles/fire/diagnostics?limit=100").json()["items"]
    return [item for item in items if item["code"] == "outdated-segment"]


def test_a_change_of_the_original_marks_exactly_the_segments_that_changed(
    client: httpx.Client, database: Database, fire: Fire
) -> None:
    assert _outdated(client) == set()
    fire.imported(nl=THIRTEEN)
    assert _outdated(client) == {"en", "de"}
    with database.read() as session:
        (changed,) = outdated_segments(session, "fire", "en")
    old, new = changed.change.old, changed.change.new
    assert (old and old.text, new and new.text) == (DUTCH[3], THIRTEEN[3])
    assert [segment.text for segment in changed.target] == [ENGLISH[3]]


def test_what_the_original_lost_shows_in_the_segment_that_translates_it(
    database: Database, fire: Fire
) -> None:
    fire.imported(nl=[*DUTCH[:2], *DUTCH[3:]])
    with database.read() as session:
        (changed,) = outdated_segments(session, "fire", "en")
    assert (changed.change.type, changed.change.new) == ("removed", None)
    assert [segment.text for segment in changed.target] == [ENGLISH[2]]


def test_diagnostics_show_where_both_texts_differ_from_what_was_translated(
    client: httpx.Client, fire: Fire
) -> None:
    fire.imported(nl=THIRTEEN)
    german, english = _diagnostics(client)
    assert (german["languages"], english["languages"]) == (["nl", "de"], ["nl", "en"])
    assert english["evidence"] == {"before": DUTCH[3], "source": THIRTEEN[3]}
    assert [span["text"] for span in english["spans"]["en"]] == [ENGLISH[3]]
    assert [span["text"] for span in english["spans"]["nl"]] == [THIRTEEN[3]]


def test_a_minor_edit_does_not_outdate(client: httpx.Client, fire: Fire) -> None:
    fire.imported(
        nl=[line.replace("grote brand", "grote  brand,").replace("ziekenhuis", "ziekehuis") for line in DUTCH]
    )
    assert _outdated(client) == set()
    assert _diagnostics(client) == []


def test_minor_edits_that_add_up_outdate(client: httpx.Client, fire: Fire) -> None:
    edited = DUTCH[3]
    for slip in (("gewonden", "gewnoden"), ("bezocht", "bezohct"), ("ziekenhuis", "ziekehuis")):
        assert _outdated(client) == set()
        edited = edited.replace(*slip)
        fire.imported(nl=[*DUTCH[:3], edited, *DUTCH[4:]])
    assert _outdated(client) == {"en", "de"}


def test_an_original_that_is_again_as_it_was_outdates_nothing(client: httpx.Client, fire: Fire) -> None:
    fire.imported(nl=THIRTEEN)
    fire.imported(nl=DUTCH)
    assert _outdated(client) == set()


def test_changes_add_up_until_the_translation_is_revised(
    client: httpx.Client, database: Database, fire: Fire
) -> None:
    fire.imported(nl=THIRTEEN)
    fire.imported(nl=[*THIRTEEN[:4], THIRTEEN[4].replace("250", "260")])
    with database.read() as session:
        changed = outdated_segments(session, "fire", "en")
    assert [segment.text for each in changed for segment in each.target] == ENGLISH[3:]
    fire.imported(en=[line.replace("12", "13").replace("250", "260") for line in ENGLISH])
    assert _outdated(client) == {"de"}


def test_languages_that_are_imported_together_translate_each_other(client: httpx.Client, fire: Fire) -> None:
    fire.imported(nl=THIRTEEN, en=[line.replace("12", "13") for line in ENGLISH])
    assert _outdated(client) == {"de"}


BOTH = [*THIRTEEN[:4], THIRTEEN[4].replace("250", "260")]
ENGLISH_THIRTEEN = [line.replace("12", "13") for line in ENGLISH]


def _listed(client: httpx.Client, language: str) -> list[tuple[str | None, str | None, list[str]]]:
    items = client.get(f"/articles/fire/{language}/changes").json()["items"]
    return [
        (
            item["before"] and item["before"]["text"],
            item["after"] and item["after"]["text"],
            [each["text"] for each in item["translation"]],
        )
        for item in items
    ]


def test_a_revision_brings_up_to_date_the_segments_that_it_changed(client: httpx.Client, fire: Fire) -> None:
    fire.imported(nl=BOTH)
    fire.imported(en=ENGLISH_THIRTEEN)
    assert _outdated(client) == {"en", "de"}
    assert _listed(client, "en") == [(DUTCH[4], BOTH[4], [ENGLISH[4]])]
    fire.imported(en=[line.replace("250", "260") for line in ENGLISH_THIRTEEN])
    assert _outdated(client) == {"de"}


def test_a_revision_of_something_else_brings_nothing_up_to_date(client: httpx.Client, fire: Fire) -> None:
    fire.imported(nl=BOTH)
    listed = _listed(client, "en")
    fire.imported(en=["Huge fire destroys a hospital", *ENGLISH[1:], "It was a cold night."])
    assert _listed(client, "en") == listed
    assert len(_diagnostics(client)) == 4


def test_original_and_translation_revised_together_leave_what_the_translation_has_not(
    client: httpx.Client, fire: Fire
) -> None:
    fire.imported(nl=BOTH, en=ENGLISH_THIRTEEN)
    assert _listed(client, "en") == [(DUTCH[4], BOTH[4], [ENGLISH[4]])]


def test_what_was_not_followed_is_compared_with_what_was_translated(client: httpx.Client, fire: Fire) -> None:
    fire.imported(nl=BOTH)
    fire.imported(en=ENGLISH_THIRTEEN)
    again = [*THIRTEEN[:4], DUTCH[4].replace("250", "270")]
    fire.imported(nl=again)
    assert _listed(client, "en") == [(DUTCH[4], again[4], [ENGLISH[4]])]
    fire.imported(nl=THIRTEEN)
    assert _outdated(client) == {"de"}


def test_an_original_that_goes_back_outdates_what_has_followed_it(client: httpx.Client, fire: Fire) -> None:
    fire.imported(nl=BOTH)
    fire.imported(en=ENGLISH_THIRTEEN)
    fire.imported(nl=DUTCH)
    assert _listed(client, "en") == [(THIRTEEN[3], DUTCH[3], [ENGLISH_THIRTEEN[3]])]
    assert _outdated(client) == {"en"}


def test_what_is_gone_from_the_original_is_listed_until_the_translation_drops_it(
    client: httpx.Client, fire: Fire
) -> None:
    fire.imported(nl=[*DUTCH[:2], *THIRTEEN[3:]])
    fire.imported(en=ENGLISH_THIRTEEN)
    assert _listed(client, "en") == [(DUTCH[2], None, [ENGLISH[2]])]
    fire.imported(en=[*ENGLISH_THIRTEEN[:2], *ENGLISH_THIRTEEN[3:]])
    assert _outdated(client) == {"de"}


def test_what_the_original_added_is_listed_until_the_translation_has_it(
    client: httpx.Client, fire: Fire
) -> None:
    new = "De brandweer blijft nog een dag in Utrecht."
    fire.imported(nl=[*THIRTEEN, new])
    fire.imported(en=ENGLISH_THIRTEEN)
    assert _listed(client, "en") == [(None, new, [])]
    fire.imported(en=[*ENGLISH_THIRTEEN, "The fire brigade stays in Utrecht for another day."])
    assert _outdated(client) == {"de"}


@pytest.mark.parametrize(("gained", "lost"), [(1, 3), (3, 1)])
def test_what_the_original_gained_and_lost_elsewhere_stays_two_changes_when_something_else_is_revised(
    client: httpx.Client, fire: Fire, gained: int, lost: int
) -> None:
    new = "De brandweer blijft nog een dag in Utrecht."
    lines = [*DUTCH[:gained], new, *DUTCH[gained:]]
    lines.remove(DUTCH[lost])
    fire.imported(nl=lines)
    told = {(None, new, ()), (DUTCH[lost], None, (ENGLISH[lost],))}
    listed = _listed(client, "en")
    assert {(old, now, tuple(texts)) for old, now, texts in listed} == told
    fire.imported(en=["Huge fire destroys a hospital", *ENGLISH[1:]])
    assert _listed(client, "en") == listed
    fire.imported(en=["Huge fire destroys a clinic", *ENGLISH[1:]])
    assert _listed(client, "en") == listed


def test_what_is_left_outdated_stays_so_when_alignments_are_made_anew(
    client: httpx.Client, database: Database, fire: Fire
) -> None:
    fire.imported(nl=BOTH)
    fire.imported(en=ENGLISH_THIRTEEN)
    listed = _listed(client, "en")
    with database.write() as session:
        for translation in session.exec(select(Translation)):
            translation.aligned_with = ""
    for _ in reindex(database):
        pass
    assert _listed(client, "en") == listed


def test_a_text_said_to_translate_the_newest_original_is_wholly_up_to_date(
    client: httpx.Client, fire: Fire
) -> None:
    fire.imported(nl=BOTH)
    fire.imported(en=ENGLISH_THIRTEEN)
    digest = sha256(("\n\n".join(BOTH) + "\n").encode()).hexdigest()
    fire.imported(f'translates.en = "{digest}"')
    assert _outdated(client) == {"de"}


def test_what_an_editor_calls_minor_does_not_join_what_is_outdated_already(
    client: httpx.Client, fire: Fire
) -> None:
    fire.imported(nl=THIRTEEN)
    listed = _listed(client, "de")
    fire.imported(nl=BOTH, minor=True)
    assert _listed(client, "de") == listed
    fire.imported(nl=[*BOTH[:3], BOTH[3].replace("13", "14"), BOTH[4]], minor=True)
    assert [before for before, _, _ in _listed(client, "de")] == [DUTCH[3]]


def test_the_stored_article_says_at_once_that_it_is_outdated(client: httpx.Client, fire: Fire) -> None:
    before = client.get("/articles/fire/en")
    fire.imported(nl=THIRTEEN)
    after = client.get("/articles/fire/en", headers={"If-None-Match": before.headers["etag"]})
    assert after.status_code == 200
    assert [each["status"] for each in after.json()["translations"]] == ["outdated", "outdated", "current"]


def test_a_slip_mended_in_a_translation_does_not_bring_it_up_to_date(
    client: httpx.Client, database: Database, fire: Fire
) -> None:
    fire.imported(nl=THIRTEEN)
    fire.imported(en=[line.replace("hospital", "hopsital") for line in ENGLISH])
    assert _outdated(client) == {"en", "de"}
    with database.read() as session:
        (changed,) = outdated_segments(session, "fire", "en")
    assert [segment.text for segment in changed.target] == [ENGLISH[3].replace("hospital", "hopsital")]


def test_an_editor_says_which_text_a_translation_was_made_from(client: httpx.Client, fire: Fire) -> None:
    def says(lines: list[str]) -> str:
        text = "\n\n".join(lines) + "\n"
        return f'[translates]\nen = "{sha256(text.encode()).hexdigest()[:12].upper()}"\n'

    fire.imported(says(THIRTEEN), nl=THIRTEEN)
    assert _outdated(client) == {"de"}
    fire.imported(says(DUTCH))
    assert _outdated(client) == {"en", "de"}
    fire.imported(says(THIRTEEN))
    assert _outdated(client) == {"de"}
    fire.imported(nl=[*THIRTEEN[:4], THIRTEEN[4].replace("250", "260")])
    assert _outdated(client) == {"en", "de"}


def test_a_translation_said_to_be_of_an_older_text_is_outdated_from_the_start(
    client: httpx.Client, database: Database, fire: Fire
) -> None:
    text = "\n\n".join(DUTCH) + "\n"
    fire.imported(nl=THIRTEEN)
    fire.imported(f'translates.fr = "{sha256(text.encode()).hexdigest()}"', fr=ENGLISH)
    assert _outdated(client) == {"en", "de", "fr"}
    with database.read() as session:
        (changed,) = outdated_segments(session, "fire", "fr")
    assert [segment.text for segment in changed.target] == [ENGLISH[3]]


@pytest.mark.parametrize("said", ['en = "00000000"', 'nl = "00000000"', 'fr = "00000000"'])
def test_an_editor_who_names_a_text_that_is_not_stored_is_told(
    client: httpx.Client, fire: Fire, said: str
) -> None:
    (report, *_) = fire.imported(f"[translates]\n{said}\n")
    assert isinstance(report, ArticleReport)
    (finding,) = report.findings
    assert (finding.code, finding.message[:2]) == ("unknown-source-text", said[:2])
    assert _outdated(client) == set()


def test_what_an_editor_calls_minor_outdates_nothing_that_was_current(
    client: httpx.Client, fire: Fire
) -> None:
    fire.imported(nl=THIRTEEN, en=[line.replace("12", "13") for line in ENGLISH])
    fire.imported(nl=[*THIRTEEN[:4], THIRTEEN[4].replace("250", "260")], minor=True)
    assert _outdated(client) == {"de"}
    fire.imported(nl=[*THIRTEEN[:4], THIRTEEN[4].replace("250", "270")])
    assert _outdated(client) == {"en", "de"}


def test_a_minor_edit_that_is_taken_back_outdates_nothing(client: httpx.Client, fire: Fire) -> None:
    fire.imported(nl=THIRTEEN, minor=True)
    fire.imported(nl=[*THIRTEEN[:4], "Bij de brand zijn geen doden gevallen.", THIRTEEN[4]], minor=True)
    for taken_back in (THIRTEEN, DUTCH):
        fire.imported(nl=taken_back)
        assert _outdated(client) == set()
    fire.imported(nl=[line.replace("12", "14") for line in DUTCH])
    assert _listed(client, "en") == [(DUTCH[3], DUTCH[3].replace("12", "14"), [ENGLISH[3]])]


def test_what_else_changes_while_a_minor_edit_is_taken_back_outdates(
    client: httpx.Client, fire: Fire
) -> None:
    fire.imported(nl=THIRTEEN, minor=True)
    fire.imported(nl=[line.replace("250", "260") for line in DUTCH])
    listed = [(DUTCH[4], BOTH[4], [ENGLISH[4]])]
    assert _listed(client, "en") == listed
    fire.imported(nl=BOTH, minor=True)
    fire.imported(nl=[line.replace("250", "260") for line in DUTCH])
    assert _listed(client, "en") == listed
    fire.imported(nl=DUTCH)
    assert _outdated(client) == set()


def test_a_minor_edit_is_taken_back_also_where_the_translation_followed_something_else_since(
    client: httpx.Client, fire: Fire
) -> None:
    fire.imported(nl=THIRTEEN, minor=True)
    fire.imported(nl=BOTH)
    fire.imported(en=[line.replace("250", "260") for line in ENGLISH])
    fire.imported(nl=[*DUTCH[:4], BOTH[4]])
    assert _outdated(client) == {"de"}
    assert [before for before, _, _ in _listed(client, "de")] == [DUTCH[4]]


def test_after_a_real_edit_and_another_minor_one_the_wording_before_them_is_still_the_one_translated(
    client: httpx.Client, fire: Fire
) -> None:
    def says(number: int) -> list[str]:
        return [line.replace("12", str(number)) for line in DUTCH]

    fire.imported(nl=says(13), minor=True)
    fire.imported(nl=says(14))
    fire.imported(nl=says(15), minor=True)
    assert _outdated(client) == {"en", "de"}
    fire.imported(nl=DUTCH)
    assert _outdated(client) == set()


def test_what_a_minor_edit_brings_back_is_as_it_was_translated(client: httpx.Client, fire: Fire) -> None:
    fire.imported(nl=[*DUTCH[:3], DUTCH[4]])
    assert _outdated(client) == {"en", "de"}
    fire.imported(nl=DUTCH, minor=True)
    assert _outdated(client) == set()


def test_minor_edits_of_several_imports_are_taken_back_at_once_with_a_slip_beside(
    client: httpx.Client, fire: Fire
) -> None:
    fire.imported(nl=THIRTEEN, minor=True)
    fire.imported(nl=BOTH, minor=True)
    fire.imported(nl=[*BOTH[:3], BOTH[3].replace("gewonden", "gewnoden"), BOTH[4]])
    fire.imported(en=[line.replace("hospital", "infirmary") for line in ENGLISH])
    fire.imported(nl=DUTCH)
    assert _outdated(client) == set()


def test_another_original_outdates_no_translation(client: httpx.Client, fire: Fire) -> None:
    fire.imported(nl=THIRTEEN)
    fire.imported(original="en")
    assert _outdated(client) == set()
    assert _statuses(client).keys() == {"de", "en", "nl"}


def test_the_changes_are_served_with_what_stood_there_and_its_translation(
    client: httpx.Client, fire: Fire
) -> None:
    fire.imported(nl=[*DUTCH[:2], *THIRTEEN[3:], "De brandweer blijft nog een dag."])
    listed = client.get("/articles/fire/translations").json()["items"]
    addresses = {item["language"]: item["changes"] for item in listed}
    answer = client.get(addresses["en"], params={"count": "true"})
    assert answer.headers["Content-Language"] == "en, nl"
    assert "Accept-Language" not in answer.headers["Vary"]
    shown = [
        (item["type"], (item["before"] or {}).get("text"), (item["after"] or {}).get("text"),
         [each["text"] for each in item["translation"]])
        for item in answer.json()["items"]
    ]  # fmt: skip
    assert shown == [
        ("removed", DUTCH[2], None, [ENGLISH[2]]),
        ("changed", DUTCH[3], THIRTEEN[3], [ENGLISH[3]]),
        ("added", None, "De brandweer blijft nog een dag.", []),
    ]
    assert answer.json()["total"] == 3
    assert client.get(addresses["nl"]).json() == {"items": [], "next": None}


def test_places_of_changes_are_places_in_the_texts_that_are_served(client: httpx.Client, fire: Fire) -> None:
    fire.imported(nl=THIRTEEN)
    (change,) = client.get("/articles/fire/en/changes").json()["items"]
    for language, segment in (("nl", change["after"]), ("en", change["translation"][0])):
        body = client.get(f"/articles/fire/{language}").json()["body"]
        (block,) = [block for block in body if block["id"] == segment["block"]]
        assert block["text"][segment["start"] : segment["end"]] == segment["text"]


def test_changes_come_in_pages_of_one_language(client: httpx.Client, fire: Fire) -> None:
    fire.imported(nl=[line.replace("12", "13").replace("250", "260") for line in DUTCH])
    first = client.get("/articles/fire/en/changes?limit=1").json()
    second = client.get(first["next"]).json()
    assert [item["before"]["text"] for item in (*first["items"], *second["items"])] == DUTCH[3:]
    assert second["next"] is None
    assert client.get(first["next"].replace("/en/", "/de/")).status_code == 400


def test_a_language_that_the_article_does_not_have_has_no_changes_to_show(
    client: httpx.Client, fire: Fire
) -> None:
    fire.imported()
    assert client.get("/articles/fire/fr/changes").json()["code"] == "language-unavailable"
    assert client.get("/articles/smoke/en/changes").json()["code"] == "not-found"
    elsewhere = client.get("/articles/fire/EN/changes?limit=5")
    assert (elsewhere.status_code, elsewhere.headers["Location"]) == (
        308,
        "/articles/fire/en/changes?limit=5",
    )


def test_the_work_list_has_the_articles_that_are_outdated_in_a_language(
    client: httpx.Client, fire: Fire
) -> None:
    def found(query: str) -> tuple[list[str], int]:
        document = client.get(f"/articles?count=true&{query}").json()
        return [item["id"] for item in document["items"]], document["total"]

    assert found("outdated=*") == ([], 0)
    fire.imported(nl=THIRTEEN, en=[line.replace("12", "13") for line in ENGLISH])
    assert found("outdated=de") == found("outdated=*") == (["fire"], 1)
    assert found("outdated=de&source_language=nl&available_in=en") == (["fire"], 1)
    for nothing in ("outdated=en", "outdated=nl", "outdated=fr", "outdated=de&source_language=en"):
        assert found(nothing) == ([], 0), nothing
    assert client.get("/articles?outdated=de,en").json()["errors"][0]["parameter"] == "outdated"


def test_another_day_in_the_dateline_outdates(client: httpx.Client, fire: Fire) -> None:
    for day in (3, 4):
        fire.imported(nl=[DUTCH[0], f"Utrecht, {day} december 2018", *DUTCH[1:]])
        if day == 3:
            fire.imported(en=[*ENGLISH, "It was a cold night."])
    assert client.get("/articles/fire/nl").json()["dateline"] == "Utrecht, 4 december 2018"
    (change,) = client.get("/articles/fire/en/changes").json()["items"]
    assert (change["before"]["text"], change["after"]["block"]) == ("Utrecht, 3 december 2018", "dateline")
    assert len(_diagnostics(client)) == 2


def test_what_was_only_numbered_newer_is_compared_by_the_next_reindex(
    client: httpx.Client, database: Database, fire: Fire
) -> None:
    """As the migration leaves it, which cannot compare texts."""
    fire.imported(nl=THIRTEEN)
    fire.imported(nl=[f"{line} " for line in THIRTEEN], en=[line.replace("12", "13") for line in ENGLISH])
    for language in ("en", "de"):
        _mark_as_migrated(database, language)
    assert _outdated(client) == {"en", "de"}
    for _ in reindex(database):
        pass
    assert _outdated(client) == {"de"}
    assert client.get("/articles/fire/de/changes").json()["items"]


def _mark_as_migrated(database: Database, language: str) -> None:
    with database.write() as session:
        query = select(Translation).where(Translation.language == language)
        translation = session.exec(query).one()
        translation.aligned_with = ""
        session.merge(Staleness(translation_id=translation.id, changes="[]"))
        render_article(session, "fire")
