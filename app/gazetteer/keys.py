"""To be replaced by the recogniser's own module of this name."""


def opening(text: str) -> str:
    words = text.split()
    return words[0].casefold() if words else ""
