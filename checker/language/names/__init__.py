"""Persons, places and organisations under their forms in other languages."""
