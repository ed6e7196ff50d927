import re
import tomllib

from packaging.specifiers import SpecifierSet

from tests.conftest import REPOSITORY

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
DOCKERFILE = (REPOSITORY / "Dockerfile").read_text()


def label(name: str) -> str:
    match = re.search(rf'org\.opencontainers\.image\.{name}="([^"]*)"', DOCKERFILE)
    assert match
    return match[1]


def copied_from_the_repository() -> set[str]:
    lines = re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.MULTILINE)
    return {source for line in lines for source in line.split()[:-1]}


def let_in_by_dockerignore() -> set[str]:
    lines = (REPOSITORY / ".dockerignore").read_text().splitlines()
    return {line.removeprefix("!") for line in lines if line.startswith("!")}


def test_the_build_sees_what_it_copies_and_nothing_else() -> None:
    assert let_in_by_dockerignore() == copied_from_the_repository()
    assert [name for name in let_in_by_dockerignore() if not (REPOSITORY / name).exists()] == []


def test_the_labels_say_what_pyproject_says() -> None:
    assert {name: label(name) for name in ("title", "description", "version", "licenses")} == {
        "title": PROJECT["name"],
        "description": PROJECT["description"],
        "version": PROJECT["version"],
        "licenses": PROJECT["license"],
    }


def test_the_image_runs_the_oldest_python_that_is_supported() -> None:
    match = re.search(r"^ARG PYTHON_VERSION=3\.(\d+)$", DOCKERFILE, re.MULTILINE)
    assert match
    supported = SpecifierSet(PROJECT["requires-python"])
    assert supported.contains(f"3.{match[1]}")
    assert not supported.contains(f"3.{int(match[1]) - 1}")
