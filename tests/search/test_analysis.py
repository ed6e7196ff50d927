"""What is found by what, language by language."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.analysis import MOST_CHARACTERS, analyse
from app.search.expression import asked, phrase, phrases_in
from app.search.stemming import LANGUAGES

FOUND = {
    "ar": [("بغداد", "وببغداد"), ("العراق", "للعراق"), ("عراق", "العِراق"), ("احمد", "أحمد"),
           ("محمد", "محمـــد"), ("الوزير", "وزير"), ("والوزير", "وزير"), ("الفريق", "فريق"),
           ("ضحية", "الضحية"), ("السنوات", "سنوات"), ("بريطانية", "البريطانية")],
    "az": [("bakı", "BAKI"), ("istanbul", "İSTANBUL")],
    "bg": [("Ирак", "ИРАК")],
    "cs": [("ministr", "ministři"), ("Sýrie", "Sýrii")],
    "da": [("Ærø", "ærø"), ("soldater", "soldaterne"), ("aeroe", "aeroe")],
    "de": [("Müller", "Mueller"), ("Muller", "Müller"), ("Strasse", "Straße"), ("Minister", "Ministern")],
    "el": [("Ιράκ", "ΙΡΑΚ"), ("σύμβουλος", "ΣΥΜΒΟΥΛΟΣ"), ("υπουργός", "υπουργοί"), ("εμβολια", "εμβόλιο")],
    "en": [
        ("coalition", "coalitions"), ("F-16", "F16"), ("F16", "F-16s"), ("F 16", "F-16's"),
        ("Canada", "Canada’s"),
        ("Bijleveld", "Bijleveld-Schouten"), ("email", "e-mail"), ("5000", "5,000"), ("5.000", "5,000"),
        ("cafe", "café"), ("naive", "naı̈ve"), ("COVID", "COVID-19"), ("ｗｉｄｅ", "wide"), ("2018", "٢٠١٨"),
        ("1", "⑴"), ("cooperation", "co\u00adoperation"),
    ],
    "es": [("nación", "naciones"), ("Mejico", "Méjico"), ("espana", "España"), ("osos", "un oso")],
    "et": [("öö", "ÖÖ")],
    "fa": [("كتاب", "کتاب"), ("کتاب", "کتاب‌ها"), ("عراقی", "عراقي"), ("خوک‌ها", "خوک"),
           ("بزرگ", "بزرگ‌ترین")],
    "fi": [("Bagdad", "Bagdadissa"), ("Jyväskylä", "jyväskylä"), ("jyvaskyla", "Jyväskylä"),
           ("pakolaiset", "pakolaisten"), ("Hakkarainen", "Hakkaraisen"), ("Hakkaraisen", "Hakkarainen"),
           ("Hakkarainen", "Hakkaraista"), ("Hakkaraista", "Hakkaraiselle"), ("Räikkösen", "Räikköstä"),
           ("Raikkonen", "Räikköstä"), ("hyökkäystä", "hyökkäys"), ("nainen", "naiset"),
           ("hallitus", "hallituksen"), ("hallituksen", "hallitus"), ("äänestys", "äänestyksiä"),
           ("tuloksia", "tulosta"), ("aanestyksen", "äänestys"), ("vapaus", "vapauden"),
           ("mahdollisuuksia", "mahdollisuutta"), ("siltaa", "sillan"), ("sillan", "siltaa"),
           ("asiaa", "asia")],
    "fr": [("Irak", "l’Irak"), ("Irak", "d'Irak"), ("Quebec", "Québec"), ("conseiller", "conseillers"),
           ("coeur", "cœur"), ("l'avion", "un avion")],
    "he": [("בגדאד", "לבגדאד"), ("ביטחון", "הביטחון"), ("שלום", "שָׁלוֹם"), ("חוקר", "החוקרים"),
           ("חוקרים", "החוקר"), ("בניין", "הבניינים"), ("ההחלטות", "החלטה"), ("תכניות", "תכנית"),
           ("שאלה", "שאלות"), ("שאלות", "שאלה"), ("מורים", "המורה"), ("המורה", "מורים"), ("ועדה", "לוועדה")],
    "hi": [("इराक", "इराक़")],
    "hu": [("miniszter", "miniszterek")],
    "id": [("menteri", "menterinya")],
    "it": [("Iraq", "dell'Iraq"), ("ministro", "ministri"), ("perche", "perché"),
           ("l'ospedale", "ospedali"), ("orsi", "orso")],
    "ja": [("バグダッド", "イラクのバグダッドで"), ("軍事顧問", "軍事顧問として"), ("国", "国防大臣"),
           ("ﾜｸﾁﾝ", "新しいワクチン"), ("ワクチン", "ﾜｸﾁﾝ")],
    "ko": [("고문", "군사고문은"), ("이라크", "이라크에서"), ("바그다드", "바그다드의"),
           ("이재명", "이 재명은"), ("남궁민수가", "남궁 민수"), ("도널드트럼프", "도널드 트럼프를"),
           ("런던에서", "런던은 넓다"), ("런던", "런던의")],
    "lo": [("ລາວ", "ປະເທດລາວ")],
    "nb": [("soldat", "soldatene"), ("Tromso", "Tromsø"), ("Tromsø", "TROMSØ")],
    "nl": [("Syrie", "Syrië"), ("minister", "ministers"), ("foto", "foto's"), ("coalitie", "coalities"),
           ("coördinatie", "coordinatie"), ("kankercel", "kankercellen")],
    "no": [("soldat", "soldatene")],
    "pl": [("Łódź", "ŁÓDŹ"), ("zolnierz", "żołnierz")],
    "pt-BR": [("nação", "nações"), ("nacao", "nação"), ("ursos", "um urso")],
    "ru": [("Ирак", "Ираке"), ("ещё", "еще"), ("министр", "министры"), ("Лаврова", "Лавров"),
           ("Ковалёвым", "Ковалев"), ("Ковалева", "Ковалёв"), ("стола", "столов")],
    "sr-Cyrl": [("Багдад", "Багдаду")],
    "sv": [("Malmö", "MALMÖ"), ("malmo", "Malmö"), ("soldat", "soldaterna")],
    "sw": [("waziri", "WAZIRI")],
    "th": [("ที่ปรึกษา", "ที่ปรึกษาทางทหาร"), ("แบกแดด", "ในแบกแดด")],
    "tr": [("Irak", "IRAK"), ("İstanbul", "istanbul"), ("Istanbul", "İstanbul"), ("danışman", "danışmanları"),
           ("Irak", "Irak'ın"), ("domuz", "domuzlarını"), ("domuzu", "domuza"), ("konu", "konusunda"),
           ("insan", "insanın"), ("ev", "evde"), ("kız", "kızlar"), ("mahkeme", "mahkemesinin"),
           ("mahkemesi", "mahkemede"), ("yönetici", "yöneticisiyle"), ("suçlama", "suçlamasında")],
    "uk": [("п'ять", "п’ять"), ("Київ", "КИЇВ"), ("біженці", "біженців"), ("літаки", "літаку"),
           ("Україна", "України")],
    "vi": [("Bát-đa", "Bát-đa"), ("Bat-da", "bat-da"), ("ma", "má")],
    "zh-Hans": [("巴格达", "在巴格达的军事顾问"), ("顾问", "军事顾问"), ("军", "美军"),
                ("NATO", "北约（NATO）"), ("世界衛生組織", "据世界卫生组织"), ("複雜", "复杂")],
    "zh-Hant": [("顧問", "軍事顧問"), ("顾问", "軍事顧問"), ("军", "美軍"), ("计划", "新計畫"),
                ("衛生", "衞生組織")],
    "zh-TW": [("台湾", "在臺灣"), ("總統", "总统")],
    "yue": [("說話", "説话")],
    "x-klingon": [("qapla", "Qapla'")],
    "und": [("cafe", "Café")],
}  # fmt: skip
"""By language: what is asked, and a text that it has to find."""

NOT_FOUND = {
    "el": [("ζουν", "ζ")],
    "en": [("16", "1,600"), ("advisers military", "military advisers"), ("univers", "diverse")],
    "es": [("año", "ano")],
    "fi": [("vuosi", "vuoksi"), ("ääni", "äänestää")],
    "fr": [("sea", "se")],
    "nl": [("minister", "mini"), ("veiligheid", "veil")],
    "he": [("מורים", "בורים"), ("בגלות", "גלה")],
    "ko": [("알-무알렘", "무알코올"), ("한국은행", "한국은 행복하다")],
    "sv": [("för", "for"), ("Malmö", "malmo")],
    "tr": [
        ("deniz", "de"),
        ("kıyı", "ki"),
        ("domuzlar", "dolar"),
        ("döndü", "dönem"),
        ("insan", "in"),
        ("ne", "nesi"),
        ("ders", "dede"),
        ("der", "dersi"),
    ],
    "vi": [("má", "mà")],
    "zh": [("达格", "巴格达")],
    "ja": [("顧軍", "軍事顧問"), ("臺灣", "台灣へ"), ("军", "米軍")],
}


def finds(typed: str, text: str, language: str) -> bool:
    """As an index would, of a single text."""
    wanted = asked(typed, language)
    assert wanted is not None
    return any(_has(text, language, phrase.terms) for phrase in phrases_in(wanted))


def _has(text: str, language: str, wanted: tuple[str, ...]) -> bool:
    tokens = list(analyse(text, language))
    terms = [token.term for token in tokens if not token.beside]
    size = len(wanted)
    follows = any(tuple(terms[start : start + size]) == wanted for start in range(len(terms) - size + 1))
    return follows or wanted in {(token.term,) for token in tokens}


@pytest.mark.parametrize(
    ("language", "typed", "text"), [(tag, *case) for tag, cases in FOUND.items() for case in cases]
)
def test_a_text_is_found_by(language: str, typed: str, text: str) -> None:
    assert finds(typed, text, language)


@pytest.mark.parametrize(
    ("language", "typed", "text"), [(tag, *case) for tag, cases in NOT_FOUND.items() for case in cases]
)
def test_a_text_is_not_found_by(language: str, typed: str, text: str) -> None:
    assert not finds(typed, text, language)


def test_a_word_of_one_language_is_none_of_another() -> None:
    german, english = phrase("die", "de"), phrase("die", "en")
    assert german != english


@pytest.mark.parametrize("language", sorted(LANGUAGES | {"zh", "ja", "ko", "th", "und"}))
@given(text=st.text())
def test_offsets_slice_any_text(text: str, language: str) -> None:
    for token in analyse(text, language):
        assert 0 <= token.start < token.end <= len(text)
        bare = token.term.removeprefix(f"{language}:")
        assert bare
        assert len(bare) <= MOST_CHARACTERS
        assert not any(character.isspace() for character in bare)
        assert bare.isascii() <= bare.isalnum()


def test_offsets_count_code_points() -> None:
    text = "𝔘𝔫𝔦 in Syrië"
    (*_, last) = (token for token in analyse(text, "nl") if not token.beside)
    assert text[last.start : last.end] == "Syrië"


def test_a_text_says_the_same_however_its_accents_are_encoded() -> None:
    texts = {form: unicodedata.normalize(form, "Coördinatie in Syrië, café") for form in ("NFC", "NFD")}
    terms = {tuple(token.term for token in analyse(text, "nl")) for text in texts.values()}
    assert len(terms) == 1


def test_a_sign_that_stands_for_several_words_is_one_term() -> None:
    (token,) = (token for token in analyse("ﷺ", "sv") if not token.beside)
    assert not any(character.isspace() for character in token.term)


def test_analysing_twice_gives_the_same() -> None:
    text = "The Netherlands contributes F-16s; Defence Minister Bijleveld’s 12,500 troops"
    assert list(analyse(text, "en")) == list(analyse(text, "en"))
