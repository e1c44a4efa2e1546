"""The Kazakh analyser: coverage, accuracy on hand-judged samples, speed beside chunspell.

The samples in ``gold`` were drawn and judged before the analyser was asked. ``third-text.tsv``, 300
running Kazakh words of a dissertation with a word on either side, had 297 first lemmas right
(99.0 %) when it was judged; what was mended after that shows in the recorded result.
"""
