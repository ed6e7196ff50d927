"""``dragoman export``."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from sqlalchemy import delete, update

from app.database.engine import Database
from app.models import Alignment, Translation
from tests.conftest import OTTAWA, import_folder
from tests.exchange.conftest import Run, Write
from tests.routes.test_alignment import write_fire

NAMES = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def _xliff(run: Run, tmp_path: Path, *arguments: str) -> etree._Element:
    file = tmp_path / "out.xlf"
    ended = run("export", "xliff", "--output", file, *arguments)
    assert ended.code == 0, ended.err
    return etree.parse(file).getroot()


def _targets(document: etree._Element) -> dict[str, str | None]:
    units = document.iterfind(".//x:unit", NAMES)
    return {unit.get("id"): unit.findtext("x:segment/x:target", None, NAMES) for unit in units}


def _lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.usefixtures("ottawa")
def test_a_language_that_is_not_there_is_to_be_translated_whole(run_on_database: Run, tmp_path: Path) -> None:
    document = _xliff(run_on_database, tmp_path, "--language", "fr", "--only", "missing")
    targets = _targets(document)
    assert (document.get("srcLang"), document.get("trgLang")) == ("nl", "fr")
    assert {"headline.1", "lead.1", "b1.1", "m1.1", "m1.credit"} <= targets.keys()
    assert set(targets.values()) == {None}


@pytest.mark.usefixtures("ottawa")
def test_of_a_language_that_is_there_only_what_was_lost_is_missing(
    run_on_database: Run, tmp_path: Path
) -> None:
    document = _xliff(run_on_database, tmp_path, "--language", "en", "--only", "missing")
    sources = [each.text for each in document.iterfind(".//x:segment/x:source", NAMES)]
    assert sources == ["Toekomst", "Defensie"]


@pytest.mark.usefixtures("ottawa")
def test_the_white_space_between_sentences_is_in_the_file(run_on_database: Run, tmp_path: Path) -> None:
    document = _xliff(run_on_database, tmp_path, "--language", "fr")
    lead = document.xpath("//x:group[@id='lead']//x:source/text()", namespaces=NAMES)
    assert "".join(lead).startswith("De internationale coalitie tegen ISIS")
    assert lead[1] == " "


@pytest.mark.usefixtures("hard_texts")
@pytest.mark.parametrize("version", ["2.1", "1.2"])
def test_what_is_hard_to_write_in_xml_is_written(run_on_database: Run, tmp_path: Path, version: str) -> None:
    document = _xliff(run_on_database, tmp_path, "--language", "ar", "--version", version)
    texts = list(document.itertext("{*}source")) + list(document.itertext("{*}target"))
    assert 'Prijzen <stijgen> & "dalen" ]]> 𝔘 in Tokio' in texts
    assert "ترتفع الأسعار <وتنخفض> & ]]> 𝔘 في طوكيو" in texts
    assert any("\u200fwaar\u200e" in text for text in texts)


def test_the_articles_of_several_originals_need_1_2(
    run_on_database: Run, database: Database, tmp_path: Path, write_article: Write
) -> None:
    import_folder(database, write_article("een", nl="Kop\n\nTekst.\n"))
    import_folder(database, write_article("two", source="en", en="Headline\n\nText.\n"))
    refused = run_on_database("export", "xliff", "--language", "fr", "--output", tmp_path / "out.xlf")
    assert (refused.code, (tmp_path / "out.xlf").exists()) == (2, False)
    document = _xliff(run_on_database, tmp_path, "--language", "fr", "--version", "1.2")
    assert [file.get("source-language") for file in document] == ["nl", "en"]
    document = _xliff(run_on_database, tmp_path, "--language", "fr", "--source-language", "en")
    assert [file.get("original") for file in document] == ["two"]


def test_originals_that_nothing_is_to_be_translated_of_do_not_count(
    run_on_database: Run, database: Database, tmp_path: Path, write_article: Write
) -> None:
    import_folder(database, write_article("een", nl="Kop\n\nTekst.\n", fr="Titre\n\nTexte.\n"))
    import_folder(database, write_article("two", source="en", en="Headline\n\nText.\n"))
    import_folder(database, write_article("drie", source="fr", fr="Bien\n\nTexte.\n"))
    document = _xliff(run_on_database, tmp_path, "--language", "fr", "--only", "missing")
    assert document.get("srcLang") == "en"
    assert [file.get("original") for file in document] == ["two"]


@pytest.mark.usefixtures("ottawa")
def test_where_nothing_is_to_be_translated_no_file_is_written(run_on_database: Run, tmp_path: Path) -> None:
    ended = run_on_database("export", "xliff", "--language", "nl", "-o", tmp_path / "out.xlf")
    assert (ended.code, ended.err, list(tmp_path.glob("*out*"))) == (0, "nothing to translate\n", [])


@pytest.mark.usefixtures("ottawa")
def test_where_nothing_is_to_be_translated_no_older_file_is_left(
    run_on_database: Run, tmp_path: Path
) -> None:
    file = tmp_path / "out.xlf"
    file.write_text("older", "utf-8")
    ended = run_on_database("export", "xliff", "--language", "nl", "-o", file)
    assert (ended.code, file.exists()) == (0, False)
    assert ended.err == f"nothing to translate; {file} was of an earlier time and is removed\n"


def test_versions_outdated_by_removals_alone_are_named(
    run_on_database: Run, database: Database, tmp_path: Path, write_article: Write
) -> None:
    dutch, french = "Kop\n\nDe haven is dicht.\n\n", "Titre\n\nLe port est fermé.\n\n"
    for article in ("een", "twee"):
        lost = {"nl": "Alle schepen wachten.\n", "fr": "Tous les navires attendent.\n"}
        import_folder(database, write_article(article, nl=dutch + lost["nl"], fr=french + lost["fr"]))
        import_folder(database, write_article(article, nl=dutch, fr=french + lost["fr"]))
    file = tmp_path / "out.xlf"
    ended = run_on_database("export", "xliff", "--language", "fr", "--only", "outdated", "-o", file)
    assert (ended.code, file.exists()) == (0, False)
    assert ended.err == (
        "nothing to translate\noutdated only by what the original has lost, for which XLIFF has no unit: "
        "een/fr, twee/fr; see dragoman outdated\n"
    )
    ended = run_on_database("export", "xliff", "--language", "fr", "--only", "missing", "-o", file)
    assert ended.err == "nothing to translate\n"


@pytest.mark.usefixtures("ottawa")
def test_a_file_that_cannot_be_written_is_named_as_it_was_given(run_on_database: Run, tmp_path: Path) -> None:
    for name in ("not-there/out.xlf", "file/out.xlf"):
        (tmp_path / "file").touch()
        ended = run_on_database("export", "xliff", "--language", "fr", "-o", tmp_path / name)
        assert ended.code != 0
        assert f"dragoman: {tmp_path / name}: cannot be written: " in ended.err
        assert ".part" not in ended.err


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize(
    ("arguments", "count"),
    [((), 1), ((OTTAWA,), 1), (("--published-after", "2019-01-01"), 0), (("--source-language", "en"), 0)],
)
def test_the_selection_says_which_articles(
    run_on_database: Run, arguments: tuple[str, ...], count: int
) -> None:
    exported = run_on_database("export", "bitext", "--languages", "nl,en", *arguments)
    assert len({line["article"] for line in _lines(exported.out)}) == count


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize(
    "arguments",
    [
        ("bitext", "--languages", "nl,en", "no-such-article"),
        ("bitext", "--languages", "nl"),
        ("tmx", "--languages", "nl,nl"),
        ("tmx", "--languages", "nl,no language"),
        ("xliff", "--language", "x"),
        ("xliff", "--language", "fr", "--published-after", "yesterday"),
    ],
)
def test_what_makes_no_sense_is_refused(run_on_database: Run, arguments: tuple[str, ...]) -> None:
    ended = run_on_database("export", *arguments)
    assert (ended.code, ended.out) == (2, "")


@pytest.mark.usefixtures("ottawa")
def test_a_pair_says_whose_it_is_and_on_what_terms(run_on_database: Run) -> None:
    lines = _lines(run_on_database("export", "bitext", "--languages", "nl,en").out)
    (line,) = [line for line in lines if line["segments"]["nl"] == ["lead.1"]]
    assert line["texts"]["en"].startswith("The international coalition")
    assert (line["article"], line["type"], line["origins"]["nl"]) == (OTTAWA, "1-1", "human")
    assert line["source"]["license"] == "CC0-1.0"


@pytest.mark.usefixtures("ottawa")
def test_no_pair_is_one_sided_and_the_least_sure_can_be_left_out(run_on_database: Run) -> None:
    lines = _lines(run_on_database("export", "bitext", "--languages", "en,nl").out)
    assert all(text for line in lines for text in line["texts"].values())
    least = sorted(line["score"] for line in lines)[len(lines) // 2]
    surer = run_on_database("export", "bitext", "--languages", "en,nl", "--least-score", least)
    assert len(_lines(surer.out)) == sum(line["score"] >= least for line in lines)


def test_more_than_two_languages_stand_beside_each_other(
    run_on_database: Run, database: Database, tmp_path: Path
) -> None:
    write_fire(tmp_path)
    import_folder(database, tmp_path / "fire")
    exported = run_on_database("export", "tmx", "--languages", "de,en,nl")
    units = etree.fromstring(exported.out.encode()).findall(".//tu")
    assert {len(unit.findall("tuv")) for unit in units} == {3}
    assert [each.get(XML_LANGUAGE) for each in units[0].findall("tuv")] == ["de", "en", "nl"]
    lines = _lines(run_on_database("export", "bitext", "--languages", "de,en,nl").out)
    assert {tuple(line["languages"]) for line in lines} == {("de", "en"), ("de", "nl"), ("en", "nl")}


@pytest.mark.usefixtures("ottawa")
def test_what_is_not_aligned_yet_is_aligned_before_it_is_exported(
    run_on_database: Run, database: Database
) -> None:
    before = run_on_database("export", "bitext", "--languages", "nl,en").out
    with database.write() as session:
        session.execute(delete(Alignment))
        session.execute(update(Translation).values(aligned_with=""))
    assert run_on_database("export", "bitext", "--languages", "nl,en").out == before


@pytest.mark.usefixtures("ottawa")
def test_a_file_that_cannot_be_finished_leaves_what_was_there(
    run_on_database: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "memory.tmx"
    file.write_text("as it was", "utf-8")

    def full(_: int) -> None:
        raise OSError("no space")

    monkeypatch.setattr(os, "fsync", full)
    ended = run_on_database("export", "tmx", "--languages", "nl,en", "--output", file)
    assert (ended.code, file.read_text("utf-8")) == (3, "as it was")
    assert list(tmp_path.glob("*memory*")) == [file]
