"""Who wrote it, and where and when, on lines of their own above the lead."""

import re

from app.newswire.names import PARTICLES

LONGEST = 80
MOST_NAMES = 10

_BY = re.compile(
    r"(?:by|door|von|par|por|di|da|de|av|af|pela|pelo|tekst|text|texte|texto|testo|teksti|written by|"
    r"autor|autora|auteur|author|autore|författare|skrevet av|kirjoittaja|yazan|oleh|penulis|"
    r"автор|текст|автори|από|του|بقلم|كتب|كتبت|نویسنده|به قلم|מאת|लेखक|โดย|tác giả|theo|文|"
    r"记者|記者|作者|글|기자|本报记者|本報記者|执笔)(?:\s*[:：/／]\s*|\s+)",
    re.IGNORECASE,
)
_BETWEEN_NAMES = PARTICLES | {
    "a", "and", "e", "en", "et", "i", "in", "ja", "och", "og", "und", "y", "и", "і", "та", "και",
}  # fmt: skip
_NOT_A_NAME = re.compile(r"[\d.!?…:;。！？؟।]$|\d{3}|[“”„«»\"]")
_SEPARATORS = re.compile(r"[\s,/|&·、，،]+")

_DAY_MONTH_YEAR = (
    r"(?:\d{1,2}(?:st|nd|rd|th|er)?[.º]?,? (?:de )?[^\W\d_]+\.?,? (?:de |del )?\d{4}"
    r"|[^\W\d_]+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
    r"|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|\d{4}년 ?\d{1,2}월 ?\d{1,2}일)"
)
_DATELINE = re.compile(
    rf"(?:[^\W\d_][\w.’' -]{{1,40}}(?:,| [–—-]|，|、|،) ?)?"
    rf"(?:\(?[^\W\d_]+\.?\)?,? )?{_DAY_MONTH_YEAR}"
    r"(?: ?(?:г\.|р\.|года|року|г|р))?(?:[ ,]+\d{1,2}[:.h]\d{2}.{0,10})?[ –—-]*"
)


def is_byline(text: str) -> bool:
    """A line "By Jane Doe": the word in front and then nothing but names."""
    if len(text) > LONGEST or (match := _BY.match(text)) is None or _NOT_A_NAME.search(text):
        return False
    names = [word for word in _SEPARATORS.split(text[match.end() :]) if word]
    return (
        1 <= len(names) <= MOST_NAMES and not names[0][0].islower() and all(_is_name(word) for word in names)
    )


def _is_name(word: str) -> bool:
    return not word[0].islower() or word in _BETWEEN_NAMES


def is_dateline(text: str) -> bool:
    """A line that is nothing but a place and a date, or a date: "Ottawa, 6 December 2018"."""
    return len(text) <= LONGEST and _DATELINE.fullmatch(text) is not None
