"""Any text at all: what people type, and what comes along when they paste."""

from hypothesis import strategies as st

_TELLING = "\x00\x0b\x0c\x1b\x7f\x85\u200c\u200d\u2028\u2029\u202e\ufdd0\ufeff\ufffc\ufffe\uffff\U0001f52c"

any_texts = st.text(
    st.characters()
    | st.characters(categories=["Cc", "Cf"])
    | st.characters(categories=["Cs"])
    | st.sampled_from(_TELLING),
    max_size=20,
)
"""Texts rich in controls, marks that cannot be seen, and halves of characters."""
