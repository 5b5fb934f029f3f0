"""Words as they are written: case, markup, spelling, length; without a language model."""
