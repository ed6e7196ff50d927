import subprocess
import sys

from tests.conftest import REPOSITORY


def test_the_tables_in_the_readme_are_those_of_the_code() -> None:
    command = [sys.executable, "-m", "cogapp", "--check", "README.md"]
    checked = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, f"run: python -m cogapp -r README.md\n{checked.stderr}"
