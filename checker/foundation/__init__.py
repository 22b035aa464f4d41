"""The ground floor: the nouns (model), settings, errors, child processes with limits, cleaning of remote text."""
