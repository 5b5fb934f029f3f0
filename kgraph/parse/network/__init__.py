"""The language model's networks, asked for many words at a time: what spaCy would give, in less time."""
