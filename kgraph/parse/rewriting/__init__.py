"""What the model reads in place of a unit's untouched words, and how its analysis comes back to these."""
