"""Other values in a fact's place, and whether a value stands in its own."""
