"""Who says a quotation, from the words beside it: "Bijleveld: …" and "…, says Minister Bijleveld"."""

import re

from app.newswire.names import PARTICLES
from app.newswire.prepositions import PREPOSITIONS
from app.newswire.punctuation import primary
from app.newswire.roles import is_role

SAYING: dict[str, str] = {
    "af": "sê gesê",
    "ar": "رد ردت تابع تابعت أردف أردفت أخبر تحدث قائلا قائلًا قائلاً قائلة قال قالت يقول تقول أضاف أضافت "
    "صرح صرحت أكد أكدت",
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
    "hi": "ने कहा बताया कहते कहती",
    "hr": "rekao rekla kaže izjavio izjavila kazao kazala dodao dodala",
    "hu": "mondta mondja közölte szerint tette hozzá nyilatkozta",
    "id": "kata ujar tutur",
    "it": "ha detto dice dichiarato dichiara afferma affermato spiega spiegato aggiunge secondo disse",
    "ja": "は 述べ 語っ 話す 話し",
    "ko": "말했다 밝혔다 전했다 말했습니다 밝혔습니다",
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
    "zh": "说 說 表示 指出 称 稱 强调 強調 认为 認為 写道 寫道 提到 告诉 告訴 回应 回應",
}
# Where these speak, no name was given.
PRONOUNS: dict[str, str] = {
    "ar": "هو هي هم أنا نحن", "bg": "той тя те", "cs": "on ona oni", "da": "han hun de",
    "de": "er sie wir ich",
    "el": "αυτός αυτή", "en": "he she it they we i you one", "es": "él ella ellos ellas", "et": "ta tema nad",
    "fa": "او وی آنها", "fi": "hän he", "fr": "il elle ils elles on", "he": "הוא היא הם הן אני",
    "hi": "उसने उन्होंने वह वे मैंने", "hr": "on ona oni", "hu": "ő ők", "it": "lui lei egli ella loro",
    "ja": "彼 彼女 彼ら 私", "ko": "그는 그녀는 그가 나는 그", "nb": "han hun de",
    "nl": "hij zij ze wij we ik",
    "nn": "han ho dei", "pl": "on ona oni", "pt": "ele ela eles elas", "ro": "el ea ei", "ru": "он она они",
    "sr": "он она они on ona oni", "sv": "han hon de", "th": "เขา เธอ ผม ฉัน", "tr": "o onlar",
    "uk": "він вона вони", "vi": "ông bà anh cô họ tôi", "zh": "他 她 它 我 他们 她们 他們 她們",
}  # fmt: skip
_SAYING = {code: frozenset(words.split()) for code, words in SAYING.items()}
_SAYING |= {"nn": _SAYING["nb"] | {"seier", "seiar"}, "no": _SAYING["nb"], "bs": _SAYING["hr"]}
_PRONOUNS = {code: frozenset(words.split()) for code, words in PRONOUNS.items()}
_NONE: frozenset[str] = frozenset()

_WORD = re.compile(r"[^\W\d_](?:[\w\u200c.’'-]*\w)?")
_STOP = re.compile(r"[.!?…;]\s|[。！？؟।；]")
_COLON = re.compile(r"\s*[:：]\s*$")
_COMMA = re.compile("[,，、،]")
_SPACELESS = frozenset({"ja", "lo", "th", "zh"})
# Scripts without capitals: a longer clause tells more than who speaks.
LONGEST_SPACELESS_SPEAKER = 10
MOST_CASELESS_WORDS = 3
# "…," says Bijleveld: the verb stands within so many words, the name within so many of the verb.
REACH = 8
MOST_WORDS_BETWEEN = 2


def speaker_before(text: str, language: str) -> str | None:
    """``text`` ends where the quotation begins: "Bijleveld: ", "Minister Bijleveld comments: "."""
    if not (colon := _COLON.search(text)):
        return None
    clause = _clauses(text[: colon.start()], language)[-1]
    if not any(_is_cased(char) for char in clause):
        return _caseless_name(clause, language)
    words = _WORD.findall(clause)
    if len(words) > REACH or not words or _is_pronoun(words[0], language):
        return None
    return _name_behind_role(words, language) or _name_beside_verb(words, language)


def speaker_after(text: str, language: str) -> str | None:
    """``text`` begins where the quotation ends: ", says Minister Bijleveld."."""
    clause = _COMMA.split(_clauses(text.lstrip(" \u00a0,.，、،–—-"), language)[0])[0]
    words = _WORD.findall(clause)[: 2 * REACH]
    verb = next((index for index, word in enumerate(words[:REACH]) if is_saying(word, language)), None)
    if verb is None or not any(_is_cased(char) for char in clause):
        return None
    if any(_is_pronoun(word, language) for word in words[max(0, verb - 1) : verb + 2]):
        return None
    return _name_behind_role(words, language) or _name_beside_verb(words, language)


def _clauses(text: str, language: str) -> list[str]:
    """Split at stops, but for those of initials and abbreviated titles: "M. Dupont", "Sen. Graham"."""
    clauses, start = [], 0
    for stop in _STOP.finditer(text):
        words = _WORD.findall(text[max(start, stop.start() - 20) : stop.start()])
        is_abbreviation = (
            stop[0][0] == "." and words and (len(words[-1]) == 1 or is_role(words[-1], language))
        )
        if not is_abbreviation:
            clauses.append(text[start : stop.start()])
            start = stop.end()
    return [*clauses, text[start:]]


def _is_cased(char: str) -> bool:
    return char.upper() != char.lower()


def _is_pronoun(word: str, language: str) -> bool:
    return word.casefold() in _PRONOUNS.get(primary(language), _NONE)


def is_saying(word: str, language: str) -> bool:
    return word.casefold() in _SAYING.get(primary(language), _NONE)


def _run(words: list[str], start: int, language: str) -> list[str]:
    """The name that begins at ``start``: capitalised words, with small particles within."""
    end = start
    while end < len(words) and (words[end][0].isupper() or (end > start and words[end] in PARTICLES)):
        if is_role(words[end], language) or is_saying(words[end], language):
            break
        end += 1
    while end > start and words[end - 1] in PARTICLES:
        end -= 1
    return words[start:end]


def _name_behind_role(words: list[str], language: str) -> str | None:
    for index, word in enumerate(words[:-1]):
        if is_role(word, language) and (run := _run(words, index + 1, language)):
            return " ".join(run)
    return None


def _name_beside_verb(words: list[str], language: str) -> str | None:
    """A name that is all there is, or stands directly in front of a verb of saying or shortly behind it."""
    first = _run(words, 0, language)
    if first and len(first) == len(words):
        return " ".join(first)
    for verb in (index for index, word in enumerate(words) if is_saying(word, language)):
        if first and len(first) == verb:
            return " ".join(first)
        for start in range(verb + 1, min(len(words), verb + 2 + MOST_WORDS_BETWEEN)):
            if words[start] in PREPOSITIONS:
                break
            if run := _run(words, start, language):
                return " ".join(run)
    return None


def _caseless_name(clause: str, language: str) -> str | None:
    """The clause without its verbs of saying and without what ends in an office."""
    clause = _COMMA.split(clause)[-1].strip()
    if primary(language) in _SPACELESS:
        name = _spaceless_name(clause, language)
        return name if 0 < len(name) <= LONGEST_SPACELESS_SPEAKER else None
    words = clause.split()
    # Arabic writes "and" and "so" as one letter in front of the verb.
    verbs = [is_saying(word, language) or is_saying(word[1:], language) for word in words]
    end = verbs.index(True) if True in verbs[1:] and not verbs[0] else len(words)
    parts = [
        word
        for word, is_verb in zip(words[:end], verbs, strict=False)
        if not is_verb and not is_role(word, language)
    ]
    if not 0 < len(parts) <= MOST_CASELESS_WORDS or any(_is_pronoun(word, language) for word in parts):
        return None
    return " ".join(parts)


def _spaceless_name(clause: str, language: str) -> str:
    """Up to the first verb of saying or topic marker, behind the last office; empty with a pronoun."""
    if any(pronoun in clause for pronoun in _PRONOUNS.get(primary(language), _NONE)):
        return ""
    for verb in _SAYING.get(primary(language), _NONE):
        clause = clause.partition(verb)[0]
    for length in (3, 2):
        for start in range(len(clause) - length - 1, -1, -1):
            if is_role(clause[start : start + length], language):
                return clause[start + length :].strip()
    return clause.strip()
