import unicodedata

MAX_LENGTH = 80


def slugify(headline: str) -> str:
    """Lower-case letters and digits of any script, hyphens between; at most 80 code points, maybe none."""
    folded = unicodedata.normalize("NFKC", headline).casefold()
    words = "".join(character if _is_kept(character) else " " for character in folded).split()
    slug = "-".join(words)
    if len(slug) <= MAX_LENGTH:
        return slug
    cut = slug[: MAX_LENGTH + 1].rpartition("-")[0]
    return cut or slug[:MAX_LENGTH]


def _is_kept(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"
