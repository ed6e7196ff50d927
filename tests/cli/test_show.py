from collections.abc import Sequence

import pytest

from tests.cli.conftest import Run
from tests.conftest import OTTAWA


@pytest.mark.usefixtures("ottawa")
def test_the_names_in_all_languages_are_printed_with_what_they_were_recognised_by(
    run_on_database: Run,
) -> None:
    rows = _rows(run_on_database("show", OTTAWA, "--names").out)
    assert ["en", "Bijleveld", "person", "ank-bijleveld-schouten", "surname", "0.80"] in [
        [language, *rest] for language, _, *rest in rows
    ]
    assert {row[0] for row in rows if "demonym" in row} == {"nl", "en"}
    dutch = _rows(run_on_database("show", OTTAWA, "--names", "--languages", "nl").out)
    assert dutch == [row for row in rows if row[0] == "nl"]


@pytest.mark.usefixtures("ottawa")
def test_names_are_printed_in_no_language_that_the_article_lacks(run_on_database: Run) -> None:
    assert run_on_database("show", OTTAWA, "--names", "--languages", "nl,fr").code == 2
    assert run_on_database("show", "no-such-article", "--names").code == 2


def _rows(printed: str) -> Sequence[Sequence[str]]:
    """Below the heading and its line."""
    return [line.split() for line in printed.splitlines()[3:] if line.strip()]
