"""Who says a quotation, from the words beside it: "Bijleveld: …" and "…, says Minister Bijleveld"."""

import re

from app.newswire.names import PARTICLES
from app.newswire.punctuation import primary
from app.newswire.roles import is_role

SAYING: dict[str, str] = {
    "af": "sê gesê",
    "ar": "قال قالت يقول تقول أضاف أضافت صرح صرحت أكد أكدت",
    "bg": "каза казва заяви заявява добави",
    "cs": "řekl řekla uvedl uvedla dodal dodala říká prohlásil prohlásila",
    "da": "siger sagde udtaler tilføjer forklarer fortæller ifølge mener skriver",
    "de": "sagt sagte erklärt erklärte so betont betonte meint meinte ergänzt ergänzte berichtet laut fügte",
    "el": "είπε δήλωσε λέει τόνισε πρόσθεσε ανέφερε",
    "en": "says said adds added comments commented explains explained tells told according stated states "
    "warned warns argued noted insisted wrote writes asked",
    "es": "dijo dice afirma afirmó explica explicó añade añadió señaló declaró según aseguró comentó",
    "et": "ütles lausus sõnas",
    "fa": "گفت می‌گوید افزود اظهار",
    "fi": "sanoo sanoi kertoo kertoi toteaa totesi mukaan lisää",
    "fr": "dit déclare déclaré affirme affirmé explique expliqué ajoute ajouté selon souligne estime confie",
    "he": "אמר אמרה אומר אומרת הוסיף הוסיפה מסר הסביר הסבירה",
    "hi": "कहा बताया कहते कहती",
    "hr": "rekao rekla kaže izjavio izjavila kazao kazala dodao dodala",
    "hu": "mondta mondja közölte szerint tette hozzá nyilatkozta",
    "id": "kata ujar tutur",
    "it": "detto dice dichiarato dichiara afferma affermato spiega spiegato aggiunge aggiunto secondo disse",
    "ja": "氏は 述べた 語った 話す 話した",
    "ko": "말했다 밝혔다 전했다 은 는",
    "nb": "sier sa forteller forklarer ifølge mener uttaler fortalte legger skriver",
    "nl": "zegt zei aldus stelt vertelt vertelde vindt benadrukt zo volgens verklaart verklaarde reageert "
    "meldt",
    "pl": "mówi powiedział powiedziała dodał dodała stwierdził stwierdziła podkreślił podkreśliła",
    "pt": "disse diz afirma afirmou explica explicou acrescenta acrescentou segundo declarou",
    "ro": "spus declarat spune afirmă afirmat adăugat precizat",
    "ru": "сказал сказала заявил заявила говорит отметил отметила добавил добавила подчеркнул подчеркнула "
    "сообщил сообщила рассказал рассказала пояснил пояснила",
    "sk": "povedal povedala uviedol uviedla dodal dodala hovorí",
    "sl": "dejal dejala pravi povedal povedala",
    "sr": "рекао рекла каже изјавио изјавила додао додала rekao rekla kaže izjavio izjavila dodao dodala",
    "sv": "säger sade sa berättar förklarar enligt menar tillägger skriver",
    "th": "กล่าว บอก ระบุ",
    "tr": "dedi söyledi diyor belirtti açıkladı ekledi",
    "uk": "сказав сказала заявив заявила каже зазначив зазначила додав додала розповів розповіла повідомив",
    "vi": "nói cho biết phát biểu",
    "zh": "说 說 表示 指出 称 稱 强调 強調 认为 認為 写道 寫道",
}
_SAYING = {code: frozenset(words.split()) for code, words in SAYING.items()}
_SAYING |= {"nn": _SAYING["nb"] | {"seier", "seiar"}, "no": _SAYING["nb"], "bs": _SAYING["hr"]}
_NONE: frozenset[str] = frozenset()

_WORD = re.compile(r"[^\W\d_](?:[\w\u200c.’'-]*\w)?")
_CLAUSE_END = re.compile(r"[.!?…。！？؟।;；]\s")
_COLON = re.compile(r"\s*[:：]\s*$")
# Scripts without capitals: the name cannot be told from its verb but by the table of verbs.
LONGEST_CASELESS_SPEAKER = 30
# "…," says Bijleveld: the verb stands within so many words.
REACH = 8


def speaker_before(text: str, language: str) -> str | None:
    """``text`` ends where the quotation begins: "Bijleveld: ", "Minister Bijleveld comments: "."""
    if not (colon := _COLON.search(text)):
        return None
    clause = _CLAUSE_END.split(text[: colon.start()])[-1]
    if any(_is_cased(char) for char in clause):
        words = _WORD.findall(clause)
        return _name(words, language) if len(words) <= REACH else None
    return _caseless_name(clause, language)


def speaker_after(text: str, language: str) -> str | None:
    """``text`` begins where the quotation ends: ", says Minister Bijleveld."."""
    text = text.lstrip(" \u00a0,.，、،–—-")
    clause = _CLAUSE_END.split(text)[0]
    words = _WORD.findall(clause.split(",")[0])
    saying = _SAYING.get(primary(language), _NONE)
    verb = next((index for index, word in enumerate(words[:REACH]) if word.casefold() in saying), None)
    if verb is None or not any(_is_cased(char) for char in clause):
        return None
    return _name(words[verb + 1 : verb + 1 + REACH], language) or _name(words[:verb], language)


def _is_cased(char: str) -> bool:
    return char.upper() != char.lower()


def _name(words: list[str], language: str) -> str | None:
    """The first run of capitalised words, particles of names among them, without offices and titles."""
    run: list[str] = []
    for word in words:
        if (word[0].isupper() and not is_role(word, language)) or (run and word in PARTICLES):
            run.append(word)
        elif run:
            break
    while run and run[-1] in PARTICLES:
        run.pop()
    return " ".join(run) or None


def _caseless_name(clause: str, language: str) -> str | None:
    """The clause without verbs of saying behind or before it, and without what ends in an office."""
    clause = re.split(r"[,，、،]", clause)[-1].strip()
    saying = _SAYING.get(primary(language), _NONE)
    if " " in clause:
        words = [word for word in clause.split() if word not in saying and not is_role(word, language)]
        clause = " ".join(words)
    for verb in sorted(saying, key=len, reverse=True):
        clause = clause.removesuffix(verb)
    clause = _without_office(clause, language).strip()
    return clause if 0 < len(clause) <= LONGEST_CASELESS_SPEAKER else None


def _without_office(clause: str, language: str) -> str:
    """The name behind an office: 张三 of 国防部长张三."""
    for length in (3, 2):
        for start in range(len(clause) - length):
            if is_role(clause[start : start + length], language):
                return clause[start + length :]
    return clause
