"""How to make up a string of each format that the OpenAPI document names and JSON Schema does not know."""

import schemathesis
from hypothesis import strategies as st

TAGS = st.sampled_from(["ar", "de-AT", "en", "fr-CA", "nl", "sr-Latn", "tlh", "zh-Hant-HK"])
RANGES = st.one_of(TAGS, st.just("*"), st.from_regex(r"[a-z]{2,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True))
WEIGHTS = st.sampled_from(["", ";q=0", ";q=0.001", "; q=0.5", ";q=1.000"])
WEIGHTED = st.tuples(RANGES, WEIGHTS).map("".join)

FILTERS = st.one_of(TAGS, st.sampled_from(["*", "*-CH", "de-*-DE", "zh-*", "sr-*-RS"]))

DEGREES = st.floats(-90, 90).map(lambda degrees: f"{degrees:.4f}")
POINTS = st.tuples(DEGREES, DEGREES).map(",".join)
BOXES = st.tuples(POINTS, st.sampled_from(["180,90", "-90,90", "0.5,90"])).map(",".join)

schemathesis.openapi.format("latitude-longitude", POINTS)
schemathesis.openapi.format("bounding-box", BOXES)
schemathesis.openapi.format("language-range", FILTERS)
schemathesis.openapi.format("language-ranges", st.lists(WEIGHTED, min_size=1, max_size=4).map(", ".join))
