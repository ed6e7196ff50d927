"""Headlines and names while they are being typed, letter by letter."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import col

from app.database.engine import Database
from app.models import Term
from app.queries.completions import (
    NameCompletion,
    _names_beginning,
    complete,
    complete_headlines,
    complete_names,
)
from tests.conftest import import_folder

HEADLINES = {
    "ja": ["ブレグジットを巡る米大統領の新しい提案", "2031年のEU離脱とドナルド・モリスさん"],
    "zh": ["人工智能改变了总统的计划", "“新的”桥梁在2031年开放"],
    "ko": ["대통령으로 뽑힌 시장이 2031년에는 다리를 연다", "학교에서는 아이들이 노래한다"],
    "th": ["ประธานาธิบดีเปิดสะพานใหม่", "เบร็กซิตและวอร์เรนวางแผนใน HIV/เอดส์"],
    "ar": ["الصين تفتح الجسر الجديد", "والرئيس يزور المدينة القديمة"],
    "he": ["הממשלה פותחת את הגשר החדש", "ובעיר הגדולה נפתח בית ספר"],
    "ru": ["Президент открывает новые мосты", "Ёлки продавали за 1 000 рублей"],
    "de": ["Über 1.000 Radfahrer prüften „Straßen“", "Anti-Lärm-Gesetz für F-16-Flüge"],
    "en": ["Canada's mayor opens 1,000 bridges", "Anti-noise rules for F-16s"],
    "fr": ["L'avion d'aujourd'hui n'atterrit pas"],
}


def _publish(database: Database, folder: Path, language: str, headlines: list[str]) -> None:
    for number, headline in enumerate(headlines):
        (folder / f"{language}{number}").mkdir()
        text = folder / f"{language}{number}" / f"{language}.txt"
        text.write_text(f"{headline}\n\n{headlines[0]}\n", encoding="utf-8")
    import_folder(database, folder)


def _completed(database: Database, typed: str, language: str, limit: int = 20) -> list[str]:
    with database.read() as session:
        return [
            each.headline for each in complete_headlines(session, typed, [language], datetime.now(UTC), limit)
        ]


@pytest.mark.parametrize("language", HEADLINES)
def test_each_further_letter_of_a_headline_keeps_it(
    database: Database, tmp_path: Path, language: str
) -> None:
    _publish(database, tmp_path, language, HEADLINES[language])
    lost = [
        headline[:end]
        for headline in HEADLINES[language]
        for end in range(1, len(headline) + 1)
        if any(map(str.isalnum, headline[:end]))
        and headline not in _completed(database, headline[:end], language)
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("language", "inside", "other"),
    [
        ("ja", "大統領", "大統合"),
        ("zh", "总统", "总结"),
        ("th", "สะพาน", "สะอาด"),
    ],
)
def test_a_word_is_found_in_what_is_written_as_one(
    database: Database, tmp_path: Path, language: str, inside: str, other: str
) -> None:
    _publish(database, tmp_path, language, HEADLINES[language])
    [headline] = [each for each in HEADLINES[language] if inside in each]
    for end in range(1, len(inside) + 1):
        assert headline in _completed(database, inside[:end], language), inside[:end]
    assert _completed(database, other, language) == []


def test_a_word_is_found_behind_what_is_written_as_one_with_it(database: Database, tmp_path: Path) -> None:
    headlines = ["الصين تفتح الجسر", "والصين تبني المدينة"]
    _publish(database, tmp_path, "ar", headlines)
    for typed in ("الص", "الصي", "الصين", "صين"):
        assert set(_completed(database, typed, "ar")) == set(headlines), typed
    assert _completed(database, "الصيد", "ar") == []


def test_a_rare_word_is_completed_though_many_begin_so(database: Database, tmp_path: Path) -> None:
    common = " ".join(f"be{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(150))
    _publish(database, tmp_path, "en", [common, "Mayor opens beautiful bridge"])
    for typed in ("b", "be", "opens b"):
        assert "Mayor opens beautiful bridge" in _completed(database, typed, "en"), typed


def test_a_name_with_an_article_is_completed_letter_by_letter(database: Database, tmp_path: Path) -> None:
    (tmp_path / "places.toml").write_text(
        '[china]\nkind = "country"\ncountry = "CN"\nlabels = { en = "China", ar = "الصين" }\n',
        encoding="utf-8",
    )
    (tmp_path / "people.toml").write_text(
        '[ann]\nlabels = { mul = "Ann Baghdadi", ar = "آن البغدادي" }\n', encoding="utf-8"
    )
    _publish(database, tmp_path, "en", ["Ann Baghdadi visits China"])
    with database.read() as session:
        for name, id_ in {"الصين": "china", "صين": "china", "البغدادي": "ann", "آن البغدادي": "ann"}.items():
            for end in range(3, len(name) + 1):
                named = complete_names(session, name[:end], ["en"], datetime.now(UTC), 20)
                assert id_ in [each.id for each in named], name[:end]


PLACES = """
[indonesia]
kind = "country"
country = "ID"
labels = { en = "Indonesia", nl = "Indonesië", cs = "Indonésie" }
aliases = { ms = ["Indo"] }

[india]
kind = "country"
country = "IN"
labels = { en = "India", nl = "India", cs = "Indie", hu = "Ind" }

[germany]
kind = "country"
country = "DE"
labels = { en = "Germany", nl = "Duitsland", cs = "Německo", cy = "Indalmaen" }
"""


def _complete(database: Database, typed: str, *languages: str, limit: int = 20) -> list[tuple[str, str, str]]:
    with database.read() as session:
        return [
            (each.id, each.name, each.language)
            if isinstance(each, NameCompletion)
            else (each.article_id, each.headline, each.language)
            for each in complete(session, typed, languages, datetime.now(UTC), limit)
        ]


def test_names_and_headlines_in_the_readers_languages_come_first(database: Database, tmp_path: Path) -> None:
    (tmp_path / "places.toml").write_text(PLACES, encoding="utf-8")
    (tmp_path / "talks").mkdir()
    for language, headline in {
        "en": "Indian talks",
        "nl": "Indiaas gesprek",
        "fr": "Indice en hausse",
    }.items():
        text = f"{headline}\n\nIndonesia, India, Germany.\n"
        (tmp_path / "talks" / f"{language}.txt").write_text(text, encoding="utf-8")
    import_folder(database, tmp_path)
    names = [("india", "India", "en"), ("indonesia", "Indonesia", "en")]
    assert _complete(database, "ind", "en") == [
        *names,
        ("talks", "Indian talks", "en"),
        ("germany", "Indalmaen", "cy"),
    ]
    assert _complete(database, "indi", "fr", "nl") == [
        ("talks", "Indice en hausse", "fr"),
        ("india", "India", "nl"),
    ]
    assert _complete(database, "indon", "fr-CA", "nl-BE")[0] == ("indonesia", "Indonesië", "nl")
    assert _complete(database, "ind", "en", limit=2) == names


def test_the_readers_names_are_found_though_many_others_begin_so(database: Database, tmp_path: Path) -> None:
    aliases = ", ".join(f'"Paaa{number:03}"' for number in range(250))
    (tmp_path / "places.toml").write_text(
        '[lutetia]\nkind = "city"\ncountry = "FR"\nlabels = { en = "Lutetia" }\n'
        f"aliases = {{ cs = [{aliases}] }}\n"
        '[paris]\nkind = "city"\ncountry = "FR"\nlabels = { en = "Paris" }\n',
        encoding="utf-8",
    )
    _publish(database, tmp_path, "en", ["From Paris to Lutetia"])
    found = _complete(database, "pa", "en")
    assert found[0] == ("paris", "Paris", "en")
    assert ("lutetia", "Paaa000", "cs") in found


@pytest.mark.parametrize(
    "typed", ["\u0301", "a\0b", "\0", "ב\u05b0", "الـ", "ال", "l'", "ๆ", "가\u1100", "\ufdfa" * 9]
)
def test_anything_may_be_typed(database: Database, tmp_path: Path, typed: str) -> None:
    _publish(database, tmp_path, "en", HEADLINES["en"])
    assert set(_completed(database, typed, "en")) <= set(HEADLINES["en"])


@pytest.mark.parametrize("backend", ["sqlite"])
def test_names_are_looked_up_by_how_they_begin(database: Database) -> None:
    """Half of a gazetteer's names are labels: to go through those takes seconds."""
    wanted = _names_beginning(["nor"], "nor", ["en", "nl"])
    with database.read() as session:
        sql = str(wanted.compile(session.connection(), compile_kwargs={"literal_binds": True}))
        steps = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}").all()
    plan = "\n".join(step[3] for step in steps)
    assert "ix_term_opening" in plan
    assert "ix_term_kind_language" not in plan


@pytest.mark.parametrize(
    ("typed", "language", "name"),
    [
        ("lond", "en", "London"),
        ("lond", "fr", "Londres"),
        ("lond", "nl", "Londen"),
        ("lond", "de", "London"),
        ("лонд", "en", "Лондон"),
        ("londe", "en", "Londen"),
        ("londi", "en", "Londis"),
        ("gra", "en", "Grande Londra"),
        ("smi", "en", "Ann Smith"),
        ("smi", "fr", "Smitha"),
    ],
)
def test_a_name_is_completed_as_it_is_in_the_readers_language_where_it_begins_so(
    database: Database, tmp_path: Path, typed: str, language: str, name: str
) -> None:
    (tmp_path / "places.toml").write_text(
        '[london]\nkind = "city"\nlatitude = 51.5\nlongitude = -0.1\n'
        'labels = { en = "London", de = "London", fr = "Londres", nl = "Londen", ru = "Лондон", '
        'uk = "Лондон", ab = "Лонда" }\naliases = { pl = ["Londe", "Londis"], it = ["Grande Londra"] }\n',
        encoding="utf-8",
    )
    (tmp_path / "people.toml").write_text(
        '[ann]\nlabels = { en = "Ann Smith", fr = "Smitha" }\n', encoding="utf-8"
    )
    _publish(database, tmp_path, "en", ["Ann Smith visits London"])
    with database.write() as session:  # as gazetteers have them
        session.execute(update(Term).where(col(Term.language) == "pl").values(language="und"))
    with database.read() as session:
        [completed] = complete_names(session, typed, [language], datetime.now(UTC), 20)
    assert completed.name == name
