from importlib.metadata import version

from tests.cli.conftest import Run


def test_the_program_says_which_version_it_is(run: Run) -> None:
    ended = run("--version")
    assert (ended.code, ended.out) == (0, f"dragoman {version('dragoman')}\n")
