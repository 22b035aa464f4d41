"""What several rooms need of languages, pure: sentences, the language of a text, facts by value, lexicons.

In goes text with its ISO 639-1 language; out come offsets and values. The doors:

| module | what it answers |
|---|---|
| `sentences.cut` | where sentences begin and end |
| `detect.detect` | which language a text is in |
| `facts.mentions` | all facts of a text by value, each with its span |
| `glance.glance` | which figures and dates may stand in a text at all, before its facts are read |
| `values_agree.agree` | do two values say the same: True, False, or None where nothing compares |
| `lexicon.gloss`, `lexicon.counted_same` | translations of words; are two counted nouns the same thing |
| `inflections.base`, `forms` | English forms that stemming does not bring together |
| `word_lists.read` | a user's own word list, or what is wrong with it |
| `stemming.stem` | the stem of a word by Snowball's algorithms |
| `normalise.fold`, `key`, `aligned` | texts made comparable |

The readers of facts, in the order in which they take the pieces (`tokens`) of a text: `identifiers`, `dates` (with
`date_shapes`, `vietnamese_dates`, `counted_dates`, `relative_dates`), `models`, `offices`, `names` (with `gazetteer`), `numbers`
(with `figures`, `ordinals`, `clock`, `hedges`, `units`, `counted`), and `quotations` beside them.

To add a name, a unit, a currency or a kind of numbered thing, add a row to its table in `data/`; to add words, a row
to `lexicons/`. To add a reader, write `read(tokens, language, taken)` in one file and put it into `facts.mentions`;
one of figures or dates must also be known to `glance` (tests/matching/test_glances.py holds the two together).
"""
