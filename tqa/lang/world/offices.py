"""Offices and who holds them: what the title beside a name says, in either language.

Provenance: written down by hand from general knowledge. A kind joins the Japanese titles that say the same thing; its
English heads are those under which such an office is known anywhere (首相 is a prime minister, in Berlin a chancellor).
A head that could be anybody's (chief, head, leader) excludes no office.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Holder(NamedTuple):
    """A title beside a name. `start:end` is the title with what belongs to it, in code points of the text; `kinds` are
    the offices that it can be. `rank`: "" | vice | acting; `time`: "" | former | incoming | late | then."""

    start: int
    end: int
    kinds: frozenset[str]
    rank: str = ""
    time: str = ""
    firm: bool = True  # False where the title could be anybody's
    fields: frozenset[str] = frozenset()  # what a minister is for


class _Kind(NamedTuple):
    name: str
    ja: str
    en: str  # heads between bars, hyphens as spaces


_KINDS = (
    _Kind("prime minister", "内閣総理大臣 総理大臣 総理 首相",
          "prime minister|premier|chancellor|taoiseach|pm|minister president"),
    _Kind("president", "大統領 総統", "president"),
    _Kind("state chairman", "国家主席 主席", "president|chairman|premier|leader"),
    _Kind("cabinet secretary", "官房長官", "chief cabinet secretary|cabinet secretary"),
    _Kind("minister",
          "大臣 外相 防衛相 国防相 財務相 蔵相 法相 総務相 内相 文科相 厚労相 農相 農水相 経産相 国交相 環境相 復興相 農林水産相 経済産業相 国土交通相 厚生労働相 文部科学相 総務大臣 経済再生相 デジタル相 五輪相",
          "minister|secretary|chancellor|treasurer|attorney general|secretary of state"),
    _Kind("governor", "都知事 道知事 府知事 県知事 州知事 知事", "governor"),
    _Kind("mayor", "市長 町長 村長 区長", "mayor|chief|head|leader"),
    _Kind("ambassador", "大使", "ambassador|envoy"),
    _Kind("company head", "社長",
          "president|chief executive officer|chief executive|ceo|head|boss|director|chief"),
    _Kind("chair", "会長 議長 委員長 理事長 座長",
          "chairman|chair|chairwoman|chairperson|president|head|governor|speaker|director|chief|leader|chancellor|ceo"),
    _Kind("bank governor", "総裁", "governor|president|leader|head|chief|director general|chairman|commissioner"),
    _Kind("agency head", "長官",
          "director|secretary|commissioner|administrator|chief|head|director general|commissioner general|minister|"
          "superintendent general|commandant|superintendent|chairman|chairperson|president|governor|secretary of state"),
    _Kind("party secretary", "総書記 書記長 幹事長 事務総長 書記局長",
          "general secretary|secretary general|secretary|leader|chief|president|chairman|head"),
    _Kind("party leader", "党首 党代表 代表", "leader|president|head|chief|representative|chair|chairman|captain|boss"),
    _Kind("professor", "教授", "professor|prof"),
    _Kind("coach", "監督", "coach|manager|director|head coach|boss|skipper"),
)  # fmt: skip
# Heads that name their own office and no other: “chairman” and “chief” may be anything.
FIRM = frozenset("prime minister|premier|president|governor|mayor|ambassador|minister|professor".split("|"))
# Titles that say their rank themselves.
_RANKED = {"次官": "minister", "政務官": "minister", "官房副長官": "cabinet secretary"}


# What ministers are for: Japanese signs, English words.
_FIELDS = (
    ("外務 外相", "foreign external"), ("防衛 国防", "defense defence"), ("財務 財相 蔵相 大蔵", "finance treasury financial"),
    ("法務 法相 司法", "justice law legal"), ("内務 内相", "interior home"),
    ("文科 文部 教育", "education culture sports science technology"), ("厚労 厚生 労働 保健", "health labor labour welfare"),
    ("農水 農林 農相 農業", "agriculture farm fisheries forestry"),
    ("経産 経済 通商 貿易 商務", "economy economic trade industry commerce business"),
    ("国交 国土 運輸 交通", "land transport transportation infrastructure tourism"), ("環境", "environment environmental"),
    ("デジタル", "digital"), ("復興", "reconstruction"), ("エネルギー", "energy"),
)  # fmt: skip


# What people are by trade or rank or to others: Japanese words, English words in the singular.
_TRADES = (
    ("選手", "player athlete"), ("社員 職員 従業員 部員", "employee worker official member staffer"),
    ("議員", "lawmaker legislator member politician representative senator councilor councillor"),
    ("記者", "reporter journalist correspondent"), ("秘書 秘書官", "secretary aide"), ("教員 教諭 教師", "teacher instructor"),
    ("警察官 警官 刑事", "officer policeman detective"), ("兵士 軍人 隊員", "soldier serviceman member"),
    ("妻", "wife"), ("夫", "husband"), ("横綱", "yokozuna"), ("大関", "ozeki"), ("検事 検察官", "prosecutor"),
    ("裁判官 判事", "judge justice"), ("船長 機長", "captain pilot"), ("店長 部長 課長", "manager head"),
    ("センター長 所長 局長 室長 館長 院長 学長 総長", "director head chief president superintendent chancellor"),
    ("幹部", "official executive"),
    ("研究員", "researcher"), ("弁護士", "lawyer attorney"), ("捜査官", "investigator agent"), ("島民 住民", "resident islander"),
)  # fmt: skip


_CALLINGS = (
    "actor actress announcer author catcher colonel commander defendant doctor general inspector nurse pitcher principal "
    "singer suspect writer"
)


@cache
def persons() -> frozenset[str]:
    """English words for what people are, as they stand before a name: Minister, Professor, Detective."""
    callings = (word for english in (*trades().values(), _CALLINGS.split()) for word in english)
    return frozenset((*(head[0] for head in heads() if len(head) == 1), *callings))


@cache
def trades() -> dict[str, frozenset[str]]:
    """Japanese words for what people are, and the English ones."""
    return {form: frozenset(english.split()) for forms, english in _TRADES for form in forms.split()}


@cache
def fields() -> tuple[dict[str, str], dict[str, str]]:
    """Japanese signs and English words of what ministers are for, each with the same name for the same field."""
    ours = {sign: signs for signs, _ in _FIELDS for sign in signs.split()}
    return ours, {word: signs for signs, words in _FIELDS for word in words.split()}


@cache
def heads() -> dict[tuple[str, ...], frozenset[str]]:
    """English heads, word by word, with the offices that they may name."""
    found: dict[tuple[str, ...], set[str]] = {}
    for kind in _KINDS:
        for head in kind.en.split("|"):
            found.setdefault(tuple(head.split()), set()).add(kind.name)
    return {head: frozenset(kinds) for head, kinds in found.items()}


@cache
def titles() -> dict[str, tuple[str, str]]:
    """Japanese titles with their office and rank, the longest first."""
    found = {form: (kind.name, "") for kind in _KINDS for form in kind.ja.split()}
    found.update((form, (kind, "vice")) for form, kind in _RANKED.items())
    return {form: found[form] for form in sorted(found, key=len, reverse=True)}


def firm(head: tuple[str, ...]) -> bool:
    """Whether an English head names its own offices and no other.

    >>> firm(("governor",)), firm(("chief",))
    (True, False)
    """
    return " ".join(head) in FIRM
