"""The W3C's checker of pages finds nothing in ours, not even a warning."""

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.database.engine import Database
from app.representations.article import ArticleList, Correction
from app.representations.article_html import article_html
from app.representations.front_page_html import front_page_html
from tests.availability import unavailable
from tests.conftest import OTTAWA
from tests.representations.documents import (
    HOSTILE,
    article,
    block,
    item,
    listed,
    person,
    picture,
    stored_article,
)

FOLDER = Path(__file__).parent / "vnu"
JAR = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
INSTALL = ["npm", "install", "--prefix", str(FOLDER), "--no-package-lock", "--no-audit", "--ignore-scripts"]


@pytest.fixture
def vnu() -> Path:
    if shutil.which("java") is None:
        unavailable("the W3C's checker needs Java")
    if not JAR.exists():
        if not os.environ.get("CI"):
            pytest.skip("the W3C's checker is not installed: npm install --prefix tests/representations/vnu")
        subprocess.run(INSTALL, check=True, capture_output=True)
    return JAR


def _check(vnu: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    pages = [str(path) for path in sorted(folder.glob("*.html"))]
    assert pages
    command = ["java", "-jar", str(vnu), "--Werror", "--stdout", "--format", "text", *pages]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_every_page_is_valid(vnu: Path, database: Database, tmp_path: Path) -> None:
    body = [
        block("heading", "Heading", id_="b1"),
        block("quote", "“Come!”", id_="b2", speaker="Ilse"),
        block("list", "3. three\n4. four", id_="b3"),
        block("list", "① one", id_="b4"),
        *(block("paragraph", text, id_=f"h{number}") for number, text in enumerate(HOSTILE)),
        block("figure", "The quay.", id_="b5", media="m1"),
    ]
    everything = {
        "byline": "By Ilse",
        "dateline": "STONEQUAY",
        "body": body,
        "media": [picture("The quay.", "Ilse", "Ask her")],
        "people": [person("إلسه", ("headline", 0, 3), ("lead", 0, 5), ("m1", 0, 3), language="ar")],
        "corrections": [Correction(noted_at=datetime(2018, 12, 8, 9, tzinfo=UTC), text="East.")],
        "source": {"name": "G", "url": "https://e.example/a?b=(c)", "license": "CC0-1.0", "publisher": "P"},
        "published_at": "2018-12-06T10:00:00+01:00",
    }
    told = {"nl": {}, "ar": {"origin": "machine", "status": "outdated"}, "sr-Latn": {}, "pt-BR": {}}
    items = [
        listed(stored_article(database, OTTAWA, "nl")),
        item("ar"),
        item("sr-Latn", lead=None, published_at=None),
    ]
    pages = {
        "real-nl": article_html(stored_article(database, OTTAWA, "nl")),
        "real-en": article_html(stored_article(database, OTTAWA, "en")),
        **{f"all-{tag}": article_html(article(language=tag, versions=told, **everything)) for tag in told},
        "bare": article_html(article(lead=None, published_at=None)),
        "front-ar": front_page_html(
            ArticleList(items=items, next="/?cursor=a&lang=ar"), language="ar", languages=["ar", "en", "nl"]
        ),
        "front-empty": front_page_html(ArticleList(items=[], next=None), language="fa", languages=["fa"]),
    }
    for name, html in pages.items():
        (tmp_path / f"{name}.html").write_text(html, encoding="utf-8")
    result = _check(vnu, tmp_path)
    assert result.returncode == 0, result.stdout


def test_the_checker_would_find_a_fault(vnu: Path, tmp_path: Path) -> None:
    fault = article_html(article()).replace("<h1 id=", "<h1 id='lead' x=")
    (tmp_path / "fault.html").write_text(fault, encoding="utf-8")
    assert "Duplicate ID" in _check(vnu, tmp_path).stdout
