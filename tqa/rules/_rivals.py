"""Bodies of the glossary in place of others: the source has 外務省, the translation the Ministry of Finance."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.lang.bodies import foreign
from tqa.model import Hit, Segment, Term
from tqa.rules import Context
from tqa.rules._rendering import Found

# 院 alone is the hall of a temple, too.
_ENDINGS = ("省", "庁", "議院", "衆院", "参院", "上院", "下院", "人事院", "検査院", "裁", "裁判所", "委員会", "銀行", "日銀", "地検", "高検")
_PARTIES = ("党", "維新の会", "新選組")
_GENERIC = frozenset("国会 議会 裁判所 高裁 地裁 家裁 検察 検察庁 警察 委員会 省庁 与党 野党 政党 中央銀行 当局".split())
# What else speaks of a body: the Supreme Court has benches and hears last appeals.
_SIGNS = {"最高裁判所": "法廷 上告 大法廷", "日本銀行": "金融政策 中央銀行 植田 黒田", "東京地方検察庁": "特捜"}


def body(term: Term) -> bool:
    """Whether a term is a ministry, an agency, a court, a house, a bank or a party, one and no other."""
    return not _GENERIC & set(term.ja) and any(form.endswith((*_ENDINGS, *_PARTIES)) for form in term.ja)


def rivals(found: list[Found], segment: Segment, context: Context) -> Iterator[tuple[Found, Hit]]:
    """The bodies of a source that are lost, each with another body in the target that no source near by names."""
    bodies = [item for item in found if body(item.hit.term)]
    if not bodies or segment.source is None:
        return
    strange = list(_strange(segment, context))
    lost = [item for item in bodies if not item.how or item.how == "near" or _inside(item, strange)]
    whole, size = len(segment.source.string), max(len(segment.target.string), 1)
    for item in lost:
        best = min(strange, key=lambda hit: abs(hit.start / size - item.hit.start / whole), default=None)
        if best is not None:
            strange.remove(best)
            yield item, best


def _inside(item: Found, strange: list[Hit]) -> bool:
    """Whether what seems to say a body is a word of another's name: the ministry of the Ministry of Finance."""
    return any(hit.start <= item.start and item.end <= hit.end for hit in strange)


def _strange(segment: Segment, context: Context) -> Iterator[Hit]:
    """The bodies of a target that nothing in the source and next door names."""
    near = context.segments[max(segment.index - 1, 0) : segment.index + 2]
    around = "\n".join(one.source.string for one in near if one.source is not None)
    target = segment.target
    spans: dict[tuple[int, int], list[Hit]] = {}
    for hit in target.hits:
        if hit.role in ("preferred", "admitted"):
            spans.setdefault((hit.start, hit.end), []).append(hit)
    for (start, end), hits in spans.items():
        one = next((hit for hit in hits if hit.term.kind == "term" and body(hit.term)), None)
        if one is None or target.quoted(start, end) or foreign(target.string, start, end):
            continue
        there = target.string[start:end]
        if " " not in there and not there.isupper() and (there.islower() or _ordinary(there)):
            continue
        if there.islower() and there.endswith("party"):  # the ruling party
            continue
        if not any(_meant(hit.term, around) for hit in hits):
            yield one


def _ordinary(word: str) -> bool:
    """Whether a word is English that may begin another name: the House of Peers."""
    from tqa.lang import lexicon

    return lexicon.rate_back(lexicon.key(word.lower())) > 0


def _meant(term: Term, around: str) -> bool:
    """Whether anything in the source speaks of a body: its name, the beginning of it (財務 in 財務官), its minister (外相),
    a party's short name (立民)."""
    for form in term.ja:
        core = form.removeprefix("日本").removeprefix("米").removeprefix("東京")
        signs = [form, core[:2], *_SIGNS.get(form, "").split()]
        if form.endswith("省"):
            signs.append(core[0] + "相")
        if form.endswith("党"):
            signs.append(core[0] + "民")
        if any(len(sign) > 1 and sign in around for sign in signs):
            return True
    return False
