"""Article folders of any number: invented words, real names in between for the gazetteer to find."""

import random
from pathlib import Path

LANGUAGES = ("nl", "en")
NAMES = ("Ank Bijleveld-Schouten", "James Mattis", "Ottawa", "Canada", "Baghdad")
SYLLABLES = tuple(consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou")
PARAGRAPHS = 8
SENTENCES = 4
WORDS = 14


def generate_articles(folder: Path, count: int, seed: int = 1) -> None:
    """About 3 kB a text; the same seed makes the same texts."""
    chance = random.Random(seed)  # noqa: S311  # nothing here is secret
    for number in range(count):
        article = folder / f"generated-{number:06}"
        article.mkdir(parents=True)
        for language in LANGUAGES:
            (article / f"{language}.txt").write_text(_text(chance), encoding="utf-8")


def _text(chance: random.Random) -> str:
    paragraphs = [" ".join(_sentence(chance) for _ in range(SENTENCES)) for _ in range(PARAGRAPHS)]
    paragraphs.insert(PARAGRAPHS // 2, _phrase(chance, 4))
    return "\n\n".join([_phrase(chance, 6), *paragraphs]) + "\n"


def _sentence(chance: random.Random) -> str:
    words = _phrase(chance, WORDS).split()
    if chance.random() < 0.2:  # noqa: PLR2004  # one sentence in five names somebody or some place
        words.insert(chance.randrange(1, WORDS), chance.choice(NAMES))
    return " ".join(words) + "."


def _phrase(chance: random.Random, words: int) -> str:
    return " ".join(
        "".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(words)
    ).capitalize()
