"""Reaching out: touches, sequences, drafts of the wording, inquiries, the rhythm."""
