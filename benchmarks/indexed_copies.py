"""The full-text index of copies, from that of their originals: no text is analysed anew."""

from typing import Any

from sqlalchemy import Connection, select, text

from app.commands.index_article import forget_indexed, index_article
from app.database import fulltext
from app.database.session import WriteSession
from app.models import metadata
from app.search.document import BREAK
from app.search.expression import FIELDS, KEYWORDS
from app.search.row_number import next_article

INDEXED_TEXT = metadata.tables["indexed_text"]
_TRANSLATION = metadata.tables["translation"]
_HEADLINE, *_REST = (*FIELDS, KEYWORDS)
_OTHERS = ", ".join(_REST)
_LANGUAGE = "substr(language, 1, instr(language || '-', '-') - 1)"
_NUMBER = f"{_LANGUAGE} || ':' || printf('%06d', number)"
_COUNTED = """
    WITH RECURSIVE counted(number) AS (
        SELECT :first UNION ALL SELECT number + 1 FROM counted WHERE number < :last
    )
"""
_COPY = f"""
    {_COUNTED}
    INSERT INTO indexed_text (id, translation_id, language, {_HEADLINE}, {_OTHERS})
    SELECT id + number * :apart, translation_id + number * :translations, language, {{headline}}, {_OTHERS}
    FROM counted CROSS JOIN indexed_text
    WHERE translation_id <= :translations
"""  # noqa: S608  # our own columns' names
_NUMBERED_HEADLINE = f"replace({_HEADLINE}, ' {BREAK} ', ' ' || {_NUMBER} || ' {BREAK} ')"
_COUNT_WORDS = "UPDATE word SET documents = documents * :times"
_NOTE_NUMBERS = f"""
    {_COUNTED}
    INSERT INTO word (term, word, key, documents)
    SELECT {_NUMBER}, printf('%06d', number), {_NUMBER}, 1
    FROM counted CROSS JOIN (SELECT DISTINCT {_LANGUAGE} AS language FROM indexed_text)
"""  # noqa: S608  # our own columns' names
_REBUILD = f"INSERT INTO {fulltext.TABLE} ({fulltext.TABLE}) VALUES ('rebuild')"  # noqa: S608  # our own table's name


def copy_index(
    connection: Connection, numbers: range, *, articles: int, translations: int, numbered: bool
) -> None:
    """Of so many articles listed at the same moment; ``translations`` is the greatest id of theirs.

    ``numbered``: the headlines of copies end in their number.
    """
    statement = text(_COPY.format(headline=_NUMBERED_HEADLINE if numbered else _HEADLINE))
    apart = articles * next_article(0)
    values = {"first": numbers[0], "last": numbers[-1], "apart": apart, "translations": translations}
    connection.execute(statement, values)


def finish_index(connection: Connection, copies: int, *, numbered: bool) -> None:
    connection.execute(text(_COUNT_WORDS), {"times": copies + 1})
    if numbered:
        connection.execute(text(_NOTE_NUMBERS), {"first": 1, "last": copies})
    connection.execute(text(_REBUILD))


def drop_terms(connection: Connection) -> None:
    """PostgreSQL fills an index sooner all at once than row by row."""
    connection.execute(text(f"DROP INDEX {fulltext.INDEX}"))


def index_terms(connection: Connection) -> None:
    connection.execute(text(f"CREATE INDEX {fulltext.INDEX} ON indexed_text USING gin (({fulltext.TERMS}))"))


def indexed(connection: Connection, article_id: str) -> list[Any]:
    """What the index has of its language versions, but for their places."""
    columns = (INDEXED_TEXT.c[name] for name in ("translation_id", "language", _HEADLINE, *_REST))
    rows = select(*columns).join(_TRANSLATION).where(_TRANSLATION.c.article_id == article_id)
    return sorted(map(tuple, connection.execute(rows)))


def index_anew(session: WriteSession, article_id: str) -> None:
    """As the program does."""
    forget_indexed(session, select(_TRANSLATION.c.id).where(_TRANSLATION.c.article_id == article_id))
    index_article(session, article_id)
