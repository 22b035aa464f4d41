"""Where in the source the words of a claim stand."""
