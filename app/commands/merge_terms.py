"""Decides what somebody or somewhere is called when several sources say so."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from app.language.tag import EVERYWHERE
from app.models.provenance import EDITOR
from app.queries.terms import TermName

PRECEDENCE = (
    EDITOR,
    "wikidata",
    "cldr",
    "cldr-subdivisions",
    "natural-earth",
    "geonames",
    "geonames-regions",
    "dragoman-names",
    "dragoman",
    "world-countries",
)
"""Whose word counts first. Sources that are not listed come last, by name."""

_NAMES = ("label", "alias", "misspelling")


@dataclass(frozen=True, slots=True)
class Claim:
    """What a source, by its key, says that somebody or somewhere is called."""

    source: str
    name: TermName


def rank(source: str) -> tuple[int, str]:
    """Sorts sources, whose word counts first comes first."""
    return (PRECEDENCE.index(source) if source in PRECEDENCE else len(PRECEDENCE)), source


def merge_terms(
    claims: Iterable[Claim], suppressed: Collection[tuple[str, str]] = ()
) -> Mapping[TermName, str]:
    """Each term that is kept, with its source.

    One label and one description a language, from the source that counts first; other labels become
    aliases, other descriptions are dropped. A text is one name in one language, whoever says it. What an
    editor calls a misspelling is nobody's label. ``suppressed``: languages and texts that an editor does
    not want as names; ``mul`` stands for every language.
    """
    ordered = sorted(
        (claim for claim in claims if not _is_suppressed(claim, suppressed)),
        key=lambda claim: (rank(claim.source), claim.name),
    )
    misspelt = {
        (claim.name.language, claim.name.text)
        for claim in ordered
        if claim.source == EDITOR and claim.name.kind == "misspelling"
    }
    kept: dict[TermName, str] = {}
    for (kind, _), claim in _chosen(ordered, misspelt).items():
        kept[claim.name._replace(kind=kind)] = claim.source
    taken = {(name.language, name.text) for name in kept if name.kind in _NAMES}
    for claim in ordered:
        name = claim.name
        if name.kind == "demonym":
            kept.setdefault(name, claim.source)
        elif name.kind in _NAMES and (name.language, name.text) not in taken:
            taken.add((name.language, name.text))
            kept[name._replace(kind="alias") if name.kind == "label" else name] = claim.source
    return kept


def _chosen(
    ordered: Iterable[Claim], misspelt: Collection[tuple[str, str]]
) -> Mapping[tuple[str, str], Claim]:
    """The label and the description of each language; where nobody gives any label, an alias becomes one."""
    chosen: dict[tuple[str, str], Claim] = {}
    first_alias = None
    for claim in ordered:
        kind, language, text = claim.name
        if (language, text) in misspelt:
            continue
        if kind in ("label", "description"):
            chosen.setdefault((kind, language), claim)
        elif kind == "alias":
            first_alias = first_alias or claim
    if first_alias and not any(kind == "label" for kind, _ in chosen):
        chosen["label", first_alias.name.language] = first_alias
    return chosen


def _is_suppressed(claim: Claim, suppressed: Collection[tuple[str, str]]) -> bool:
    """An editor's own names never are."""
    _, language, text = claim.name
    return claim.source != EDITOR and ((language, text) in suppressed or (EVERYWHERE, text) in suppressed)
