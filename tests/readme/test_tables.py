import subprocess
import sys

from babel import Locale

from app.parallel.encoder import LANGUAGES
from tests.conftest import REPOSITORY


def test_the_tables_in_the_readme_are_those_of_the_code() -> None:
    command = [sys.executable, "-m", "cogapp", "--check", "README.md"]
    checked = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, f"run: python -m cogapp -r README.md\n{checked.stderr}"


def test_the_languages_of_the_encoder_are_named_in_the_readme() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    paragraph = next(each for each in readme.split("\n\n") if each.startswith("With the extra `encoder`"))
    names = {Locale("en").languages[language] for language in LANGUAGES}
    assert {name for name in names if name not in paragraph} == set()
