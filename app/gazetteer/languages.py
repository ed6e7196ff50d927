"""In which languages a name may be written, to be found in a text of one."""

from collections.abc import Sequence

from app.language.fallback import fallbacks
from app.language.registry import registry
from app.language.tag import EVERYWHERE, Subtags, canonical_subtags, without_needless_script

_LATIN = "Latn"
UNDETERMINED = "und"
"""Of names whose language nobody says."""


def own_languages_of(tag: str) -> Sequence[str]:
    """Those of them in which a name is in the script of the text: Latin letters in another are no rule."""
    languages = languages_of(tag)
    subtags = canonical_subtags(tag)
    if subtags is None or _script_of(subtags) == _LATIN:
        return languages
    return [each for each in languages if each not in {"en", EVERYWHERE, UNDETERMINED}]


def languages_of(tag: str) -> Sequence[str]:
    """The tag, with its script written out too, what both fall back to, and what is of every language.

    ``nl-BE``: ``nl``; ``zh-TW``: ``zh-Hant``; ``zh``: ``zh-Hans``. What a text
    of another script writes in Latin letters is English.
    """
    subtags = canonical_subtags(tag)
    if subtags is None:
        return [tag, EVERYWHERE, UNDETERMINED]
    script = _script_of(subtags)
    bare = subtags._replace(extensions=(), private_use="")
    own = dict.fromkeys(
        [tag, str(bare), str(without_needless_script(bare)), str(bare._replace(script=script))]
    )
    parents = (parent for one in own for parent in fallbacks(one))
    english = [] if script == _LATIN else ["en"]
    return [*dict.fromkeys([*own, *parents, *english]), EVERYWHERE, UNDETERMINED]


def _script_of(subtags: Subtags) -> str:
    return subtags.script or registry().likely_script(subtags.language, subtags.region)
