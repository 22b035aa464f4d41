"""The same words the other way round: opposites, parties, orders, changes, denials."""
