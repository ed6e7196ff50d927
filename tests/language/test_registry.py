import subprocess
import sys
import timeit

import pytest

from app.language import registry as registry_module
from app.language.registry import registry


@pytest.mark.parametrize("name", ["iana.json", "cldr.json"])
def test_every_table_says_where_it_comes_from_and_what_it_may_be_used_for(name: str) -> None:
    table = registry_module._table(name)
    assert table["origin"]
    assert table["version"]
    assert table["licence"] in ("CC0-1.0", "Unicode-3.0")


def test_the_licence_that_must_travel_with_its_data_does() -> None:
    assert any(
        "COPYRIGHT AND PERMISSION NOTICE" in line
        for line in registry_module._table("cldr.json")["licence_text"]
    )


def test_no_subtag_is_both_known_and_meaningless() -> None:
    known = registry()
    assert not known.languages & known.meaningless_languages
    assert not known.scripts & known.meaningless_scripts
    assert not known.regions & known.meaningless_regions


def test_a_span_of_private_use_is_known_to_its_last_subtag() -> None:
    assert {"qaa", "qaz", "qba", "qtz"} <= registry().meaningless_languages
    assert "qua" not in registry().meaningless_languages
    assert {"Qaaa", "Qabx"} <= registry().meaningless_scripts


def test_a_script_is_told_for_every_language_of_the_registry_that_suppresses_one() -> None:
    known = registry()
    told = {language for language in known.suppressed_scripts if known.likely_script(language, "")}
    assert known.suppressed_scripts.keys() - told == {"zbl"}  # Blissymbols: CLDR has no entry


def test_nothing_is_loaded_before_a_tag_is_looked_at() -> None:
    program = "from app.language import registry, tag; print(registry.registry.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout == b"0\n"


def test_the_tables_load_in_no_time() -> None:
    assert min(timeit.repeat(registry.__wrapped__, number=1, repeat=5)) < 0.02
