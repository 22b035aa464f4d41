"""What several rooms need of languages, pure: normalising, sentences, numbers, dates, names, units, lexicons."""
