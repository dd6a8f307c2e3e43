"""The rep's week: what can't wait today, touches, sequences, the rhythm, the conversation so far."""
