"""What is kept: rows without behaviour, event streams, the outbox, and who may see what."""
