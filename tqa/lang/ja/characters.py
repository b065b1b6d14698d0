"""Kinds of Japanese characters."""


def is_kanji(char: str) -> bool:
    """True for one Chinese character; the mark of repetition 々 and "" are none.

    >>> is_kanji("字"), is_kanji("々"), is_kanji("カ"), is_kanji("")
    (True, False, False, False)
    """
    return "一" <= char <= "鿿"
