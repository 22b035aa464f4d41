"""The facts of a claim looked for in the source, by value."""
