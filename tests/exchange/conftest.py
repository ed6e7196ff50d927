"""Articles whose texts are hard to write in XML, and the command line on the test's database."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.database.engine import Database
from tests.cli.conftest import Ended, Run, run, run_on_database
from tests.conftest import import_folder

__all__ = ["Ended", "Run", "run", "run_on_database"]

HARD = (
    'Prijzen <stijgen> & "dalen" ]]> 𝔘 in Tokio\n\n'
    "Het 😀 is \u200fwaar\u200e: a < b. Hij zei:  ‘Ja & nee’. En 'toch' niet!\n\n"
    "- Eerste <punt>\n- Tweede & punt\n\n"
    "De haven is dicht. De schepen wachten al 3 dagen.\n"
)
HARD_ARABIC = (
    "ترتفع الأسعار <وتنخفض> & ]]> 𝔘 في طوكيو\n\n"
    "هذا 😀 صحيح: a < b. قال: «نعم & لا». ومع ذلك لا!\n\n"
    "- النقطة <الأولى>\n- النقطة & الثانية\n\n"
    "الميناء مغلق. والسفن تنتظر منذ 3 أيام.\n"
)

Write = Callable[..., Path]


@pytest.fixture
def write_article(tmp_path: Path) -> Write:
    """Writes an article's folder, a text a language; ``source`` is the original's."""

    def write(article_id: str, source: str = "nl", facts: str = "", **texts: str) -> Path:
        folder = tmp_path / "inbox" / article_id
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "article.toml").write_text(f'source_language = "{source}"\n{facts}', "utf-8")
        for language, text in texts.items():
            (folder / f"{language.replace('_', '-')}.txt").write_text(text, "utf-8")
        return folder

    return write


@pytest.fixture
def hard_texts(database: Database, write_article: Write) -> None:
    import_folder(database, write_article("hard", nl=HARD, ar=HARD_ARABIC))
