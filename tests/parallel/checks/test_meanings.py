import re
from pathlib import Path

import pytest

import app.parallel.checks
from app.parallel.checks.finding import CODES
from tests.conftest import REPOSITORY

ROW = re.compile(r"^\| `(?P<code>[a-z-]+)` \| (?P<severity>\w+) \| (?P<meaning>.+) \|$", re.MULTILINE)


def test_the_documented_table_is_the_programs() -> None:
    documented = ROW.findall((REPOSITORY / "docs" / "findings.md").read_text(encoding="utf-8"))
    assert documented == [(code, each.severity, str(each.meaning)) for code, each in sorted(CODES.items())]


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_is_given_by_some_check(code: str) -> None:
    """The structure's codes are put together: "heading" and "missing"."""
    folder = Path(app.parallel.checks.__file__).parent
    source = "".join(path.read_text() for path in folder.glob("*.py") if path.name != "finding.py")
    noun, _, ending = code.partition("-")
    assert f'"{code}"' in source or (f'"{noun}"' in source and f'"{ending}"' in source)
