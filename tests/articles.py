"""Article folders with made-up texts, as many as wanted and always the same for the same numbers."""

import random
from pathlib import Path

LANGUAGES = ("nl", "en", "ar")
PEOPLE = """
[ilse-vandoren]
labels = { mul = "Ilse Vandoren" }
[ilse-vandoren.descriptions]
en = "harbour master"
[tomas-hruby]
labels = { mul = "Tomas Hruby" }
"""
PLACES = """
[stonequay]
kind = "city"
labels = { mul = "Stonequay" }
external_ids = { geonames = "1" }
not_names = { mul = ["Stone"] }
"""
LATER_PEOPLE = """
[mina-okafor]
labels = {{ mul = "Mina Okafor" }}
aliases = {{ en = ["Okafor of edition {edition}"] }}
"""
_WORDS = {
    "nl": "aan brug dijk gracht haven koop land markt nacht oever plein riet schip toren water zand",
    "en": "barge clerk dock east ferry gate hill iron lamp mill north quay reed stone tide weir",
    "ar": "باب بحر بيت جبل جسر حقل خبز دار رمل سوق شمس طريق غرب قمر نهر ورد",
}
_NAMES = ("Ilse Vandoren", "Tomas Hruby", "Mina Okafor", "Stonequay")


def write_articles(folder: Path, numbers: range, *, edition: int = 1) -> list[str]:
    """The ids of what was written.

    An article has one to three languages. Each later edition rewords a language of every other
    article; the second brings another person, those after it another name of that person.
    """
    folder.mkdir(exist_ok=True)
    people = PEOPLE if edition == 1 else PEOPLE + LATER_PEOPLE.format(edition=edition)
    (folder / "people.toml").write_text(people, encoding="utf-8")
    (folder / "places.toml").write_text(PLACES, encoding="utf-8")
    return [_write_article(folder, number, edition) for number in numbers]


def _write_article(folder: Path, number: int, edition: int) -> str:
    article = folder / f"article-{number:04}"
    article.mkdir(exist_ok=True)
    languages = LANGUAGES[: 1 + number % 3]
    (article / "article.toml").write_text(
        f'source_language = "nl"\npublished_at = 2018-12-{1 + number % 28:02}\n'
        f'[source]\nname = "Harbour Gazette"\nlicense = "CC0-1.0"\n',
        encoding="utf-8",
    )
    for language in languages:
        reworded = edition if language == languages[-1] and number % 2 else 1
        text = _text(random.Random(f"{number} {reworded} {language}"), language, number)
        (article / f"{language}.txt").write_text(text, encoding="utf-8")
    return article.name


def _text(random_: random.Random, language: str, number: int) -> str:
    words = _WORDS[language].split()

    def sentence(length: int) -> str:
        chosen = random_.choices(words, k=length)
        chosen.insert(length // 2, random_.choice(_NAMES))
        return f"{chosen[0].capitalize()} {' '.join(chosen[1:])}."

    def paragraph() -> str:
        return " ".join(sentence(random_.randint(6, 14)) for _ in range(3))

    headline = " ".join(random_.choices(words, k=6)).capitalize()
    caption = f"{sentence(8)} (Foto: {random_.choice(_NAMES)})"
    quote = f"“{sentence(10)}”"
    heading = random_.choice(words).capitalize()
    pieces = [f"{headline} {number}", paragraph(), caption, caption, heading, paragraph(), quote, paragraph()]
    return "\n\n".join(pieces) + "\n"
