"""What is measured: the sets as documents of cases, whatever their form. No set is tuned here, and none is filtered."""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from bench.data import TRAIN, aligned, folder, rows, train, wmt
from bench.edits import Spans, edited

SAMPLE = 120  # cases of a set in a quick run
SEED = 20240401
ARTICLES = os.path.join(os.path.dirname(__file__), "articles.txt")  # which of kyoto_train; made by bench.wide
BROKEN = "AIST"  # the system of 2022 whose word salad is a set of its own


class Case(NamedTuple):
    """A translation of which something is known. `bad`: it has a known fault, or else is as good as its set's good
    side. `spans`: where the fault is, or was; None where only the segment is known."""

    id: str
    doc: str
    part: str
    source: str
    target: str
    bad: bool = False
    spans: Spans | None = None


Document = list[Case]


class Set(NamedTuple):
    """A set. `kind` says how it is scored: pairs | damage | labels | spans | clean | mt. `files` make its digest."""

    name: str
    kind: str
    files: tuple[str, ...]
    load: Callable[[], list[Document]]
    about: str  # what is wrong with its bad side, or what it is
    lang: str = "en"
    source: bool = True
    glossary: str = "shipped"

    @property
    def missing(self) -> list[str]:
        """Its files that are not there."""
        return [name for name in self.files if not os.path.isfile(os.path.join(folder(), name))]

    @property
    def digest(self) -> str:
        """Eight hex digits of its files' content."""
        whole = hashlib.sha256()
        for name in self.files:
            with open(os.path.join(folder(), name), "rb") as file:
                whole.update(file.read())
        return whole.hexdigest()[:8]


REVISIONS = {
    "number_fixed_to_source": "numbers and dates that differ from the source",
    "omission": "something left out",
    "mistranslation": "words rendered wrongly",
    "name_strict": "names read wrongly, sure cases",
    "name_reading": "names read wrongly (half of the labels are right)",
    "japanese_left": "Japanese left in the English",
    "encoding_fullwidth": "full-width and foreign characters",
    "missing_space": "a space missing or doubled",
    "unbalanced_bracket": "brackets without partner",
    "unbalanced_quote": "quotation marks without partner",
    "dup_word": "a word written twice",
    "repetition": "things said twice (a third of the labels are right)",
    "article": "articles",
    "grammar": "grammar",
    "tense_agreement": "tense and agreement",
    "spelling": "spelling",
    "style_capitalization": "capitals",
    "style_fluency": "wording that is clumsy, not wrong",
    "term_consistency": "terms not kept consistent (half of the labels are right; one sentence is all that is seen)",
}
WMT = tuple(f"wmt_jaen/wmt{year}.dev.tsv" for year in (21, 22, 23))
LEXICON = "kyoto_lexicon/kyoto_lexicon.tsv"


def pairs(name: str, part: str = "") -> list[Document]:
    """Minimal pairs, each side a document of its own; the fault is where the two differ."""
    found = []
    for row in rows(name):
        bad, good = edited(row["bad"], row["good"])
        head = (row["id"], row.get("doc") or row.get("group") or row["id"], row.get(part, ""), row["src"])
        found += [[Case(*head, row["bad"], True, bad)], [Case(*head, row["good"], False, good)]]
    return found


def labelled(name: str, wanted: Callable[[dict[str, str]], bool] = lambda row: True) -> list[Document]:
    """Segments that people judged, by document; a document is the work of one system."""
    found: dict[str, Document] = {}
    for row in rows(name):
        if wanted(row):
            doc = row.get("doc") or row["id"]
            maker = row.get("system") or row["label"]
            case = Case(row["id"], doc, row.get("system", ""), row["src"], row["tgt"], row["label"] != "ok", _spans(row))
            found.setdefault(f"{doc} {maker}", []).append(case)
    return list(found.values())


def _spans(row: dict[str, str]) -> Spans | None:
    """Marked errors of the translation; `None` where a set marks none at all."""
    marks: list[dict] = row.get("spans")  # type: ignore[assignment]
    if marks is None:
        return None
    return [(mark["start"], mark["end"]) for mark in marks if mark["side"] != "src"]


def spanned(name: str) -> list[Document]:
    """Segments with marked errors, a document together; a document is the work of one system."""
    found: dict[str, Document] = {}
    for row in rows(name):
        case = Case(row["id"], row["doc"], "", row["src"], row["tgt"], row["label"] != "ok", _spans(row))
        found.setdefault(f"{row['doc']} {row.get('system', '')}", []).append(case)
    return list(found.values())


def clean(load: Callable[[], Iterable]) -> list[Document]:
    found: dict[str, Document] = {}
    for pair in load():
        found.setdefault(pair.doc, []).append(Case(pair.id, pair.doc, "", pair.source, pair.target))
    return list(found.values())


def machine() -> list[Document]:
    """Each WMT document as each system renders it; not the broken system's."""
    found: dict[tuple[str, str, str], list[tuple[int, Case]]] = {}
    for name in WMT:
        for row in rows(name):
            if row["system"] not in ("REF", BROKEN):
                key = (row["year"], row["doc"], row["system"])
                case = Case(f"wmt{row['year']}-{row['seg']}-{row['system']}", "-".join(key[:2]), "", row["src"], row["tgt"])
                found.setdefault(key, []).append((int(row["seg"]), case))
    return [[case for _, case in sorted(found[key])] for key in sorted(found)]


def drafts(name: str) -> list[Document]:
    """Whole articles in their first version."""
    return [
        [Case(f"{row['id']}-{n}", row["doc"], "", one["src"], one["v1"]) for n, one in enumerate(row["sentences"])]
        for row in rows(name)
    ]


def articles() -> dict[str, Document]:
    """Each article of kyoto_train in its first version."""
    found: dict[str, Document] = {}
    for n, row in enumerate(train()):
        found.setdefault(row.doc, []).append(Case(f"{row.doc}-{n}", row.doc, "", row.source, row.first or row.final))
    return found


def chosen_articles() -> list[Document]:
    """Those that `bench.wide` drew."""
    with open(ARTICLES, encoding="utf-8") as file:
        wanted = set(file.read().split())
    return [document for doc, document in articles().items() if doc in wanted]


def _revision(name: str, about: str) -> Set:
    path = f"kyoto_revisions/{name}.dev.jsonl"
    return Set(f"kyoto_revisions/{name}", "pairs", (path,), lambda: pairs(path), about)


def _chat(direction: str, system: str) -> Set:
    path = f"bpersona_chat/{direction}.dev.jsonl"
    load = lambda: labelled(path, lambda row: row["system"] == system)  # noqa: E731
    about = "chat that crowd workers call wrong (noisy labels)"
    return Set(f"bpersona {direction} {system}", "labels", (path,), load, about, lang=direction[-2:])


def _clean(name: str, path: str, lang: str, about: str) -> Set:
    return Set(name, "clean", (path,), lambda: clean(lambda: aligned(path)), about, lang=lang)


SETS: tuple[Set, ...] = (
    *(_revision(name, about) for name, about in REVISIONS.items()),
    Set("kyoto_terms", "pairs", ("kyoto_terms/violation_pairs_strict.dev.jsonl", LEXICON),
        lambda: pairs("kyoto_terms/violation_pairs_strict.dev.jsonl"),
        "a glossary term not rendered as a 52,000-term glossary says", glossary="lexicon"),
    Set("demetr", "damage", ("demetr_jaen/dev.jsonl",), lambda: pairs("demetr_jaen/dev.jsonl", "category"),
        "machine translations damaged by a program, 35 ways"),
    Set("wordsalad", "labels", ("wordsalad_wmt22_aist/dev.jsonl",), lambda: labelled("wordsalad_wmt22_aist/dev.jsonl"),
        "word salad of a broken system, beside human translations"),
    Set("hallucination", "labels", ("hallucination_deen/dev.jsonl",), lambda: labelled("hallucination_deen/dev.jsonl"),
        "repetition and invention, from German, the English alone", source=False),
    *(_chat(way, system) for way in ("ja-en", "en-ja") for system in ("human", "nmt-model-a", "nmt-model-b")),
    Set("ced_enja", "labels", ("ced_enja/dev.jsonl",), lambda: labelled("ced_enja/dev.jsonl"),
        "forum talk with a grave mistranslation", lang="ja"),
    Set("multienja", "spans", ("multienja_mqm/dev.jsonl",), lambda: spanned("multienja_mqm/dev.jsonl"),
        "every error marked by professionals, English to Japanese", lang="ja"),
    *(Set(f"mqm_zhen {part}", "spans", (f"mqm_zhen/{part}.dev.jsonl",), lambda part=part: spanned(f"mqm_zhen/{part}.dev.jsonl"),
          f"{about} from Chinese, the English alone, every error marked by professionals", source=False)
      for part, about in (("ted2021", "talks"), ("wmt23news", "news"))),
    Set("wmt REF", "clean", WMT, lambda: clean(wmt), "news, chat and commerce, professional"),
    _clean("clean_bsd ja-en", "clean_bsd/ja-en.dev.jsonl", "en", "business dialogue, professional"),
    _clean("clean_bsd en-ja", "clean_bsd/en-ja.dev.jsonl", "ja", "business dialogue, professional"),
    _clean("kyoto_clean", "kyoto_clean/unedited_twice.dev.jsonl", "en", "encyclopaedia, two revisers changed nothing"),
    _clean("clean_sap_enja", "clean_sap_enja/dev.jsonl", "ja", "software documentation, professional"),
    Set("wmt MT", "mt", WMT, machine, "WMT systems of 2021 to 2023"),
    Set("kyoto_docs", "mt", ("kyoto_docs/dev.jsonl",), lambda: drafts("kyoto_docs/dev.jsonl"),
        "encyclopaedia, whole articles as their translators left them"),
    Set("kyoto_train", "mt", (TRAIN,), chosen_articles, "first drafts of articles in which rules that find little find something"),
)  # fmt: skip


def documents(chosen: Set, size: int = 0) -> list[Document]:
    """A set's documents, or as many of them, drawn by lot, as hold `size` cases. Both sides of a pair stay together."""
    whole = chosen.load()
    if not size:
        return whole
    groups: dict[str, list[Document]] = {}
    for document in whole:
        groups.setdefault(document[0].id if chosen.kind in ("pairs", "damage") else document[0].doc, []).append(document)
    names = sorted(groups)
    random.Random(f"{SEED} {chosen.name}").shuffle(names)
    return list(_until(size * (2 if chosen.kind in ("pairs", "damage") else 1), (groups[name] for name in names)))


def _until(size: int, groups: Iterable[list[Document]]) -> Iterator[Document]:
    for group in groups:
        if size <= 0:
            return
        yield from group
        size -= sum(map(len, group))
