"""The price delta in words: the verdict, how it is said, and what is answered to a reaction."""
