"""What is exported passes the standards' schemas and is read by libraries that are not ours."""

from pathlib import Path

import pytest
from translate.storage import tmx, xliff, xliff2

from tests.exchange.conftest import Run
from tests.exchange.locize_readers import read_with
from tests.exchange.schemas import tmx_faults, xliff_faults

VERSIONS = ["2.1", "1.2"]


def _export(run: Run, tmp_path: Path, *arguments: str) -> bytes:
    file = tmp_path / "exported"
    assert run("export", *arguments, "--output", file).code == 0
    return file.read_bytes()


@pytest.mark.usefixtures("ottawa", "hard_texts")
@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_xliff_is_valid(run_on_database: Run, tmp_path: Path, version: str, language: str) -> None:
    document = _export(run_on_database, tmp_path, "xliff", "--language", language, "--version", version)
    assert xliff_faults(document, version) == []


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("version", VERSIONS)
def test_a_fault_in_xliff_would_be_found(run_on_database: Run, tmp_path: Path, version: str) -> None:
    document = _export(run_on_database, tmp_path, "xliff", "--language", "en", "--version", version)
    assert xliff_faults(document.replace(b'state="translated"', b'state="done"'), version)


@pytest.mark.usefixtures("ottawa", "hard_texts")
def test_tmx_is_valid(run_on_database: Run, tmp_path: Path) -> None:
    document = _export(run_on_database, tmp_path, "tmx", "--languages", "nl,en,ar")
    assert tmx_faults(document) == []
    assert tmx_faults(document.replace(b"seg>", b"text>"))


@pytest.mark.usefixtures("hard_texts")
def test_translate_toolkit_reads_the_same_texts(run_on_database: Run, tmp_path: Path) -> None:
    memory = tmx.tmxfile.parsestring(_export(run_on_database, tmp_path, "tmx", "--languages", "nl,ar"))
    pairs = {unit.source: unit.target for unit in memory.units}
    assert pairs["De haven is dicht."] == "الميناء مغلق."
    assert pairs['Prijzen <stijgen> & "dalen" ]]> 𝔘 in Tokio'] == "ترتفع الأسعار <وتنخفض> & ]]> 𝔘 في طوكيو"
    for version, reader in (("2.1", xliff2.Xliff2File), ("1.2", xliff.xlifffile)):
        document = _export(run_on_database, tmp_path, "xliff", "--language", "ar", "--version", version)
        found = {unit.source: unit.target for unit in reader.parsestring(document).units}
        assert pairs.items() <= found.items()


@pytest.mark.usefixtures("hard_texts")
def test_locize_reads_the_same_texts(run_on_database: Run, tmp_path: Path) -> None:
    memory = read_with("tmexchange/tmx2js", _export(run_on_database, tmp_path, "tmx", "--languages", "nl,ar"))
    pairs = {texts["nl"]: texts["ar"] for texts in memory["resources"].values()}
    assert pairs["De haven is dicht."] == "الميناء مغلق."
    for version, reader in (("2.1", "xliff/xliff2js"), ("1.2", "xliff/xliff12ToJs")):
        document = _export(run_on_database, tmp_path, "xliff", "--language", "ar", "--version", version)
        groups = read_with(reader, document)["resources"]["hard"].values()
        units = [unit for group in groups for unit in group["groupUnits"].values()]
        assert pairs.items() <= {unit["source"]: unit.get("target") for unit in units}.items()
