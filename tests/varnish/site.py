"""A site of four languages: articles that have different ones of them, with different originals."""

from pathlib import Path

SITE_LANGUAGES = ("en", "de", "fr", "nl")
BEYOND_ASCII = "été-2019.v1_b"
LANGUAGES = {
    "all-four": ("en", "de", "fr", "nl"),
    "dutch-and-french": ("nl", "fr"),
    "german": ("de",),
    "no-english": ("fr", "de", "nl"),
    "english-and-german": ("de", "en"),
    BEYOND_ASCII: ("fr", "en"),
}
"""By article id, the original's first."""
LISBON = {
    "en": "Lisbon",
    "pt": "Lisboa",
    "it": "Lisbona",
    "pl": "Lizbona",
    "da": "Lissabon",
    "ja": "リスボン",
}
"""A place whose name is in languages that no article has."""
_HEADLINES = {
    "en": "The harbour opens",
    "de": "Der Hafen öffnet",
    "fr": "Le port ouvre",
    "nl": "De haven gaat open",
}


def write_site(folder: Path) -> None:
    for article_id, languages in LANGUAGES.items():
        write_article(folder, article_id, languages, edition=1)
    labels = ", ".join(f'{language} = "{name}"' for language, name in LISBON.items())
    place = f'[lisbon]\nkind = "city"\nlabels = {{ {labels} }}\n'
    (folder / "places.toml").write_text(place, encoding="utf-8")


def write_article(folder: Path, article_id: str, languages: tuple[str, ...], *, edition: int) -> None:
    article = folder / article_id
    article.mkdir(parents=True, exist_ok=True)
    (article / "article.toml").write_text(f'source_language = "{languages[0]}"\n', encoding="utf-8")
    for language in languages:
        headline = f"{_HEADLINES[language]}, {article_id}, {edition}"
        body = "".join(f"{headline}, {number}.\n\n" for number in range(40))
        (article / f"{language}.txt").write_text(f"{headline}\n\n{body}", encoding="utf-8")
