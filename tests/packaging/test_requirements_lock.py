import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import REPOSITORY

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
NEEDED = {
    "requirements.lock": [
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["postgresql"],
    ],
    "requirements-build.lock": PROJECT["build-system"]["requires"],
}
HEADER = "# Made by scripts/lock from pyproject.toml; change that and run it again."
PINNED = re.compile(
    r"(?P<name>[a-z0-9-]+)==(?P<version>[a-z0-9.+!]+)"
    r"( ; (?P<marker>[a-z_0-9.'<>=!() ]+))?"
    r"( --hash=sha256:[0-9a-f]{64})+"
)


def requirements(lock: str) -> list[str]:
    """One line each, without the header."""
    header, _, rest = (REPOSITORY / lock).read_text().partition("\n")
    assert header == HEADER
    return re.sub(r" *\\\n *", " ", rest).splitlines()


def pinned_versions(lock: str) -> dict[str, str]:
    pinned = [PINNED.fullmatch(line) for line in requirements(lock)]
    return {match["name"]: match["version"] for match in pinned if match}


@pytest.mark.parametrize("lock", NEEDED)
def test_a_lock_holds_pinned_and_hashed_requirements_and_no_host_or_path(lock: str) -> None:
    assert [line for line in requirements(lock) if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize(("lock", "line"), [(lock, line) for lock, lines in NEEDED.items() for line in lines])
def test_a_lock_satisfies_what_pyproject_asks_for(lock: str, line: str) -> None:
    needed = Requirement(line)
    assert needed.specifier.contains(pinned_versions(lock)[canonicalize_name(needed.name)])
