"""Words that stand before the name of a place where something is, comes from or goes to."""

_PREPOSITIONS = {
    "af": "in uit na by",
    "bg": "в във от до към",
    "ca": "a en de des",
    "cs": "v ve z ze do u",
    "da": "i fra til ved",
    "de": "in aus nach bei",
    "el": "σε στο στη στην στον στις στους από",
    "en": "in at near from outside around across toward towards throughout",
    "es": "en a desde de",
    "et": "",
    "fr": "à en au aux de d depuis vers",
    "gl": "en a de desde",
    "hr": "u iz do kod",
    "id": "di ke dari",
    "is": "í frá til",
    "it": "a ad in da di",
    "ms": "di ke dari",
    "nb": "i fra til ved",
    "nl": "in te uit naar bij nabij vanuit",
    "nn": "i frå til ved",
    "pl": "w we z ze do pod",
    "pt": "em no na nos nas de do da desde",
    "ro": "în din la spre",
    "ru": "в во из под до близ",
    "sk": "v vo z zo do",
    "sl": "v iz do pri",
    "sr": "u iz do kod у из до код",
    "sv": "i från till vid",
    "uk": "у в з із до під",
    "vi": "ở tại từ đến",
}
_OF = {language: frozenset(words.split()) for language, words in _PREPOSITIONS.items()}
_NONE: frozenset[str] = frozenset()


def is_place_preposition(word: str, language: str) -> bool:
    return word.lower() in _OF.get(language.partition("-")[0], _NONE)
