"""Language tags: their parts, their one canonical form, and which of them can be stored (BCP 47)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from app.errors import Refusal
from app.language.registry import registry
from app.texts.text import Text

EVERYWHERE = "mul"
"""Not a language of texts, but of names that are the same in every language (ISO 639-2)."""

UNDETERMINED = "und"
"""The language of names whose source does not say which it is (ISO 639-2)."""

MAXIMUM_LENGTH = 64
"""Characters of a tag that is stored or asked for. RFC 5646 section 4.4.1 wants 35 at least."""

_TAG = re.compile(
    r"""
    (?: (?P<language>[a-z]{2,3}) (?P<extlangs>(?:-[a-z]{3}){0,3}) | (?P<long_language>[a-z]{4,8}) )
    (?:-(?P<script>[a-z]{4}))?
    (?:-(?P<region>[a-z]{2}|[0-9]{3}))?
    (?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)
    (?P<extensions>(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*)
    (?:-(?P<private_use>x(?:-[a-z0-9]{1,8})+))?
    """,
    re.VERBOSE,
)
_PRIVATE_USE = re.compile(r"x(?:-[a-z0-9]{1,8})+")
_EXTENSION = re.compile(r"-([0-9a-wy-z](?:-[a-z0-9]{2,8})+)")

_MEANINGLESS = {
    "private use": Text("private use {subtag!r} in {tag!r} names no language that a reader has"),
    "language": Text("language {subtag!r} in {tag!r} names no language that a reader has"),
    "script": Text("script {subtag!r} in {tag!r} names no language that a reader has"),
    "region": Text("region {subtag!r} in {tag!r} names no language that a reader has"),
}
_UNKNOWN = {
    "language": Text("language {subtag!r} in {tag!r} is not in the language subtag registry"),
    "extended language": Text(
        "extended language {subtag!r} in {tag!r} is not in the language subtag registry"
    ),
    "script": Text("script {subtag!r} in {tag!r} is not in the language subtag registry"),
    "region": Text("region {subtag!r} in {tag!r} is not in the language subtag registry"),
    "variant": Text("variant {subtag!r} in {tag!r} is not in the language subtag registry"),
}


class Subtags(NamedTuple):
    """A tag in its parts, in canonical case. An extension keeps its singleton: ``u-co-phonebk``."""

    language: str
    extlangs: tuple[str, ...] = ()
    script: str = ""
    region: str = ""
    variants: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    private_use: str = ""

    def __str__(self) -> str:
        parts = (
            self.language, *self.extlangs, self.script, self.region,
            *self.variants, *self.extensions, self.private_use,
        )  # fmt: skip
        return "-".join(filter(None, parts))


def split_tag(tag: str) -> Subtags | None:
    """None where the tag is not well-formed (RFC 5646 section 2.1). Grandfathered tags are not split."""
    lowered = tag.lower() if tag.isascii() else ""
    if _PRIVATE_USE.fullmatch(lowered):
        return Subtags(language="", private_use=lowered)
    match = _TAG.fullmatch(lowered)
    if match is None:
        return None
    return Subtags(
        language=match["language"] or match["long_language"],
        extlangs=tuple((match["extlangs"] or "").split("-")[1:]),
        script=(match["script"] or "").title(),
        region=(match["region"] or "").upper(),
        variants=tuple(match["variants"].split("-")[1:]),
        extensions=tuple(_EXTENSION.findall(match["extensions"])),
        private_use=match["private_use"] or "",
    )


def canonicalize(tag: str) -> str:
    """The one way to write a tag (RFC 5646 section 4.5, with the aliases of CLDR where IANA has none).

    A script that the registry tells to leave out is left out: ``en-Latn`` is ``en``. Only ``kk-Cyrl-CN``
    and the like keep it, because there the bare tag means another script.
    """
    subtags = canonical_subtags(tag)
    if subtags is None:
        raise Refusal("malformed-language-tag", _not_a_tag(tag))
    return str(without_needless_script(subtags))


@lru_cache(maxsize=4096)
def canonical_subtags(tag: str) -> Subtags | None:
    """As ``canonicalize``, but a script that was written stays. None where the tag is not well-formed."""
    subtags = split_tag(registry().grandfathered.get(tag.lower(), tag))
    while subtags is not None and (better := _one_step(subtags)) != subtags:
        subtags = better
    return subtags


def _one_step(subtags: Subtags) -> Subtags:
    subtags = _with_preferred_language(_with_preferred_pair(_with_extlang_as_language(subtags)))
    known = registry()
    return subtags._replace(
        script=known.preferred_scripts.get(subtags.script, subtags.script),
        region=known.preferred_regions.get(subtags.region, subtags.region),
        variants=tuple(
            dict.fromkeys(
                known.preferred_variants.get(variant, variant)
                for variant in subtags.variants
                if variant not in known.dropped_variants
            )
        )
        if subtags.variants
        else (),
        extensions=tuple(sorted(subtags.extensions, key=lambda extension: extension[0])),
    )


def _with_extlang_as_language(subtags: Subtags) -> Subtags:
    """``zh-yue`` to ``yue``: every registered extended language is a language of its own."""
    match subtags.extlangs:
        case (extlang,) if registry().extlang_prefixes.get(extlang) == subtags.language:
            return subtags._replace(language=extlang, extlangs=())
    return subtags


def _with_preferred_pair(subtags: Subtags) -> Subtags:
    """``sgn-US`` to ``ase``, ``hy-arevmda`` to ``hyw``."""
    for subtag in (subtags.region, *subtags.variants):
        preferred = registry().preferred_pairs.get(f"{subtags.language}-{subtag}".lower())
        if preferred:
            rest = subtags._replace(
                region="" if subtag == subtags.region else subtags.region,
                variants=tuple(variant for variant in subtags.variants if variant != subtag),
            )
            return _with_language(rest, preferred)
    return subtags


def _with_preferred_language(subtags: Subtags) -> Subtags:
    preferred = registry().preferred_languages.get(subtags.language)
    return _with_language(subtags, preferred) if preferred else subtags


def _with_language(subtags: Subtags, preferred: str) -> Subtags:
    """What the tag itself says stays: ``sh-Cyrl`` becomes ``sr-Cyrl``, though ``sh`` alone is ``sr-Latn``."""
    replacement = split_tag(preferred)
    if replacement is None:
        raise ValueError(preferred)
    return subtags._replace(
        language=replacement.language,
        script=subtags.script or replacement.script,
        region=subtags.region or replacement.region,
    )


def without_needless_script(subtags: Subtags) -> Subtags:
    known = registry()
    needless = (
        subtags.script
        and known.suppressed_scripts.get(subtags.language) == subtags.script
        and known.likely_script(subtags.language, subtags.region) == subtags.script
    )
    return subtags._replace(script="") if needless else subtags


def parse_language_tag(text: str) -> str:
    """The canonical form of a tag that a stored text may carry, or a Refusal.

    ``malformed-language-tag``  not BCP 47, or with a subtag that is there twice
    ``unknown-language-tag``    with a subtag that is not registered
    ``unusable-language-tag``   registered, but no reader has it as a language; or too long to store
    """
    for code, fault in _faults(text):
        raise Refusal(code, _with_suggestion(fault, _suggestion(text)))
    return canonicalize(text)


def _with_suggestion(fault: Text, suggestion: str | None) -> Text:
    if suggestion is None:
        return fault
    return Text("{fault}; did you mean {suggestion}?", {"fault": fault, "suggestion": suggestion})


def _faults(text: str) -> Iterator[tuple[str, Text]]:
    shown = _shown(text)
    if len(text) > MAXIMUM_LENGTH:
        yield (
            "unusable-language-tag",
            Text("{tag!r} has more than {maximum} characters", {"tag": shown, "maximum": MAXIMUM_LENGTH}),
        )
        return
    subtags = split_tag(registry().grandfathered.get(text.lower(), text))
    if subtags is None:
        yield "malformed-language-tag", _not_a_tag(text)
        return
    for double in _doubles(subtags):
        yield "malformed-language-tag", _about(Text("{subtag!r} is there twice in {tag!r}"), double, shown)
    for kind, subtag in _meaningless(subtags):
        yield "unusable-language-tag", _about(_MEANINGLESS[kind], subtag, shown)
    for kind, subtag in _unknown(subtags):
        yield "unknown-language-tag", _about(_UNKNOWN[kind], subtag, shown)
    if len(canonicalize(text)) > MAXIMUM_LENGTH:
        yield (
            "unusable-language-tag",
            Text(
                "{tag!r}, made canonical, has more than {maximum} characters",
                {"tag": shown, "maximum": MAXIMUM_LENGTH},
            ),
        )


def _not_a_tag(text: str) -> Text:
    return Text("{tag!r} is not a language tag (BCP 47)", {"tag": _shown(text)})


def _about(text: Text, subtag: str, tag: str) -> Text:
    return replace(text, parameters={"subtag": _shown(subtag), "tag": tag})


def _doubles(subtags: Subtags) -> Iterator[str]:
    once = [*subtags.variants, *(extension[0] for extension in subtags.extensions)]
    return (subtag for position, subtag in enumerate(once) if subtag in once[:position])


def _meaningless(subtags: Subtags) -> Iterator[tuple[str, str]]:
    """Undetermined, several, none, private use; with it the pseudo-locales ``en-XA`` and ``ar-XB``."""
    known = registry()
    if not subtags.language:
        yield "private use", subtags.private_use
    if subtags.language in known.meaningless_languages:
        yield "language", subtags.language
    if subtags.script in known.meaningless_scripts:
        yield "script", subtags.script
    if subtags.region in known.meaningless_regions:
        yield "region", subtags.region


def _unknown(subtags: Subtags) -> Iterator[tuple[str, str]]:
    known = registry()
    if subtags.language not in known.languages:
        yield "language", subtags.language
    for position, extlang in enumerate(subtags.extlangs):
        if position or known.extlang_prefixes.get(extlang) != subtags.language:
            yield "extended language", extlang
    if subtags.script and subtags.script not in known.scripts:
        yield "script", subtags.script
    if subtags.region and subtags.region not in known.regions:
        yield "region", subtags.region
    for variant in subtags.variants:
        if variant not in known.variants:
            yield "variant", variant


def _suggestion(text: str) -> str | None:
    """``zh_TW`` to ``zh-TW``, ``english`` and ``eng`` to ``en``, ``en-UK`` to ``en-GB``."""
    hyphenated = text[:MAXIMUM_LENGTH].strip().replace("_", "-")
    canonical = str(canonical_subtags(hyphenated) or "")
    named = registry().english_names.get(hyphenated.lower(), "")
    for candidate in (hyphenated, canonical, named):
        if not any(_faults(candidate)):
            return canonicalize(candidate)
    return None


def _shown(text: str) -> str:
    return text if len(text) <= MAXIMUM_LENGTH else text[:MAXIMUM_LENGTH] + "…"
