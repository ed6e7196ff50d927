"""Whatever somebody may type to search for."""

from hypothesis import strategies as st

TYPED = st.text() | st.lists(
    st.sampled_from(["-", "--", '"', "“", "„", "»", "*", ":", "person:", "lang:", "date:", "year:", "after:"])
    | st.sampled_from(
        ["2018", "2018-12", "9999-12-31", "0000", "nl", "zh-*", "צה", "巴格达", " ", "\x00", "\ud800"]
    )
    | st.text(max_size=3)
).map("".join)
