"""What Korean writes as one with a name: particles, and a few words that follow names of places."""

import re

_PARTICLE = (
    "은|는|이|가|을|를|의|에|에서|에게|께|와|과|도|로|으로|만|까지|부터|보다|처럼|이나|나|라|이라|이란|란|다|이다|"
    "였다|이었다|라는|이라는|라고|이라고|며|이며|고|이고|인|측|내|간|들|등|조차|마저|밖에|뿐|한테|야|랑|이랑|하고|"
    "여서|이자|이지만|지만|식|발|행|산|이었다면|였다면|이라면|이었던|였던|이었고|였고|이었지만|였지만|"
    "이었으며|였으며"
)
_OF_PLACES = (
    "정부|대통령|총리|군|의회|당국|정상|외무부|외교부|국방부|국민|시민|법원|경찰|대사관|대사|대표|대표팀|언론|전역|"
    "남부|북부|동부|서부|중부|현지|시|공화국|왕국|연방"
)
_OF_VERBS = re.compile("(?:다|고|며|지만|라|란|나|자|여서|식|발|산)")
"""Endings of verbs, too, or second words: behind two syllables rather those (말리다, 가나다)."""
_SHORT = 2
_FOLLOWING = re.compile(f"(?:{_OF_PLACES})?(?:{_PARTICLE}){{0,3}}")
_PEOPLE = re.compile(f"인(?:들)?(?:{_PARTICLE}){{0,3}}")


def may_follow(rest: str, name: str) -> bool:
    """Whether what stands after a name, in one word with it, leaves it that name.

    After a single syllable, as 미 for the United States, nothing does.
    """
    if len(name) == 1:
        return not rest
    is_verb = len(name) <= _SHORT and _OF_VERBS.match(rest)
    return not is_verb and _FOLLOWING.fullmatch(rest) is not None


def makes_demonym(rest: str) -> bool:
    return _PEOPLE.fullmatch(rest) is not None
