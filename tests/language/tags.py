"""Strategies: what language tags, ranges, headers and anything else may look like."""

from hypothesis import strategies as st

from app.language.registry import registry

LANGUAGES = [
    "en", "de", "zh", "sr", "no", "nb", "nn", "nl", "fr", "kk", "he", "iw", "sh", "tl", "sgn", "be", "af",
    "es", "pt", "yue", "x", "und",
]  # fmt: skip


def any_text() -> st.SearchStrategy[str]:
    return st.one_of(st.text(), st.text(alphabet='aenZ019-_*;=q., \t"\\', max_size=80))


def language_tags() -> st.SearchStrategy[str]:
    """Well-formed, of registered and unregistered subtags."""
    known = registry()
    language = st.one_of(
        st.sampled_from([*LANGUAGES[:-2], "und"]),
        st.sampled_from(sorted(known.preferred_languages)),
        st.from_regex(r"[a-z]{2,8}", fullmatch=True),
    )
    extlang = st.one_of(st.just(""), st.sampled_from(["-yue", "-cmn", "-ase", "-arb"]))
    script = st.one_of(st.just(""), st.sampled_from(["-Latn", "-Cyrl", "-Hant", "-Hebr", "-qaai", "-Abcd"]))
    region = st.one_of(
        st.just(""), st.sampled_from(["-US", "-CN", "-BU", "-419", "-TW", "-840", "-UK", "-SU"])
    )
    variant = st.one_of(
        st.just(""), st.sampled_from(["-1996", "-heploc", "-arevela", "-hepburn-heploc", "-alalc97-heploc"])
    )
    extension = st.one_of(st.just(""), st.sampled_from(["-u-co-phonebk", "-x-house", "-u-nu-latn-a-bbb-x-y"]))
    return st.builds(
        lambda language, extlang, *rest: language + (extlang if len(language) <= 3 else "") + "".join(rest),
        language, extlang, script, region, variant, extension,
    )  # fmt: skip


def headers() -> st.SearchStrategy[str]:
    language_range = st.one_of(
        language_tags(), st.sampled_from(["*", "*-CH", "de-*-DE", *LANGUAGES]), any_text()
    )
    weight = st.sampled_from(
        ["", ";q=0", ";q=0.5", ";q=1", ";q=.5", ";q=0.0001", "; Q=0.000", ";q=7", ";x=y"]
    )
    element = st.builds(str.__add__, language_range, weight)
    return st.lists(element, max_size=8).map(", ".join)
