"""What a tag or a range is called, to find one by the other in a dictionary; all in lower case."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from app.language.fallback import fallbacks
from app.language.likely import is_pseudo_locale
from app.language.registry import registry
from app.language.tag import Subtags, canonical_subtags, without_needless_script


@dataclass(frozen=True, slots=True)
class Names:
    """Each tuple from the most to the least specific.

    ``own``: canonical, without extensions, as written and with the script written out (``zh-tw``,
    ``zh-hant-tw``).
    ``with_extensions``: the whole canonical tag, if it has extensions or private use, and its beginnings that
    still have some.
    ``subtags``: those written, in canonical case, so that the region of ``nl-NL`` is not its language.
    """

    canonical: str
    own: tuple[str, ...]
    with_extensions: tuple[str, ...]
    subtags: frozenset[str]
    is_pseudo_locale: bool = False


@dataclass(frozen=True, slots=True)
class CoveringNames:
    """What the ranges are called that cover a tag, from the most to the least specific.

    ``as_written``: those of them that no likely script is needed for, in one tuple for each way to write the
    tag.
    """

    all: tuple[str, ...]
    as_written: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=4096)
def names_of(tag: str) -> Names:
    subtags = canonical_subtags(tag)
    if subtags is None or not subtags.language:
        text = tag.lower()
        return Names(text, (text,), (), frozenset(text.split("-")))
    bare = subtags._replace(extensions=(), private_use="")
    written, whole = str(bare), str(subtags)
    return Names(
        canonical=str(without_needless_script(bare)).lower(),
        own=tuple(dict.fromkeys((written.lower(), str(_with_script(bare)).lower()))),
        with_extensions=tuple(name for name in beginnings(whole.lower()) if len(name) > len(written)),
        subtags=frozenset(written.split("-")),
        is_pseudo_locale=is_pseudo_locale(bare),
    )


@lru_cache(maxsize=4096)
def covering_names(tag: str) -> CoveringNames:
    names, as_given = names_of(tag), beginnings(tag.lower())
    as_written, spelled_out = beginnings(names.own[0]), beginnings(names.own[-1])
    shorter = chain.from_iterable(zip(spelled_out[1:], as_written[1:], strict=False))
    everything = tuple(dict.fromkeys((*names.with_extensions, *names.own, *shorter, *as_given)))
    ways = dict.fromkeys(((*names.with_extensions, *as_written), as_given))
    return CoveringNames(everything, tuple(way for way in ways if way != everything))


@lru_cache(maxsize=4096)
def fallback_names(tag: str) -> tuple[str, ...]:
    """What lookup cuts a tag down to, first with the script written out: ``zh-TW`` to ``zh-Hant``, ``zh``."""
    subtags = canonical_subtags(tag)
    if subtags is None or not subtags.language:
        return beginnings(tag.lower())[1:]
    bare = subtags._replace(extensions=(), private_use="")
    canonical = dict.fromkeys(str(without_needless_script(one)) for one in (_with_script(bare), bare))
    parents = dict.fromkeys(parent.lower() for one in canonical for parent in fallbacks(one))
    return tuple(parent for parent in parents if parent not in names_of(tag).own)


def _with_script(subtags: Subtags) -> Subtags:
    script = subtags.script or registry().likely_script(subtags.language, subtags.region)
    return subtags._replace(script=script)


def beginnings(tag: str) -> tuple[str, ...]:
    """The tag, then without its last subtag, and so on."""
    found = [tag]
    while (end := tag.rfind("-")) > 0:
        tag = tag[:end]
        found.append(tag)
    return tuple(found)
