"""Small articles beside the real one, so that lists have pages and readers have languages to miss."""

from pathlib import Path

WITHOUT_DEFAULT = "rain"
"""In French and Arabic, not in the site's default language."""
BEYOND_ASCII = "été-2019.v1"
"""An id that an address holds percent-encoded."""

TEXTS = {
    WITHOUT_DEFAULT: {
        "fr": "Il pleut\n\nDe la pluie partout.\n\nDemain aussi.\n",
        "ar": "إنها تمطر\n\nالمطر في كل مكان.\n\nوغدا أيضا.\n",
    },
    BEYOND_ASCII: {"fr": "L’été\n\nIl fait chaud.\n\nTrès chaud.\n"},
    "snow": {
        "en": "It snows\n\nSnow in Ottawa.\n\nAnd in Baghdad, says Ank Bijleveld.\n",
        "sr-Latn": "Pada sneg\n\nSneg u Otavi.\n\nI u Bagdadu.\n",
    },
}


def write_articles(folder: Path) -> None:
    for article_id, texts in TEXTS.items():
        (folder / article_id).mkdir()
        for language, text in texts.items():
            (folder / article_id / f"{language}.txt").write_text(text, encoding="utf-8")
