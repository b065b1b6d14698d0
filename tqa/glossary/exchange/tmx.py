"""TMX 1.4: the short segments of a translation memory. Names and headings are terms; sentences are not."""

from __future__ import annotations

from tqa.glossary.dump import Draft
from tqa.glossary.exchange import Remark
from tqa.glossary.exchange.xml import Node
from tqa.glossary.exchange.xml import read as read_xml

WORDS = 6  # of an English term
CHARACTERS = 20  # of a Japanese one
_CODES = ("bpt", "ept", "ph", "it", "ut", "sub")  # markup of the text, and text inside markup


def read(path: str, form: str) -> tuple[list[Draft], list[Remark]]:
    """The units of a memory that look like terms.

    Raises:
        TqaError: it is no TMX, or no XML, or would do harm.
    """
    drafts: list[Draft] = []
    remarks: list[Remark] = []

    def take(unit: Node) -> None:
        forms: dict[str, list[str]] = {"ja": [], "en": []}
        for variant in unit.all("tuv"):
            lang = variant.attributes.get("lang", "").lower().replace("_", "-").partition("-")[0]
            if lang in forms:
                forms[lang] += [" ".join(segment.text(_CODES).split()) for segment in variant.all("seg")]
        if not any(forms["ja"]) or not any(forms["en"]):
            remarks.append(Remark("a unit without Japanese and English: left out", path, unit.line, unit.column))
        elif not all(is_term(text, lang) for lang, found in forms.items() for text in found):
            remarks.append(Remark("a unit that is longer than a term: left out", path, unit.line, unit.column))
        elif not all(any(map(str.isalpha, text)) for found in forms.values() for text in found):
            remarks.append(Remark("a unit without words: left out", path, unit.line, unit.column))
        else:
            drafts.append(Draft("term", forms, path, unit.line, unit.column))

    read_xml(path, ("tmx",), ("tu",), take)
    return drafts, remarks


def is_term(text: str, lang: str) -> bool:
    """True if a text is short and no sentence.

    >>> is_term("peace treaty", "en"), is_term("Click here.", "en"), is_term("領土問題", "ja")
    (True, False, True)
    """
    if text.endswith((".", "!", "?", "。", "！", "？", ":", "：")):
        return False
    return len(text) <= CHARACTERS if lang == "ja" else len(text.split()) <= WORDS
