"""The same searches on both databases."""

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Update, delete, text, update
from sqlmodel import col, select

from app.commands.index_article import forget_indexed, index_article, index_rest, rebuild_index
from app.database import fulltext
from app.database.counting import note_words
from app.database.engine import Database
from app.database.fulltext import ANY_LANGUAGE, Query, count_articles, find, find_by_article, find_relevant
from app.database.searching import searching
from app.database.vocabulary import count_documents, list_words_beginning
from app.errors import SearchTooLong
from app.models import Article, Block, IndexedText, Revision, Translation, Word
from app.queries.examination import examine
from app.search.document import Spelling
from app.search.expression import (
    AllOf,
    AnyOf,
    Expression,
    Field,
    Phrase,
    Without,
    language_keyword,
    person_keyword,
    phrase,
    phrases_in,
    place_keyword,
)
from app.search.row_number import first_number_of_article
from tests.conftest import import_folder

BAGHDAD = Phrase((place_keyword("baghdad"),))
CANADA = Phrase((place_keyword("canada"),))
BIJLEVELD = Phrase((person_keyword("ank-bijleveld-schouten"),))
BELGIAN = Phrase((language_keyword("nl-BE"),))


def words(asked: str, language: str, field: Field | None = None) -> Expression:
    found = phrase(asked, language, field)
    assert found is not None
    return found


def dutch(*asked: str) -> Query:
    return {"nl": AllOf(tuple(words(each, "nl") for each in asked))}


REAL_PAIR: list[tuple[Query, list[str]]] = [
    ({"nl": words("wederopbouw", "nl")}, ["nl"]),
    ({"en": words("coalitions", "en")}, ["en"]),
    ({"en": words("reconstruction", "en"), "nl": words("wederopbouw", "nl")}, ["en", "nl"]),
    ({"nl": words("reconstruction", "nl")}, []),
    ({"en": words("military advisors and trainers", "en")}, ["en"]),
    ({"en": words("trainers and advisors", "en")}, []),
    ({"en": words("F16", "en")}, ["en"]),
    ({"nl": words("zandbak", "nl")}, []),
    ({"fr": words("wederopbouw", "fr")}, []),
    ({"en": words("coalition", "en", "headline")}, ["en"]),
    ({"en": words("reconstruction", "en", "headline")}, []),
    ({"en": words("reconstruction", "en", "body")}, ["en"]),
    ({"en": words("left to right", "en", "captions")}, ["en"]),
    ({"en": words("left to right", "en", "body")}, []),
    ({ANY_LANGUAGE: BAGHDAD}, ["en", "nl"]),
    ({ANY_LANGUAGE: CANADA}, ["en", "nl"]),
    ({ANY_LANGUAGE: AllOf((BAGHDAD, BIJLEVELD))}, ["en", "nl"]),
    ({"nl": BAGHDAD, "fr": BAGHDAD}, ["nl"]),
    ({"nl": AllOf((BAGHDAD, BELGIAN))}, []),
    ({"nl": AllOf((BAGHDAD, words("ottawa", "nl")))}, ["nl"]),
    ({"nl": AnyOf((words("zandbak", "nl"), BAGHDAD)), "en": words("ottawa", "en")}, ["en", "nl"]),
    ({"nl": Without(BAGHDAD, words("ottawa", "nl"))}, []),
    ({"nl": Without(BAGHDAD, words("zandbak", "nl"))}, ["nl"]),
    ({"nl": Without(BAGHDAD, words("ottawa bagdad", "nl"))}, ["nl"]),
    ({"nl": Without(words("zandbak", "nl"), BAGHDAD)}, []),
    ({}, []),
]


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("cost", ["estimated", "all-rare", "all-common"])
def test_the_real_pair_is_found_by_what_it_says(
    database: Database, cost: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However it is looked for: what is cheaper depends on how many rows there are."""
    if cost != "estimated":
        monkeypatch.setattr(
            fulltext, "_is_common", lambda _asked, language, _: cost == "all-common" and language
        )
    with database.read() as session:
        for query, languages in REAL_PAIR:
            ranked, oldest = find_relevant(session, query)
            assert (sorted(each.hit.language for each in ranked), oldest) == (languages, None), query


@pytest.mark.parametrize("tag", ["no", "nb", "nb-NO"])
@pytest.mark.parametrize("is_common", [True, False])
def test_norwegian_is_found_under_each_of_its_tags(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tag: str, is_common: bool
) -> None:
    monkeypatch.setattr(fulltext, "_is_common", lambda *_: is_common)
    (tmp_path / "harbour").mkdir()
    (tmp_path / "harbour" / "en.txt").write_text("Harbour closed\n\nIt is closed.\n", "utf-8")
    (tmp_path / "harbour" / f"{tag}.txt").write_text("Havn stengt\n\nHavnen er stengt.\n", "utf-8")
    import_folder(database, tmp_path)
    with database.read() as session:
        assert [hit.language for hit in find(session, {"nb": words("havnen", tag)}, limit=5)] == [tag]


@pytest.fixture
def news(database: Database, tmp_path: Path) -> Path:
    """A folder with three articles, each of a day."""
    harbour = {"nl": "Haven gesloten\n\nDe haven is dicht.\n\nDe brug over de gracht is open.\n"}
    bridge = {
        "nl": "Brug open\n\nDe brug is weer open.\n\nEen schip lag in de haven.\n",
        "nl-BE": "Brug geopend\n\nDe brug is open.\n\nNiets van de haven.\n",
        "en": "Bridge open\n\nThe bridge is open again.\n\nA ship lay in the harbour.\n",
    }
    tower = {"nl": "Toren verlicht\n\nDe toren geeft licht.\n\nVan de haven is hij te zien.\n"}
    for number, texts in enumerate((harbour, bridge, tower), start=1):
        write_article(tmp_path / "news" / f"article-{number}", f"2020-01-{number:02}", texts)
    import_folder(database, tmp_path / "news")
    return tmp_path / "news"


def write_article(folder: Path, published_at: str, texts: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "article.toml").write_text(
        f'source_language = "nl"\npublished_at = {published_at}\n', encoding="utf-8"
    )
    for language, written in texts.items():
        (folder / f"{language}.txt").write_text(written, encoding="utf-8")


def found(database: Database, query: Query, **bounds: int) -> list[str]:
    """Articles, each followed by the languages that were found."""
    with database.read() as session:
        articles = []
        for hits in find_by_article(session, query, **bounds):
            versions = [session.get_one(Translation, hit.translation_id) for hit in hits]
            languages = sorted(version.language for version in versions)
            articles.append(" ".join((versions[0].article_id, *languages)))
    return articles


@pytest.mark.usefixtures("news")
def test_the_newest_articles_come_first_with_all_their_versions(database: Database) -> None:
    assert found(database, dutch("haven")) == ["article-3 nl", "article-2 nl nl-BE", "article-1 nl"]


@pytest.mark.usefixtures("news")
def test_pages_follow_each_other_by_the_rows_numbers(database: Database) -> None:
    seen, before = [], fulltext.LATEST
    with database.read() as session:
        while page := find(session, dutch("haven"), limit=2, before=before):
            seen += page
            before = page[-1].number
        assert seen == find(session, dutch("haven"), limit=100)
        assert find(session, dutch("haven"), limit=100, since=seen[1].number) == seen[:2]


@pytest.mark.usefixtures("news")
def test_articles_are_counted_up_to_a_bound(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fulltext, "CANDIDATES", 2)
    with database.read() as session:
        assert [count_articles(session, dutch("haven"), most=most) for most in (1, 3, 9)] == [1, 3, 3]
        ranked, oldest = find_relevant(session, dutch("haven"))
        assert (len(ranked), oldest) == (2, min(each.hit.number for each in ranked))


@pytest.mark.usefixtures("news")
def test_no_more_texts_are_read_for_forms_than_may_be(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    [phrase] = phrases_in(words("haven", "nl"))
    haven = {"nl": replace(phrase, forms=frozenset({"haven"}))}
    with database.read() as session:
        every, end = find_relevant(session, haven)
        assert (len(every), end) == (4, None)
        monkeypatch.setattr(fulltext, "MOST_READ", 2)
        newest, oldest = find_relevant(session, haven)
        assert sorted(each.hit.number for each in newest) == sorted(each.hit.number for each in every)[2:]
        assert oldest == min(each.hit.number for each in newest)


@pytest.mark.usefixtures("news")
def test_articles_found_before_are_left_out(database: Database) -> None:
    with database.read() as session:
        newest = first_number_of_article(find(session, dutch("haven"), limit=1)[0].number)
        ranked, _ = find_relevant(session, dutch("haven"), besides={newest})
        articles = {session.get_one(Translation, each.hit.translation_id).article_id for each in ranked}
    assert articles == {"article-1", "article-2"}


@pytest.mark.usefixtures("news")
def test_what_stands_in_the_headline_counts_for_more(database: Database) -> None:
    with database.read() as session:
        ranked, _ = find_relevant(session, dutch("haven"))
        assert session.get_one(Translation, ranked[0].hit.translation_id).article_id == "article-1"


@pytest.mark.usefixtures("news")
def test_a_rare_word_counts_for_more_than_a_common_one(database: Database) -> None:
    either = {"nl": AnyOf((words("de", "nl"), words("gracht", "nl")))}
    with database.read() as session:
        ranked, _ = find_relevant(session, either)
        [rare, common] = (
            find_relevant(session, {"nl": words(word, "nl")})[0][0] for word in ("gracht", "de")
        )
        assert ranked[0].hit == rare.hit
        assert rare.relevance > common.relevance


def test_a_revised_text_is_found_by_what_it_says_now(database: Database, news: Path) -> None:
    write_article(news / "article-3", "2020-01-03", {"nl": "Toren verlicht\n\nHij straalt.\n\nVer weg.\n"})
    import_folder(database, news)
    assert found(database, dutch("haven")) == ["article-2 nl nl-BE", "article-1 nl"]
    assert found(database, dutch("straalt")) == ["article-3 nl"]


def test_an_article_of_another_day_moves_with_all_its_versions(database: Database, news: Path) -> None:
    file = news / "article-2" / "article.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("-02", "-09"), encoding="utf-8")
    import_folder(database, news)
    assert found(database, dutch("haven")) == ["article-2 nl nl-BE", "article-3 nl", "article-1 nl"]


@pytest.mark.usefixtures("news")
def test_a_version_that_comes_later_stands_beside_the_others(database: Database, news: Path) -> None:
    write_article(news / "article-1", "2020-01-01", {"de": "Hafen zu\n\nEr ist zu.\n\nHaven.\n"})
    import_folder(database, news)
    query = {**dutch("haven"), "de": words("Haven", "de")}
    assert found(database, query)[-1] == "article-1 de nl"


@pytest.mark.usefixtures("news")
def test_a_withheld_article_is_not_found_once_it_is_indexed_and_comes_back(database: Database) -> None:
    for status, number in (("withheld", 0), ("usable", 1)):
        with database.write() as session:
            session.execute(update(Article).where(col(Article.id) == "article-1").values(status=status))
            index_article(session, "article-1")
        assert len(found(database, dutch("dicht"))) == number
        assert wrong(database) == []


@pytest.mark.usefixtures("news")
def test_articles_of_one_moment_have_room_beside_each_other(database: Database, tmp_path: Path) -> None:
    texts = {"nl": "Dezelfde dag\n\nHaven.\n\nEn meer.\n", "en": "Same day\n\nHarbour.\n\nAnd more.\n"}
    for number in range(4, 9):
        write_article(tmp_path / "more" / f"article-{number}", "2020-01-02", texts)
    import_folder(database, tmp_path / "more")
    query: Query = {"nl": words("de", "nl"), **dutch("haven"), "en": words("harbour", "en")}
    articles = [each.split()[0] for each in found(database, query)]
    assert len(articles) == len(set(articles)) == 8
    assert (articles[0], articles[-1]) == ("article-3", "article-1")


@pytest.mark.usefixtures("news")
def test_what_an_older_program_indexed_is_indexed_anew(database: Database) -> None:
    with database.write() as session:
        session.execute(update(Translation).values(indexed_with="an older one"))
    assert sum(index_rest(database)) == 5
    assert list(index_rest(database)) == []
    assert found(database, dutch("haven")) == ["article-3 nl", "article-2 nl nl-BE", "article-1 nl"]
    assert wrong(database) == []


@pytest.mark.usefixtures("news")
def test_what_an_older_program_counted_is_counted_anew(database: Database) -> None:
    with database.write() as session:
        before = set(session.exec(WORDS))
        session.execute(update(Word).values(documents=40))
        newest = select(Translation.id).order_by(col(Translation.id).desc()).limit(3)
        older = col(Translation.id).in_(list(session.exec(newest)))
        session.execute(update(Translation).where(older).values(indexed_with="an older one"))
    for _ in index_rest(database):
        pass
    with database.read() as session:
        assert set(session.exec(WORDS)) == before


@pytest.mark.usefixtures("news")
def test_what_is_changed_while_the_index_is_made_anew_is_counted_all_the_same(database: Database) -> None:
    with database.read() as session:
        before = set(session.exec(WORDS))
    rebuild_index(database)
    with database.write() as session:
        forget_indexed(session, select(Translation.id))
        for version in session.exec(select(Translation)):
            version.forget_indexed()
    for _ in index_rest(database):
        pass
    with database.read() as session:
        assert set(session.exec(WORDS)) == before


def test_it_does_not_matter_which_text_is_counted_first(database: Database) -> None:
    counts = []
    for order in ((0, 16, 0), (16, 0, 0), (0, 0, 16)):
        with database.write(rehearsal=True) as session:
            for documents in order:
                note_words(session, [Spelling("nl:haven", "haven", "nl:haven")], documents)
            counts.append(session.exec(WORDS).all())
    assert counts == [[("nl:haven", "haven", "nl:haven", 16)]] * 3


def wrong(database: Database) -> list[str]:
    with database.write(rehearsal=True) as session:
        return [each.name for each in examine(session, None) if each.wrong]


WORDS = select(Word.term, Word.word, Word.key, Word.documents)


def rebuild(database: Database) -> None:
    rebuild_index(database)
    assert sum(index_rest(database)) == 5


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_an_index_unlike_its_table_is_noticed_and_repaired(database: Database) -> None:
    with database.write() as session:
        session.execute(update(IndexedText).values(body=" nl:gracht "))
    assert wrong(database) == ["full text", "indexed texts"]
    rebuild(database)
    assert wrong(database) == []
    assert found(database, dutch("haven")) == ["article-3 nl", "article-2 nl nl-BE", "article-1 nl"]
    assert found(database, dutch("gracht")) == ["article-1 nl"]


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize(
    ("backend", "lost"),
    [
        ("sqlite", "TABLE full_text"),
        ("postgresql", "INDEX ix_indexed_text_terms"),
        ("postgresql", "INDEX ix_indexed_text_language"),
    ],
    indirect=["backend"],
)
def test_an_index_that_is_gone_is_noticed_and_made_anew(database: Database, lost: str) -> None:
    with database.write() as session:
        session.execute(text(f"DROP {lost}"))
    assert wrong(database) == ["full text"]
    rebuild(database)
    assert wrong(database) == []
    assert found(database, dutch("gracht")) == ["article-1 nl"]


@pytest.mark.usefixtures("news")
def test_words_that_are_gone_are_noticed_and_listed_anew(database: Database) -> None:
    with database.write() as session:
        before = set(session.exec(WORDS))
        session.execute(delete(Word))
    assert wrong(database) == ["words"]
    rebuild(database)
    assert wrong(database) == []
    with database.read() as session:
        assert set(session.exec(WORDS)) == before


@pytest.mark.usefixtures("news")
def test_words_are_found_while_the_index_is_made_anew_and_counted_once(database: Database) -> None:
    with database.read() as session:
        before = set(session.exec(WORDS))
    rebuild_index(database)
    assert found(database, dutch("haven")) == ["article-3 nl", "article-2 nl nl-BE", "article-1 nl"]
    for _ in index_rest(database):
        pass
    with database.read() as session:
        assert set(session.exec(WORDS)) == before


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize(
    "change", [update(Revision).values(headline="Gracht"), update(Block).values(text="Gracht")]
)
def test_a_text_that_was_changed_behind_the_index_is_noticed_and_indexed_anew(
    database: Database, change: Update
) -> None:
    with database.write() as session:
        session.execute(change)
    assert wrong(database) == ["indexed texts", "words"]
    rebuild(database)
    assert wrong(database) == []
    assert len(found(database, dutch("gracht"))) == 3


@pytest.mark.usefixtures("news")
def test_a_version_that_is_not_in_the_index_is_noticed_and_repaired(database: Database) -> None:
    with database.write() as session:
        number = session.exec(select(IndexedText.id)).first()
        assert number is not None
        fulltext.forget(session, [number])
    assert wrong(database) == ["indexed versions"]
    rebuild(database)
    assert wrong(database) == []


@pytest.mark.usefixtures("news")
def test_words_are_listed_by_their_beginnings_whatever_their_accents(database: Database) -> None:
    with database.read() as session:
        assert {word.term for word in list_words_beginning(session, "nl:ha", 10)} == {"nl:hav"}
        assert list_words_beginning(session, "fr:ha", 10) == []
        assert count_documents(session, ["nl:hav", "nl:zandbak"]) == {"nl:hav": 4}


BESIDE_AND_BY_ITSELF = [
    ("vi", "Trump thăm Boston\n\nTrump ra Boston. Ông ra trong Boston khi đó.\n", "bost", "boston"),
    ("ja", "月年\n\n会議は3 月 5 日に行われた。3月。\n", "月", "月"),
    ("zh", "月年\n\n会议于 3 月 5 日举行。3月。\n", "月", "月"),
]


@pytest.mark.parametrize(("language", "written", "beginning", "word"), BESIDE_AND_BY_ITSELF)
def test_a_word_that_also_stands_beside_another_is_listed_by_its_beginning(
    database: Database, tmp_path: Path, language: str, written: str, beginning: str, word: str
) -> None:
    write_article(tmp_path / "article", "2020-01-01", {language: written})
    import_folder(database, tmp_path)
    with database.read() as session:
        listed = list_words_beginning(session, f"{language}:{beginning}", 10)
        assert word in [each.word for each in listed]


def test_a_word_that_only_stood_beside_another_is_listed_once_it_stands_alone(
    database: Database, tmp_path: Path
) -> None:
    for number, written in enumerate(("月年\n\n来年。\n", "来年\n\n月。\n"), start=1):
        write_article(tmp_path / f"article-{number}", f"2020-01-{number:02}", {"ja": written})
        import_folder(database, tmp_path)
    with database.read() as session:
        assert [(each.word, each.documents) for each in list_words_beginning(session, "ja:月", 10)] == [
            ("月", 2),
            ("月年", 1),
        ]


@pytest.mark.usefixtures("ottawa")
@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_statements_behind_a_search_are_planned_as_before(database: Database) -> None:
    """Without sorts, and without reading whole tables, hits of 20 articles cost a walk through all."""
    ways = text("SELECT current_setting('enable_seqscan'), current_setting('enable_sort')")
    with searching(database, 20) as session:
        before = session.execute(ways).one()
        assert find(session, {"nl": words("wederopbouw", "nl")}, limit=1)
        assert session.execute(ways).one() == before


def test_a_search_that_takes_too_long_is_stopped(database: Database) -> None:
    endless = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) "
        "SELECT count(*) FROM n"
    )
    started = time.monotonic()
    with pytest.raises(SearchTooLong), searching(database, 0.2) as session:
        session.execute(text(endless))
    assert time.monotonic() - started < 20
    with searching(database, 20) as session:
        assert session.execute(text("SELECT 1")).scalar_one() == 1


def test_many_short_statements_have_one_deadline_together(database: Database) -> None:
    def ask_again_and_again() -> None:
        with searching(database, 0.2) as session:
            for _ in range(1_000_000):
                session.execute(text("SELECT 1"))

    with pytest.raises(SearchTooLong):
        ask_again_and_again()


@pytest.mark.usefixtures("news")
def test_what_is_not_a_word_cannot_reach_the_engine(database: Database) -> None:
    for asked in (
        '"',
        "a AND",
        "-x",
        "a'b",
        "c++",
        "headline:",
        "*",
        "NEAR(a b)",
        "{body} : a",
        "\x00",
        "\\",
        "%",
    ):
        expression = phrase(asked, "nl")
        if expression:
            with database.read() as session:
                assert find(session, {"nl": expression}, limit=10) == []
