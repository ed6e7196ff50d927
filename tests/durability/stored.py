"""What is stored, without row ids and times: the same from either kind of database."""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, text

from app.database import sqlite
from app.database.engine import Database

Rows = list[Row[Any]]

_OF_REVISION = "JOIN revision r ON r.id = x.revision_id JOIN translation t ON t.id = r.translation_id"
_ARTICLES = {
    "article": """
        SELECT a.id, a.source_language, a.status, a.published_at, s.name, s.url, s.license,
        s.publisher FROM article a LEFT JOIN source s ON s.id = a.source_id""",
    "picture": "SELECT article_id, key, license FROM picture",
}
_VERSIONS = {
    "translation": "SELECT article_id, language, direction, slug, origin, revision FROM translation",
    "revision": """
        SELECT t.article_id, t.language, r.number, r.headline, r.lead, r.byline, r.dateline, r.content_hash,
        ot.language AS translated, o.number AS translated_number
        FROM revision r JOIN translation t ON t.id = r.translation_id
        LEFT JOIN revision o ON o.id = r.translates_id
        LEFT JOIN translation ot ON ot.id = o.translation_id""",
    "block": f"""
        SELECT t.article_id, t.language, r.number, x.position, x.key, x.type, x.text, x.speaker, p.key
        FROM block x {_OF_REVISION} LEFT JOIN picture p ON p.id = x.picture_id""",
    "caption": f"""
        SELECT t.article_id, t.language, r.number, x.position, x.text, x.printed, x.credit, p.key
        FROM caption x {_OF_REVISION} JOIN picture p ON p.id = x.picture_id""",
}
_LINKS = {
    "mention": f"""
        SELECT t.article_id, t.language, r.number, x.person_id, x.place_id, x.block, x.start, x."end",
        x.surface, x.evidence FROM mention x {_OF_REVISION} WHERE r.number = t.revision""",
}
_ENTITIES = {
    "person": "SELECT id FROM person",
    "place": "SELECT id, kind, country, latitude, longitude FROM place",
    "term": "SELECT coalesce(person_id, place_id), language, kind, text FROM term",
    "external_id": "SELECT coalesce(person_id, place_id), scheme, value FROM external_id",
}

Facts = dict[str, list[str]]
VersionId = tuple[str, str]


@dataclass(frozen=True)
class Stored:
    """By table: of each article what all languages share, of each language version all its texts and what
    its current one mentions. (An older one mentions whom one knew of as long as it was current.)
    """

    articles: dict[str, Facts]
    versions: dict[VersionId, Facts]
    links: dict[VersionId, Facts]
    entities: dict[str, Facts]

    def texts(self, article: str) -> tuple[Facts | None, dict[VersionId, Facts]]:
        return self.articles.get(article), {v: facts for v, facts in self.versions.items() if v[0] == article}


def read_stored(database: Database) -> Stored:
    with database.read() as session:
        connection = session.connection()
        return Stored(
            {key[0]: facts for key, facts in _facts(connection, _ARTICLES, 1).items()},
            {(key[0], key[1]): facts for key, facts in _facts(connection, _VERSIONS, 2).items()},
            {(key[0], key[1]): facts for key, facts in _facts(connection, _LINKS, 2).items()},
            {key[0]: facts for key, facts in _facts(connection, _ENTITIES, 1).items()},
        )


def _facts(connection: Connection, queries: dict[str, str], key: int) -> dict[tuple[str, ...], Facts]:
    facts: dict[tuple[str, ...], Facts] = defaultdict(lambda: defaultdict(list))
    for table, query in queries.items():
        for row in connection.execute(text(query)):
            facts[tuple(row[:key])][table].append(repr(tuple(row[key:])))
    return {owner: {table: sorted(rows) for table, rows in of.items()} for owner, of in facts.items()}


def faults(database: Database) -> list[str]:
    """Of the file and its references, then translations and revisions with a part missing."""
    with database.read() as session:
        connection = session.connection()
        found = [*_sqlite_faults(database)] if database.is_sqlite else []
        found += _gaps(connection, "revisions", _REVISION_GAPS)
        found += _gaps(connection, "blocks", _BLOCK_GAPS)
        found += _gaps(connection, "no text", _WITHOUT_BLOCKS)
    return found


_REVISION_GAPS = """
    SELECT t.id FROM translation t LEFT JOIN revision r ON r.translation_id = t.id GROUP BY t.id, t.revision
    HAVING count(r.id) <> t.revision OR min(r.number) <> 1 OR max(r.number) <> t.revision"""
_BLOCK_GAPS = """
    SELECT revision_id FROM block GROUP BY revision_id
    HAVING min(position) <> 0 OR max(position) <> count(*) - 1"""
_WITHOUT_BLOCKS = """
    SELECT a.id FROM article a LEFT JOIN translation t ON t.article_id = a.id
    LEFT JOIN revision r ON r.translation_id = t.id LEFT JOIN block b ON b.revision_id = r.id
    WHERE b.id IS NULL"""


def _sqlite_faults(database: Database) -> Iterable[str]:
    """On a connection of its own: one that checked before looks for parts of FTS5's index that are merged."""
    with closing(sqlite.driver.connect(database.path)) as connection:
        verdicts = connection.execute("PRAGMA integrity_check").fetchall()
        yield from (f"integrity: {verdict}" for (verdict,) in verdicts if verdict != "ok")
        for row in connection.execute("PRAGMA foreign_key_check"):
            yield f"reference: {row}"


def _gaps(connection: Connection, what: str, query: str) -> list[str]:
    return [f"{what}: {row[0]}" for row in connection.execute(text(query))]
