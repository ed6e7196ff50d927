import pytest

from app.parallel.checks.other_language import other_language_findings, other_script_findings
from app.parallel.checks.untranslated import untranslated_findings


def _languages(target: str, language: str, source: str = "", source_language: str = "nl") -> list[str | None]:
    found = other_language_findings(source, target, source_language, language)
    return [each.evidence.get("language") for each in found]


@pytest.mark.parametrize(
    ("language", "text", "other"),
    [
        ("nl", "The council will decide about the future of the building in March.", "en"),
        ("de", "Le conseil prendra une décision sur l'avenir du bâtiment en mars.", "fr"),
        ("en", "Der Stadtrat entscheidet im März über die Zukunft des Gebäudes.", "de"),
        ("fr", "What it will take to win the next election", "en"),
        ("ja", "The council will decide in March.", None),
        ("ru", "The road ahead for refugees", None),
        ("en", "市議会は三月に建物の将来を決定する。", None),
        ("zh-Hans", "市議会は三月にこの建物の将来についてきめる。", None),
        ("el", "Городской совет примет решение в марте.", None),
        ("ja", "市议会将在三月决定这座建筑的未来。", "zh"),
    ],
)
def test_a_text_in_another_language_is_found(language: str, text: str, other: str | None) -> None:
    assert _languages(text, language) == [other]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "De gemeenteraad besluit in maart over de toekomst van het gebouw."),
        ("de", "„The future of the building is what matters to all of us“, sagte er."),
        ("nl", "Lord of the Rings"),
        ("ja", "Reuters / James Mattis"),
        ("ru", "Apple iPhone XS Max"),
        ("no", "Byrådet skal avgjøre hva som skal skje med bygningen i mars."),
        ("sr", "Градско веће одлучује у марту."),
        ("ja", "東京都議会解散"),
        ("tlh", "nuqneH tlhIngan Hol Dajatlh'a' je"),
    ],
)
def test_the_own_language_quotations_and_names_are_none(language: str, text: str) -> None:
    assert _languages(text, language) == []


def test_what_is_in_another_language_in_the_source_too_is_so_on_purpose() -> None:
    english = "The council will decide about the future of the building."
    assert _languages(english, "de", english, "nl") == []


def _left(languages: str, source: str, target: str) -> list[str]:
    source_language, target_language = languages.split()
    found = other_script_findings(source, target, source_language, target_language)
    return [target[span.start : span.end] for each in found for span in each.target_spans]


@pytest.mark.parametrize(
    ("languages", "source", "target", "words"),
    [
        ("en ja", "The coalition met in Ottawa.", "coalitionはオタワで会合した。", ["coalition"]),
        ("en ru", "The coalition met in Ottawa.", "Участники coalition встретились.", ["coalition"]),
        ("nl ar", "de vergadering van gisteren", "كانت vergadering أمس", ["vergadering"]),
        ("ru en", "Встреча союзников прошла", "A meeting of the союзников took place", ["союзников"]),
        ("ja en", "外国人観光客が増えている。", "More 観光客 are coming.", ["観光客"]),
        ("ja en", "外国人観光客が増えている。", "More 客 are coming.", ["客"]),
        ("ja en", "外国人観光客が増えている。", "More guests (観光客) and 旅人 are coming.", []),
        ("ko nl", "외국인 관광객이 늘고 있다.", "Er komen meer 관광객 dan ooit.", ["관광객"]),
        ("th en", "นักท่องเที่ยวเพิ่มขึ้น", "More ท่องเที่ยว are coming.", ["ท่องเที่ยว"]),
        ("ru de", "Встреча союзников прошла", "Ein Treffen der союзник fand statt", ["союзник"]),
        ("ru de", "Встреча и обед", "Ein Treffen и ein Essen", []),
        ("en ja", "said on YouTube", "YouTubeで述べた", []),
        ("en ru", "ran 20 knots on a Boeing", "Boeing, 20 knots, 5 km", ["knots"]),
        ("en ru", "see example.com or write an email", "см. example.com или email", []),
        ("en ru", "the bomber jacket", "куртка (bomber jacket)", []),
        ("en ru", "the meeting", "встреча coalition", []),
        ("en de", "the meeting", "das meeting", []),
        ("en el", "in a tweet about singles", "σε tweet για singles", []),
        ("en ja", "The fire began here.", "fireはここで始まった。", ["fire"]),
        ("en ja", "Hospital closed", "hospitalが閉鎖", ["hospital"]),
        ("nl ja", "De coalitie kwam bijeen.", "同盟はmeetingを開いた。", ["meeting"]),
        ("nl ja", "De coalitie kwam bijeen.", "同盟は「meeting」を開いた。", []),
        ("zh-Hans ja", "国防部长们在渥太华会面。", "国防部长们はオタワで会談した。", ["国防部长们"]),
        ("ja zh-Hans", "警察はギャングの一員を逮捕した。", "警方宣布逮捕了一名ギャング成员。", ["ギャング"]),
        ("ja zh-Hans", "鉄道の未来。", "铁道の未来「の」。", []),
        ("ko zh-Hans", "경찰은 갱단원을 체포했다.", "警方逮捕了一名갱단원을。", ["갱단원을"]),
        ("ru ar", "Встреча союзников", "اجتماع союзников أمس", ["союзников"]),
        ("ru uk", "Встреча союзников", "Зустріч союзников", []),
        ("en ja", "The ministers of defence met.", "各国の国防部长们が会談した。", ["国防部长们"]),
        ("en ja", "Beijing University", "北京大学は国務院に属する。", []),
        ("en ko", "some 120 firefighters", "消防官 약 120명", ["消防官"]),
        ("en ko", "the U.S. Congress", "美 의회(美議會)", []),
    ],
)
def test_a_word_of_the_source_in_its_own_script_is_found(
    languages: str, source: str, target: str, words: list[str]
) -> None:
    assert _left(languages, source, target) == words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("De toekomst van het gebouw", 1), ("Lord of the Rings", 0), ("Toekomst", 1), ("TOEKOMST", 1),
        ("DE TOEKOMST VAN HET GEBOUW IN DE STAD", 1), ("Vincent van Gogh", 0), ("Reuters", 0), ("Team", 0),
        ("NAVO", 0), ("REUTERS", 0), ("Ank Bijleveld", 0),
    ],
)  # fmt: skip
def test_a_heading_left_as_it_was_is_found_but_for_names(text: str, count: int) -> None:
    assert len(list(untranslated_findings(text, text, "nl", "en"))) == count


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Similar fires", "de", 1), ("Similar Fires", "de", 0), ("Fire", "ja", 1), ("Hospital", "nl", 1),
        ("Hospital", "es", 0), ("Apple", "de", 1), ("Future", "tlh", 0),
    ],
)  # fmt: skip
def test_a_heading_of_ordinary_words_is_found_where_the_language_has_others(
    text: str, language: str, count: int
) -> None:
    assert len(list(untranslated_findings(text, text, "en", language))) == count


def test_a_word_that_stands_elsewhere_in_the_translation_is_a_name() -> None:
    assert list(untranslated_findings("Apple", "Apple", "en", "de", {"apple": 2})) == []


@pytest.mark.parametrize(
    ("languages", "heading", "count"),
    [
        ("nl en", "Tweede pont volgt", 1),
        ("de en", "Wiederaufbau der Brücken", 1),
        ("de es", "Hilfe aus Österreich", 1),
        ("de-AT en", "Wiederaufbau der Brücken", 1),
        ("en fr", "Visitors from Asia", 0),
        ("en fr", "Visitors from abroad", 1),
        ("nl en", "Ank Bijleveld en James Mattis", 0),
        ("en nl", "Lord of the Rings", 0),
        ("fr en", "Médecins Sans Frontières", 0),
        ("de en", "Frankfurter Allgemeine Zeitung", 0),
        ("en nl", "Apple iPhone XS", 0),
    ],
)
def test_a_heading_of_a_few_words_is_left_or_is_a_name(languages: str, heading: str, count: int) -> None:
    source, target = languages.split()
    assert len(list(untranslated_findings(heading, heading, source, target))) == count
