"""A glossary form made to stand where another stood: number, capitals, and the article before it."""

from __future__ import annotations

import re

from tqa.lang.en.forms import head, plural, singular
from tqa.lang.en.sounds import vowel_sound
from tqa.lang.en.tokens import tokens


def adapted(form: str, like: str) -> str:
    """The form with the number and the capitals of the words that it replaces.

    >>> adapted("peace treaty", "peace pacts"), adapted("peace treaty", "Peace pact"), adapted("NATO", "the Pact")
    ('peace treaties', 'Peace treaty', 'NATO')
    """
    words, replaced = tokens(form), tokens(like)
    if words and replaced and _is_plural(replaced[-1].key):
        start, end, *_ = words[head([word.key for word in words])]
        noun = form[start:end]
        if noun.islower() and not _is_plural(noun):
            form = form[:start] + plural(noun) + form[end:]
    if like.isupper() and len(like) > 3:
        return form.upper()
    if like[:1].isupper() and form[:1].islower():
        return form[0].upper() + form[1:]
    return form


def _is_plural(word: str) -> bool:
    return singular(word) != word and plural(singular(word)) == word


def fitted(string: str, start: int, end: int, text: str) -> tuple[int, str]:
    """A replacement for `start:end` made to fit: (start, text). The article before it, and the full stop of a sentence
    that ended with an abbreviation.

    >>> fitted("It airs at 2 a.m.", 11, 17, "noon"), fitted("at 2 a.m. today", 3, 9, "noon")
    ((11, 'noon.'), (3, 'noon'))
    >>> fitted("We came.Then we left.", 7, 8, ". ")
    (7, '. ')
    """
    if string[end - 1 : end] == "." and text.rstrip()[-1:] not in (".", "!", "?", ""):
        from tqa.lang.en.sentences import sentences

        if any(low < end <= high and not string[end:high].strip("\"'”’)") for low, high in sentences(string)):
            text += "."
    return with_article(string, start, text)


def with_article(string: str, start: int, text: str) -> tuple[int, str]:
    """A replacement from `start` on, with the “a” or “an” before it made to fit: (start, text).

    >>> with_article("signed a pact", 9, "agreement"), with_article("signed the pact", 11, "agreement")
    ((7, 'an agreement'), (11, 'agreement'))
    """
    before = re.compile(r"(?<![A-Za-z])([Aa])(n?)(\s+)$").search(string, max(start - 9, 0), start)
    word = tokens(text)[:1]
    if before is None or not word or word[0].start:
        return start, text
    vowel = vowel_sound(word[0].text)
    if vowel is None or vowel == bool(before.group(2)):
        return start, text
    return before.start(), before.group(1) + ("n" if vowel else "") + before.group(3) + text
