"""Text as the readers of facts see it: normalised, cut into tokens and sentences, its language told."""
