"""XLIFF that comes back from translators."""

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from translate.storage import xliff, xliff2

from app.database.engine import Database
from app.queries.side_by_side import get_languages
from tests.conftest import OTTAWA, REPOSITORY, import_folder
from tests.exchange.conftest import HARD, Run, Write
from tests.exchange.locize_readers import rewrite_with
from tests.exchange.translating import export, fill_in, in_french, translated

VERSIONS = ["2.1", "1.2"]
SOURCE = (
    "Haven dicht\n\nDe haven is dicht. Er ligt ijs.\n\nGevolgen\n\nDe schepen wachten. Dat duurt 3 dagen.\n"
)
TARGET = (
    "Port fermé\n\nLe port est fermé. Il y a de la glace.\n\nConséquences\n\n"
    "Les bateaux attendent. Cela dure 3 jours.\n"
)
HARBOUR = "haven"


@pytest.fixture
def harbour(database: Database, write_article: Write) -> Path:
    """An article in Dutch and French."""
    folder = write_article(HARBOUR, nl=SOURCE, fr=TARGET, facts='[origin]\nfr = "human"\n')
    import_folder(database, folder)
    return folder


Get = Callable[..., Any]


@pytest.fixture
def get(client: httpx.Client) -> Get:
    def document(article_id: str, language: str) -> Any:
        return client.get(f"/articles/{article_id}/{language}").json()

    return document


def _texts(document: Any) -> list[str]:
    body = [block["text"] for block in document["body"] if block["text"]]
    return [document["headline"], document["lead"], *body]


def _origin(document: Any) -> Any:
    (origin,) = [each["origin"] for each in document["translations"] if each["language"] == "fr"]
    return origin


def _languages(database: Database, article_id: str = HARBOUR) -> list[str]:
    with database.read() as session:
        return get_languages(session, article_id)


def _codes(err: str) -> list[str]:
    return re.findall(r": refused: ([a-z-]+):", err)


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("version", VERSIONS)
def test_a_language_that_was_not_there_is_there(
    run_on_database: Run, tmp_path: Path, get: Get, version: str
) -> None:
    ended = translated(run_on_database, tmp_path, "fr", "--version", version)
    assert (ended.code, ended.err) == (0, "")
    source, french = get(OTTAWA, "nl"), get(OTTAWA, "fr")
    assert french["headline"] == in_french("", source["headline"])
    assert [(each["id"], each["type"]) for each in french["body"]] == [
        (each["id"], each["type"]) for each in source["body"]
    ]
    assert french["media"][0]["credit"] == in_french("", source["media"][0]["credit"])
    assert _origin(french) == "unknown"


@pytest.mark.usefixtures("ottawa")
def test_a_new_language_without_a_translation_makes_no_version(
    run_on_database: Run, tmp_path: Path, database: Database
) -> None:
    ended = run_on_database("import", export(run_on_database, tmp_path, "fr"))
    assert (ended.code, ended.out.splitlines()[0]) == (0, f"unchanged {OTTAWA}/fr")
    assert "fr" not in _languages(database, OTTAWA)


@pytest.mark.usefixtures("ottawa")
def test_findings_on_what_came_back_are_told(run_on_database: Run, tmp_path: Path) -> None:
    file = fill_in(export(run_on_database, tmp_path, "fr"), in_french)
    told = [
        json.loads(run_on_database("import", file, "--json", *options).out.splitlines()[-1])["summary"]
        for options in (["--dry-run"], [], [])
    ]
    lines = run_on_database("check", OTTAWA, "--json").out.splitlines()[:-1]
    found = [each for line in lines if (each := json.loads(line)["finding"])["languages"] == ["nl", "fr"]]
    counted = Counter(each["severity"] for each in found)
    assert counted["warning"] > 0
    assert [each["findings_on_translations"] for each in told] == [counted, counted, {}]


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("version", VERSIONS)
def test_what_comes_back_untouched_changes_nothing(
    run_on_database: Run, tmp_path: Path, get: Get, version: str
) -> None:
    before = get(OTTAWA, "en")
    ended = run_on_database("import", export(run_on_database, tmp_path, "en", "--version", version), "--json")
    assert json.loads(ended.out.splitlines()[0])["status"] == "unchanged"
    assert get(OTTAWA, "en") == before


@pytest.mark.usefixtures("hard_texts")
@pytest.mark.parametrize("version", VERSIONS)
def test_translate_toolkit_in_between_loses_nothing(
    run_on_database: Run, tmp_path: Path, get: Get, version: str
) -> None:
    before = get("hard", "ar")
    file = export(run_on_database, tmp_path, "ar", "--version", version)
    reader = xliff2.Xliff2File if version == "2.1" else xliff.xlifffile
    store = reader.parsestring(file.read_bytes())
    for unit in store.units:
        unit.target = unit.target
    file.write_bytes(bytes(store))
    ended = run_on_database("import", file)
    assert (ended.code, ended.out.splitlines()[0], ended.err) == (0, "unchanged hard/ar", "")
    assert get("hard", "ar") == before


@pytest.mark.usefixtures("hard_texts")
@pytest.mark.parametrize(
    ("version", "modules"),
    [("2.1", ("xliff/xliff2js", "xliff/js2xliff")), ("1.2", ("xliff/xliff12ToJs", "xliff/jsToXliff12"))],
)
def test_locize_in_between_loses_nothing(
    run_on_database: Run, tmp_path: Path, get: Get, version: str, modules: tuple[str, str]
) -> None:
    before = get("hard", "ar")
    file = export(run_on_database, tmp_path, "ar", "--version", version)
    file.write_bytes(rewrite_with(*modules, file.read_bytes()))
    ended = run_on_database("import", file)
    assert (ended.code, ended.out.splitlines()[0]) == (0, "unchanged hard/ar")
    assert get("hard", "ar") == before


@pytest.mark.usefixtures("hard_texts")
def test_hard_texts_arrive_as_they_were_sent(run_on_database: Run, tmp_path: Path, get: Get) -> None:
    run_on_database("import", fill_in(export(run_on_database, tmp_path, "fa"), lambda _, source: source))
    source, persian = get("hard", "nl"), get("hard", "fa")
    assert _texts(persian) == _texts(source)
    assert persian["headline"] == HARD.splitlines()[0]
    assert persian["direction"] == "rtl"


@pytest.mark.usefixtures("ottawa")
def test_what_was_lost_is_put_where_it_belongs(run_on_database: Run, tmp_path: Path, get: Get) -> None:
    before = get(OTTAWA, "en")["body"]
    said = {"Toekomst": "Future", "Defensie": "Ministry of Defence"}
    file = export(run_on_database, tmp_path, "en", "--only", "missing")
    assert run_on_database("import", fill_in(file, lambda _, source: said[source])).code == 0
    english = get(OTTAWA, "en")
    texts = [block["text"] for block in english["body"]]
    place = texts.index("Future")
    assert texts[:place] + texts[place + 1 :] == [block["text"] for block in before]
    assert texts[place + 1].startswith("For a lasting future")
    assert english["body"][place]["type"] == "heading"
    assert english["media"][0]["credit"] == "Ministry of Defence"
    again = run_on_database("export", "xliff", "--language", "en", "--only", "missing")
    assert again.err == "nothing to translate\n"


PORTO = (
    "House destroyed in Porto\n\nA house in the old town has been destroyed by fire. Nobody was hurt.\n\n"
    "The mayor has promised help to all families.\n\n"
    "A destroyed house in Porto. (Photo: Maria Silva)\n"
)
PORTO_IN_GERMAN = (
    "Haus in Porto zerstört\n\nEin Haus in der Altstadt ist durch Feuer zerstört worden. "
    "Niemand wurde verletzt.\n\nDer Bürgermeister hat allen Familien Hilfe zugesagt.\n\n"
    "Ein zerstörtes Haus in Porto.\n"
)
CAPTION_AND_CREDIT = {
    "A destroyed house in Porto.": "Ein zerstörtes Haus in Porto.", "Maria Silva": "Maria da Silva",
}  # fmt: skip


@pytest.fixture
def porto(database: Database, write_article: Write) -> None:
    """The German has the caption without its credit, and so as a paragraph."""
    import_folder(database, write_article("porto", source="en", en=PORTO, de=PORTO_IN_GERMAN))


@pytest.mark.usefixtures("porto")
@pytest.mark.parametrize("version", VERSIONS)
def test_a_caption_that_stands_as_a_paragraph_becomes_one_with_its_credit(
    run_on_database: Run, tmp_path: Path, get: Get, version: str
) -> None:
    missing = ("--only", "missing", "--version", version)
    file = export(run_on_database, tmp_path, "de", *missing)
    fill_in(file, lambda _, source: CAPTION_AND_CREDIT[source])
    assert run_on_database("import", file).out.startswith("revised porto/de\n")
    german = get("porto", "de")
    (picture,) = german["media"]
    assert (picture["caption"], picture["credit"]) == ("Ein zerstörtes Haus in Porto.", "Maria da Silva")
    assert [block["type"] for block in german["body"]] == ["paragraph", "figure"]
    assert run_on_database("import", file).out.startswith("unchanged porto/de\n")
    again = run_on_database("export", "xliff", "--language", "de", "--only", "missing")
    assert again.err == "nothing to translate\n"


@pytest.mark.usefixtures("porto")
@pytest.mark.parametrize("language", ["de", "fr"])
def test_a_credit_without_its_caption_is_refused_by_unit(
    run_on_database: Run, tmp_path: Path, get: Get, database: Database, language: str
) -> None:
    file = export(run_on_database, tmp_path, language)
    fill_in(file, lambda id_, source: None if id_ == "m1.1" else source if language == "fr" else None)
    fill_in(file, lambda id_, _: "Maria da Silva" if id_ == "m1.credit" else None)
    ended = run_on_database("import", file)
    assert (ended.code, _codes(ended.err)) == (1, ["no-caption"])
    assert re.search(language + r"\.xlf:\d+:1: refused: no-caption: m1\.credit: ", ended.err)
    assert _languages(database, "porto") == ["en", "de"]
    assert get("porto", "de")["media"] == []


@pytest.mark.usefixtures("harbour")
def test_a_heading_is_not_taken_for_the_same_words_in_a_paragraph(
    run_on_database: Run, tmp_path: Path, get: Get, write_article: Write, database: Database
) -> None:
    lost = TARGET.replace("Conséquences\n\n", "").replace("Les bateaux", "Conséquences : les bateaux")
    import_folder(database, write_article(HARBOUR, fr=lost))

    def say(_: str, source: str) -> str | None:
        return "Conséquences" if source == "Gevolgen" else None

    assert run_on_database("import", fill_in(export(run_on_database, tmp_path, "fr"), say)).code == 0
    heading = get(HARBOUR, "fr")["body"][0]
    assert (heading["type"], heading["text"]) == ("heading", "Conséquences")


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_reworded_is_replaced_and_the_rest_stands(
    run_on_database: Run, tmp_path: Path, get: Get, version: str
) -> None:
    def say(_: str, source: str) -> str | None:
        return "La glace\nbloque tout." if source == "Er ligt ijs." else None

    file = fill_in(export(run_on_database, tmp_path, "fr", "--version", version), say)
    assert run_on_database("import", file).out.startswith("revised haven/fr\n")
    wanted = TARGET.replace("Il y a de la glace.", "La glace bloque tout.")
    assert _texts(get(HARBOUR, "fr")) == [line for line in wanted.split("\n") if line]


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("language", ["fr", "de"])
@pytest.mark.parametrize(
    ("target", "stored"),
    [
        ("Etwa\n\n266 Soldaten helfen.", "Etwa 266 Soldaten helfen."),
        ("# Titel\nZeile zwei\nZeile 3", "# Titel Zeile zwei Zeile 3"),
        ("\n \n\tVier\t \n\u200b\n\u2028 fünf. \n\n", "Vier fünf."),
    ],
)
def test_lines_that_a_target_is_broken_into_are_one(
    run_on_database: Run, tmp_path: Path, get: Get, version: str, language: str, target: str, stored: str
) -> None:
    def say(_: str, source: str) -> str | None:
        if source == "Er ligt ijs.":
            return target
        return source if language == "de" else None

    file = fill_in(export(run_on_database, tmp_path, language, "--version", version), say)
    assert run_on_database("import", file).code == 0
    lead = get(HARBOUR, language)["lead"]
    assert lead.endswith(f" {stored}")
    assert run_on_database("import", file).out.startswith(f"unchanged {HARBOUR}/{language}\n")
    assert get(HARBOUR, language)["lead"] == lead


def test_a_list_keeps_its_lines_and_cjk_has_no_spaces(
    run_on_database: Run, database: Database, tmp_path: Path, get: Get, write_article: Write
) -> None:
    text = "Kop\n\nEen zin. Nog een zin.\n\n- Eerste punt\n- Tweede punt\n"
    import_folder(database, write_article("lijst", nl=text))
    said = {
        "Kop": "标题", "Een zin.": "一句话。", "Nog een zin.": "又一句话。",
        "- Eerste punt": "- 第一点", "- Tweede punt": "- 第二点",
    }  # fmt: skip
    file = fill_in(export(run_on_database, tmp_path, "zh-Hans"), lambda _, source: said[source])
    assert run_on_database("import", file).code == 0
    chinese = get("lijst", "zh-Hans")
    assert _texts(chinese) == ["标题", "一句话。又一句话。", "- 第一点\n- 第二点"]
    assert chinese["body"][0]["type"] == "list"


@pytest.mark.usefixtures("harbour")
def test_a_file_whose_original_moved_on_is_refused_unit_by_unit(
    run_on_database: Run, tmp_path: Path, get: Get, write_article: Write, database: Database
) -> None:
    file = fill_in(export(run_on_database, tmp_path, "fr"), in_french)
    before = get(HARBOUR, "fr")
    moved = SOURCE.replace("3 dagen", "5 dagen").replace("Gevolgen", "De gevolgen")
    import_folder(database, write_article(HARBOUR, nl=moved))
    ended = run_on_database("import", file)
    assert (ended.code, _codes(ended.err)) == (1, ["source-moved-on"] * 2)
    lines = file.read_text("utf-8").splitlines()
    for line, unit in re.findall(r"fr\.xlf:(\d+):1: refused: source-moved-on: (\S+): ", ended.err):
        assert f'<unit id="{unit}"' in lines[int(line) - 1]
    assert _texts(get(HARBOUR, "fr")) == _texts(before)


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize("version", ["2.1", "1.2"])
def test_an_edit_of_what_had_a_minor_edit_since_is_taken_and_told(
    run_on_database: Run, tmp_path: Path, get: Get, write_article: Write, database: Database, version: str
) -> None:
    def say(_: str, source: str) -> str | None:
        return "Cela dure trois jours." if "3 dagen" in source else None

    file = fill_in(export(run_on_database, tmp_path, "fr", "--version", version), say)
    mended = SOURCE.replace("3 dagen.", "3 dagen!")
    assert mended != SOURCE
    import_folder(database, write_article(HARBOUR, nl=mended, fr=TARGET))
    ended = run_on_database("import", file)
    assert (ended.code, "source-mended: 1 of 6 units" in ended.err) == (0, True), ended.err
    french = get(HARBOUR, "fr")
    assert " ".join(_texts(french)).split() == TARGET.replace("Cela dure 3", "Cela dure trois").split()
    assert not _outdated(french)
    assert run_on_database("import", file).code == 0
    assert get(HARBOUR, "fr")["body"] == french["body"]


BEFORE = "Volgens de havenmeester, die dat gisteren in een brief aan alle reders schreef, blijft de haven nog"


@pytest.mark.parametrize(
    ("then", "now", "shown"),
    [
        (f"{BEFORE} 3 dagen dicht.", f"{BEFORE} 5 dagen dicht.",
         ["'…blijft de haven nog 3 dagen dicht.'", "'…blijft de haven nog 5 dagen dicht.'"]),
        ("Er ligt ijs.", "Er ligt sneeuw.", ["'Er ligt ijs.'", "'Er ligt sneeuw.'"]),
        (f"In mei: {BEFORE} dicht.", f"In juni: {BEFORE} dicht.",
         ["'In mei: Volgens de havenmeester, die dat gisteren in een bri…'",
          "'In juni: Volgens de havenmeester, die dat gisteren in een br…'"]),
    ],
)  # fmt: skip
def test_a_source_that_moved_on_is_shown_where_it_differs(
    run_on_database: Run,
    tmp_path: Path,
    write_article: Write,
    database: Database,
    then: str,
    now: str,
    shown: list[str],
) -> None:
    import_folder(database, write_article(HARBOUR, nl=f"Haven dicht\n\nDat is bekend. {then}\n"))
    file = fill_in(export(run_on_database, tmp_path, "fr"), in_french)
    import_folder(database, write_article(HARBOUR, nl=f"Haven dicht\n\nDat is bekend. {now}\n"))
    ended = run_on_database("import", file)
    assert re.findall(r"lead\.2: the file translates ('.*'), the original says ('.*')", ended.err) == [
        tuple(shown)
    ]


@pytest.mark.usefixtures("harbour")
def test_a_translation_that_was_changed_meanwhile_is_not_overwritten(
    run_on_database: Run, tmp_path: Path, get: Get, write_article: Write, database: Database
) -> None:
    def say(_: str, source: str) -> str | None:
        return "Il y a un iceberg." if "ijs" in source else None

    file = fill_in(export(run_on_database, tmp_path, "fr"), say)
    elsewhere = write_article(HARBOUR, fr=TARGET.replace("de la glace", "beaucoup de glace"))
    import_folder(database, elsewhere)
    ended = run_on_database("import", file)
    assert _codes(ended.err) == ["translation-moved-on"]
    import_folder(database, write_article(HARBOUR, fr=TARGET.replace("Port fermé", "Port ferme")))
    assert run_on_database("import", file).code == 0
    assert "Il y a un iceberg." in _texts(get(HARBOUR, "fr"))[1]


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("gone", ["", "Il y a beaucoup de glace."])
def test_what_a_translator_left_and_others_changed_stays_as_they_have_it(
    run_on_database: Run,
    tmp_path: Path,
    get: Get,
    write_article: Write,
    database: Database,
    version: str,
    gone: str,
) -> None:
    def say(_: str, source: str) -> str | None:
        return "Cela dure trois jours." if "3 dagen" in source else None

    file = fill_in(export(run_on_database, tmp_path, "fr", "--version", version), say)
    moved = SOURCE.replace("Haven dicht", "De haven van Marseille gaat dicht")
    edited = TARGET.replace("Il y a de la glace.", gone)
    import_folder(database, write_article(HARBOUR, nl=moved, fr=edited))
    ended = run_on_database("import", file)
    assert (ended.code, _codes(ended.err)) == (0, [])
    assert "left-as-exported: 2 of 6 units are as they were exported and moved on: headline.1, lead.2" in (
        ended.err
    )
    french = get(HARBOUR, "fr")
    assert " ".join(_texts(french)).split() == edited.replace("3 jours", "trois jours").split()
    assert _outdated(french)


REARRANGED = {
    "a sentence before it": SOURCE.replace("De haven is", "Het vriest al weken. De haven is"),
    "a sentence of its block gone": SOURCE.replace("De haven is dicht. ", ""),
    "in another paragraph": SOURCE.replace("dicht. Er", "dicht.\n\nEr"),
    "two paragraphs made one": SOURCE.replace("wachten. Dat", "wachten.\n\nDat").replace("ijs.\n\n", "ijs. "),
    "the paragraphs turned round": "Haven dicht\n\nDe schepen wachten. Dat duurt 3 dagen.\n\nGevolgen\n\n"
    "De haven is dicht. Er ligt ijs.\n",
}


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize("moved", REARRANGED.values(), ids=REARRANGED)
def test_a_sentence_is_found_wherever_the_original_has_it_now(
    run_on_database: Run, tmp_path: Path, get: Get, write_article: Write, database: Database, moved: str
) -> None:
    def say(_: str, source: str) -> str | None:
        return {"Er ligt ijs.": "La glace bloque tout.", "Dat duurt 3 dagen.": "Cela dure trois jours."}.get(
            source
        )

    file = fill_in(export(run_on_database, tmp_path, "fr"), say)
    import_folder(database, write_article(HARBOUR, nl=moved))
    ended = run_on_database("import", file)
    assert (ended.code, _codes(ended.err)) == (0, [])
    said = TARGET.replace("Il y a de la glace.", "La glace bloque tout.").replace("3 jours", "trois jours")
    assert " ".join(_texts(get(HARBOUR, "fr"))).split() == said.split()


def test_of_sentences_that_say_the_same_each_is_taken_for_one(
    run_on_database: Run, tmp_path: Path, get: Get, write_article: Write, database: Database
) -> None:
    said = iter(["Oui.", "Bien sûr.", "Mais oui."])
    text = "Haven dicht\n\nDe haven is dicht.\n\nJa.\n\nEr ligt ijs.\n\nJa.\n\nDe schepen wachten.\n\nJa.\n"
    import_folder(database, write_article(HARBOUR, nl=text))
    file = fill_in(
        export(run_on_database, tmp_path, "fr"), lambda _, source: next(said) if source == "Ja." else source
    )
    moved = text.replace("Ja.\n\n", "Dat duurt 3 dagen. Ja.\n\n")
    import_folder(database, write_article(HARBOUR, nl=moved))
    assert run_on_database("import", file).code == 0
    assert [each for each in _texts(get(HARBOUR, "fr")) if each in {"Oui.", "Bien sûr.", "Mais oui."}] == [
        "Oui.", "Bien sûr.", "Mais oui."
    ]  # fmt: skip


@pytest.mark.usefixtures("harbour")
def test_a_unit_without_a_translation_is_not_refused_for_its_source(
    run_on_database: Run, tmp_path: Path, get: Get, write_article: Write, database: Database
) -> None:
    def say(id_: str, source: str) -> str | None:
        return None if id_ == "b2.2" else source

    file = fill_in(export(run_on_database, tmp_path, "de"), say)
    import_folder(database, write_article(HARBOUR, nl=SOURCE.replace("3 dagen", "5 dagen")))
    ended = run_on_database("import", file)
    assert (ended.code, _codes(ended.err)) == (0, [])
    assert "untranslated: 1 of 6 units have no translation: b2.2" in ended.err
    assert _outdated_in(get(HARBOUR, "nl"), "de")


def test_a_sentence_that_came_since_hinders_none_that_it_is_paired_with(
    run_on_database: Run, tmp_path: Path, get: Get, write_article: Write, database: Database
) -> None:
    """The aligner may lay a new sentence beside what translates its neighbour."""
    import_folder(database, write_article(HARBOUR, nl=SOURCE, fr=TARGET.replace("Il y a", "Il y a partout")))
    file = fill_in(
        export(run_on_database, tmp_path, "fr"),
        lambda _, source: "La glace bloque tout." if source == "Er ligt ijs." else None,
    )
    import_folder(database, write_article(HARBOUR, nl=SOURCE.replace("ijs.", "ijs. En overal.")))
    assert run_on_database("import", file).code == 0
    assert "La glace bloque tout." in _texts(get(HARBOUR, "fr"))[1]


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize(
    ("version", "mark", "arguments"),
    [
        ("2.1", {"subState": "mt:leveraged-mt"}, ()),
        ("1.2", {"state_qualifier": "mt-suggestion"}, ()),
        ("2.1", {}, ("--origin", "machine")),
        ("1.2", {}, ("--origin", "machine")),
    ],
)
def test_a_machine_never_replaces_what_it_did_not_write(
    run_on_database: Run,
    tmp_path: Path,
    get: Get,
    version: str,
    mark: dict[str, str],
    arguments: tuple[str, ...],
) -> None:
    before = get(HARBOUR, "fr")
    file = fill_in(export(run_on_database, tmp_path, "fr", "--version", version), in_french, **mark)
    ended = run_on_database("import", file, *arguments)
    assert (ended.code, set(_codes(ended.err))) == (1, {"machine-origin"})
    assert get(HARBOUR, "fr") == before


@pytest.mark.usefixtures("ottawa")
def test_a_machine_makes_a_new_version_and_a_human_takes_it_over(
    run_on_database: Run, tmp_path: Path, get: Get
) -> None:
    file = fill_in(export(run_on_database, tmp_path, "fr"), in_french)
    assert run_on_database("import", file, "--origin", "machine").code == 0
    assert _origin(get(OTTAWA, "fr")) == "machine"
    exported = export(run_on_database, tmp_path, "fr", "--version", "1.2")
    assert 'state-qualifier="x-dragoman-machine"' in exported.read_text("utf-8")
    file = fill_in(export(run_on_database, tmp_path, "fr"), lambda _, source: f"Bon {source}", state="final")
    assert run_on_database("import", file, "--origin", "human").code == 0
    french = get(OTTAWA, "fr")
    assert (_origin(french), french["headline"][:4]) == ("human", "Bon ")


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize("empty", ["", "  \n"])
def test_an_empty_target_is_told_and_what_stood_there_stays(
    run_on_database: Run, tmp_path: Path, get: Get, empty: str
) -> None:
    before = get(HARBOUR, "fr")
    file = fill_in(export(run_on_database, tmp_path, "fr"), lambda id_, _: empty if id_ == "b2.1" else None)
    ended = run_on_database("import", file)
    assert (ended.code, get(HARBOUR, "fr")) == (0, before)
    assert re.search(r"fr\.xlf:\d+:1: warning: untranslated: 1 of 6 units .*: b2\.1\n", ended.err)


@pytest.mark.usefixtures("harbour")
def test_a_version_without_a_headline_is_refused(
    run_on_database: Run, tmp_path: Path, database: Database
) -> None:
    def say(id_: str, source: str) -> str | None:
        return None if id_ == "headline.1" else source

    ended = run_on_database("import", fill_in(export(run_on_database, tmp_path, "de"), say))
    assert (ended.code, _codes(ended.err)) == (1, ["no-headline"])
    assert _languages(database) == ["nl", "fr"]


@pytest.mark.usefixtures("harbour")
def test_a_rehearsal_stores_nothing(run_on_database: Run, tmp_path: Path, database: Database) -> None:
    file = fill_in(export(run_on_database, tmp_path, "de"), in_french)
    assert run_on_database("import", "--dry-run", file).out.startswith("created haven/de\n")
    assert _languages(database) == ["nl", "fr"]


def test_the_folder_imported_again_brings_no_old_text_back(
    run_on_database: Run, tmp_path: Path, get: Get, harbour: Path
) -> None:
    file = fill_in(export(run_on_database, tmp_path, "fr"), in_french)
    assert run_on_database("import", file).code == 0
    french = get(HARBOUR, "fr")
    assert run_on_database("import", harbour).out.startswith("unchanged")
    assert get(HARBOUR, "fr") == french


def _outdated(document: Any) -> bool:
    return _outdated_in(document, "fr")


def _outdated_in(document: Any, language: str) -> bool:
    (found,) = [each["status"] for each in document["translations"] if each["language"] == language]
    return bool(found == "outdated")


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize("version", VERSIONS)
def test_an_outdated_translation_is_current_once_all_that_changed_is_translated(
    run_on_database: Run, tmp_path: Path, get: Get, write_article: Write, database: Database, version: str
) -> None:
    moved = SOURCE.replace("3 dagen", "5 weken").replace("Er ligt ijs.", "Er ligt overal een wrak.")
    import_folder(database, write_article(HARBOUR, nl=moved))
    assert _outdated(get(HARBOUR, "nl"))
    said = {"Dat duurt 5 weken.": "Cela dure 5 semaines.", "Er ligt overal een wrak.": "Il y a une épave."}

    def outdated() -> Path:
        return export(run_on_database, tmp_path, "fr", "--only", "outdated", "--version", version)

    file = outdated()
    assert file.read_text("utf-8").count("<target") == 2
    first = fill_in(file, lambda _, source: said[source] if "weken" in source else None)
    assert run_on_database("import", first).code == 0
    assert _outdated(get(HARBOUR, "nl"))
    second = fill_in(outdated(), lambda _, source: said[source])
    assert run_on_database("import", second).code == 0
    assert not _outdated(get(HARBOUR, "nl"))
    text = " ".join(_texts(get(HARBOUR, "fr")))
    assert "Il y a une épave." in text
    assert "Cela dure 5 semaines." in text


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize("version", VERSIONS)
def test_what_the_original_gained_goes_to_its_place_and_not_to_that_of_what_it_lost(
    run_on_database: Run, tmp_path: Path, get: Get, write_article: Write, database: Database, version: str
) -> None:
    lost, its_translation = "De burgemeester komt morgen.", "Le maire vient demain."
    source, target = f"{SOURCE}\n{lost}\n", f"{TARGET}\n{its_translation}\n"
    import_folder(database, write_article(HARBOUR, nl=source, fr=target))
    source = SOURCE.replace("Gevolgen", "Veel wind en sneeuw.\n\nGevolgen")
    import_folder(database, write_article(HARBOUR, nl=source))
    target = target.replace("Port fermé", "Le port fermé")
    import_folder(database, write_article(HARBOUR, nl=source, fr=target))
    file = export(run_on_database, tmp_path, "fr", "--only", "outdated", "--version", version)
    assert "<target" not in file.read_text("utf-8")
    filled = fill_in(file, lambda _, text: {"Veel wind en sneeuw.": "Vent et neige."}[text])
    assert run_on_database("import", filled).code == 0
    assert _texts(get(HARBOUR, "fr")) == [
        "Le port fermé",
        "Le port est fermé. Il y a de la glace.",
        "Vent et neige.",
        "Conséquences",
        "Les bateaux attendent. Cela dure 3 jours.",
        its_translation,
    ]
    listed = run_on_database("outdated").out
    assert (lost in listed, "sneeuw" in listed) == (True, False)


@pytest.mark.usefixtures("harbour")
def test_a_translator_may_say_that_the_translation_is_still_right(
    run_on_database: Run, tmp_path: Path, get: Get, write_article: Write, database: Database
) -> None:
    import_folder(database, write_article(HARBOUR, nl=SOURCE.replace("Er ligt ijs.", "Overal ligt dik ijs.")))
    before = get(HARBOUR, "fr")
    assert _outdated(before)
    file = export(run_on_database, tmp_path, "fr", "--only", "outdated")
    file.write_text(file.read_text("utf-8").replace('state="initial"', 'state="final"'), "utf-8")
    assert run_on_database("import", file).out.startswith("revised haven/fr")
    french = get(HARBOUR, "fr")
    assert not _outdated(french)
    assert _texts(french) == _texts(before)


@pytest.mark.usefixtures("harbour")
def test_what_a_translator_has_not_confirmed_stays_outdated(
    run_on_database: Run, tmp_path: Path, get: Get, write_article: Write, database: Database
) -> None:
    moved = SOURCE.replace("3 dagen", "5 weken").replace("Er ligt ijs.", "Er ligt overal een wrak.")
    import_folder(database, write_article(HARBOUR, nl=moved))
    before = get(HARBOUR, "fr")
    file = export(run_on_database, tmp_path, "fr", "--only", "outdated", "--version", "2.1")
    file.write_text(file.read_text("utf-8").replace('state="initial"', 'state="reviewed"', 1), "utf-8")
    assert run_on_database("import", file).out.startswith("revised haven/fr")
    french = get(HARBOUR, "fr")
    assert (_outdated(french), _texts(french)) == (True, _texts(before))
    left = export(run_on_database, tmp_path, "fr", "--only", "outdated").read_text("utf-8")
    listed = run_on_database("outdated").out
    assert (left.count("<target"), listed.count("changed\n")) == (1, 2)
    assert ("5 weken" in left) != ("overal een wrak" in left)
    assert ("5 weken" in left) == ("5 weken" in listed)


@pytest.mark.usefixtures("harbour", "ottawa")
def test_an_article_is_taken_where_another_of_the_file_is_refused(
    run_on_database: Run, tmp_path: Path, database: Database
) -> None:
    file = fill_in(export(run_on_database, tmp_path, "de"), in_french)
    file.write_text(file.read_text("utf-8").replace("De schepen wachten.", "De schepen varen."), "utf-8")
    ended = run_on_database("import", file)
    assert (ended.code, _codes(ended.err)) == (1, ["source-moved-on"])
    assert _languages(database) == ["nl", "fr"]
    assert "de" in _languages(database, OTTAWA)


@pytest.mark.usefixtures("harbour", "ottawa")
@pytest.mark.parametrize("version", ["2.1", "1.2"])
def test_a_file_that_has_an_article_twice_is_refused_whole(
    run_on_database: Run, tmp_path: Path, database: Database, version: str
) -> None:
    file = fill_in(export(run_on_database, tmp_path, "de", "--version", version), in_french)
    text = file.read_text("utf-8")
    last = text[text.rindex("<file") : text.rindex("</file>") + len("</file>")]
    file.write_text(text.replace(last, f"{last}\n{last}"), "utf-8")
    before = _languages(database), _languages(database, OTTAWA)
    ended = run_on_database("import", file)
    assert (ended.code, _codes(ended.err)) == (1, ["duplicate-article"])
    assert re.search(r"de\.xlf:\d+:1: refused", ended.err)
    assert (_languages(database), _languages(database, OTTAWA)) == before


UNKNOWN = '<unit id="b9.1"><segment><source>Nee.</source><target>Non.</target></segment></unit>'


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("</xliff>", "", "not-xml"),
        ("<xliff", '<!DOCTYPE x [<!ENTITY a "b">]><xliff', "document-type"),
        ("<xliff", '<!DOCTYPE x SYSTEM "file:///etc/hostname"><xliff', "document-type"),
        ('version="2.1"', 'version="3.0"', "not-xliff"),
        ("<xliff", "<xlif", "not-xml"),
        ('encoding="UTF-8"', 'encoding="x-unknown"', "not-xml"),
        (' trgLang="de"', "", "invalid-xliff"),
        ('trgLang="de"', 'trgLang="xx-invalid-language"', "unknown-language-tag"),
        ('trgLang="de"', 'trgLang="nl"', "languages"),
        ('trgLang="de"', 'trgLang="fr"', "languages"),
        ('trgLang="de"', 'trgLang="pt"', "languages"),
        ('srcLang="nl"', 'srcLang="en"', "languages"),
        ('id="haven"', 'id="elsewhere"', "no-such-article"),
        ("</file>", f"{UNKNOWN}</file>", "unknown-unit"),
        ('<unit id="b2.1"', '<unit id="lead.1"', "duplicate-unit"),
        ('<unit id="b2.1"', "<unit", "invalid-xliff"),
        ("<target>Fr", "<target><ph id='1'/>Fr", "inline-code"),
        ("<target>Fr", "<target><cp hex='0007'/>Fr", "control-character"),
        ("<target>Fr", "<target><cp hex='D800'/>Fr", "invalid-xliff"),
        ("<target>Fr", "<target xml:lang='en'>Fr", "invalid-xliff"),
        ("</target>", "</target><target>Non.</target>", "invalid-xliff"),
        ("</source>", "</source><source>Nee.</source>", "invalid-xliff"),
        ("<target>Fr", f"<target>{'a' + chr(0x301) * 40}", "stacked-marks"),
        ("<target>Fr", f"<target>{'a' * 300_000}", "too-large"),
    ],
)
def test_what_cannot_be_taken_says_why(
    run_on_database: Run, tmp_path: Path, database: Database, old: str, new: str, code: str
) -> None:
    file = fill_in(export(run_on_database, tmp_path, "de"), in_french)
    text = file.read_text("utf-8").replace("'", '"', 6)
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    ended = run_on_database("import", file)
    assert ended.code == 1
    assert code in _codes(ended.err)
    assert re.search(r"de\.xlf:\d+:\d+: refused", ended.err)
    assert _languages(database) == ["nl", "fr"]


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize(("version", "field"), [("2.1", "trgLang"), ("1.2", "target-language")])
def test_a_file_made_for_another_language_names_the_line_and_the_field(
    run_on_database: Run, tmp_path: Path, database: Database, version: str, field: str
) -> None:
    file = fill_in(export(run_on_database, tmp_path, "de", "--version", version), in_french)
    text = file.read_text("utf-8")
    changed = text.replace(f'{field}="de"', f'{field}="fr"').replace(f"{field}='de'", f"{field}='fr'")
    assert changed != text
    file.write_text(changed, "utf-8")
    line = 1 + changed[: changed.index(f"{field}=")].count("\n")
    ended = run_on_database("import", file)
    assert ended.code == 1
    assert f"de.xlf:{line}:1: refused: languages: {field} is fr" in ended.err
    assert _languages(database) == ["nl", "fr"]


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize(
    ("version", "state", "is_taken"),
    [
        ("2.1", "bogus", False), ("2.1", "signed-off", False), ("2.1", "", False), ("2.1", "reviewed", True),
        ("1.2", "bogus", False), ("1.2", "reviewed", False), ("1.2", "x-checked", True),
        ("1.2", "signed-off", True),
    ],
)  # fmt: skip
def test_a_state_that_the_standard_does_not_know_is_refused_with_its_line(
    run_on_database: Run, tmp_path: Path, version: str, state: str, is_taken: bool
) -> None:
    file = fill_in(export(run_on_database, tmp_path, "de", "--version", version), in_french)
    text = file.read_text("utf-8").replace('state="translated"', f'state="{state}"', 1)
    file.write_text(text, "utf-8")
    ended = run_on_database("import", "--dry-run", file)
    assert (ended.code == 0, _codes(ended.err)) == (is_taken, [] if is_taken else ["invalid-xliff"])
    if not is_taken:
        line = text[: text.index(f'state="{state}"')].count("\n") + 1
        assert f"de.xlf:{line}:1: refused: invalid-xliff: no state of the standard: {state!r}" in ended.err


@pytest.mark.usefixtures("harbour")
def test_a_file_that_ends_too_early_is_refused_whole(
    run_on_database: Run, tmp_path: Path, database: Database
) -> None:
    file = fill_in(export(run_on_database, tmp_path, "de"), in_french)
    text = file.read_text("utf-8")
    file.write_text(text[: text.index("</file>") + len("</file>")], "utf-8")
    assert _codes(run_on_database("import", file).err) == ["not-xml"]
    assert _languages(database) == ["nl", "fr"]


@pytest.mark.usefixtures("harbour")
def test_annotations_of_other_tools_do_not_hide_the_text(
    run_on_database: Run, tmp_path: Path, get: Get
) -> None:
    file = fill_in(export(run_on_database, tmp_path, "de"), in_french)
    text = file.read_text("utf-8")
    marked = re.sub(r"<target>(Fr\w+)", r'<target><mrk id="m" type="term">\1</mrk>', text)
    assert marked != text
    file.write_text(marked, "utf-8")
    assert run_on_database("import", file).code == 0
    assert get(HARBOUR, "de")["headline"] == in_french("", "Haven dicht")


@pytest.mark.usefixtures("harbour")
def test_the_folder_of_the_project_needs_no_translators_file(run_on_database: Run, tmp_path: Path) -> None:
    (tmp_path / "inbox" / HARBOUR / "fr.xlf").write_text("not even XML", "utf-8")
    assert run_on_database("import", tmp_path / "inbox", REPOSITORY / "data").code == 0
