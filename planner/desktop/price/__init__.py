"""The price step: what is said about the price while it is typed, drafts, and earlier discussions."""
