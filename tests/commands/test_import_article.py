from pathlib import Path

import pytest
from sqlmodel import col, select

from app.commands.import_inbox import ArticleReport, import_inbox
from app.database.engine import Database
from app.intake.article_folder import find_inbox
from app.models import Block, Caption, Revision, Translation
from tests.conftest import OTTAWA, REPOSITORY

FOLDER = REPOSITORY / "data" / OTTAWA


def _import(database: Database, *paths: Path) -> list[ArticleReport]:
    reports = import_inbox(database, find_inbox(paths), default_language="en")
    return [report for report in reports if isinstance(report, ArticleReport)]


def _stored_lines(database: Database, language: str) -> set[str]:
    with database.read() as session:
        query = select(Revision).join(Translation, col(Translation.id) == Revision.translation_id)
        revision = session.exec(query.where(Translation.language == language)).one()
        blocks = session.exec(select(Block.text).where(Block.revision_id == revision.id)).all()
        captions = session.exec(select(Caption.printed).where(Caption.revision_id == revision.id)).all()
    texts = [revision.headline, revision.lead or "", *blocks, *captions]
    return {line for text in texts for line in text.split("\n")}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_line_of_the_real_pair_is_stored_or_named_as_dropped(database: Database, language: str) -> None:
    report = _import(database, FOLDER)[0]
    path = FOLDER / f"{language}.txt"
    dropped = {
        finding.line
        for finding in report.findings
        if finding.path == path and finding.code == "duplicate-caption"
    }
    stored = _stored_lines(database, language)
    lines = path.read_text("utf-8").split("\n")
    lost = [
        number
        for number, line in enumerate(lines, 1)
        if line.strip() and line not in stored and number not in dropped
    ]
    assert len(stored) > 10
    assert lost == []
    assert len(dropped) == 1


def test_articles_of_one_headline_have_slugs_of_their_own(database: Database, tmp_path: Path) -> None:
    for name in ("monday", "tuesday", "wednesday"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "en.txt").write_text("News in brief\n\nNothing happened.\n")
    _import(database, tmp_path)
    with database.read() as session:
        slugs = session.exec(select(Translation.slug).order_by(Translation.slug)).all()
    assert slugs == ["news-in-brief", "news-in-brief-tuesday", "news-in-brief-wednesday"]
