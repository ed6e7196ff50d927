"""What stands between two segments that follow each other."""

from app.newswire.punctuation import primary

_WITHOUT_SPACES = frozenset({"ja", "yue", "zh"})


def separator(language: str, kind: str, between: str) -> str:
    """``between``: white space of the original at that place. Items of a list stay a line each."""
    if kind == "list" and "\n" in between:
        return "\n"
    return "" if primary(language) in _WITHOUT_SPACES else " "


def unwrapped(text: str, language: str, kind: str) -> str:
    """On one line, unless it is of a list."""
    return separator(language, kind, "\n").join(text.split("\n"))
