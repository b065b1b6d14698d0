"""Whose ministry, whose premier: a country before a body or an office makes it another one (英外務省 is the Foreign
Office, 独首相 the chancellor).

Provenance: the ministries and offices of Japan as they are called since 2001, with their usual short forms, written
down by hand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARKS = frozenset("米英独仏伊露ロ中韓豪印加台欧朝")  # countries and blocs, as compounds write them
_ENDINGS = (
    "省", "庁", "相", "首相", "大臣", "議会", "議院", "院", "長官", "局", "委員会", "裁", "裁判所", "国会", "銀行", "日銀",
    "検察", "警察", "軍",
)  # fmt: skip
_KINDS = ("省", "庁", "大臣")
_FORMER = ("前", "元", "新", "副", "次期", "現")
_FIELDS = frozenset((
    "総務|法務|外務|財務|大蔵|文部|文部科学|文科|厚生|厚生労働|厚労|農林水産|農水|経済産業|経産|通商産業|通産|国土交通|国交|"
    "運輸|環境|防衛|内閣府|復興|デジタル|金融|消費者|警察|気象|文化|消防|国税|特許|観光|検察"
).split("|"))  # fmt: skip
_OTHERS = frozenset((
    "内閣|政府|首相|総理|総理大臣|内閣総理大臣|外相|法相|総務相|財務相|蔵相|文科相|文部科学相|厚労相|農相|農水相|農林水産相|経産相|"
    "経済産業相|国交相|国土交通相|環境相|環境大臣|防衛相|官房長官|内閣官房長官|国会|国会議員|議会|衆議院|参議院|衆院|参院|最高裁|最高裁判所|"
    "高裁|地裁|検察|警察|内閣府|中央銀行|会計検査院"
).split("|"))  # fmt: skip

# How bodies are called of which there is one; 院 alone is the hall of a temple, too.
_ONE = (
    "省", "庁", "議院", "衆院", "参院", "上院", "下院", "人事院", "検査院", "裁", "裁判所", "委員会", "銀行", "日銀", "地検", "高検", "党",
    "維新の会", "新選組",
)  # fmt: skip
_GENERIC = frozenset("国会 議会 裁判所 高裁 地裁 家裁 検察 検察庁 警察 委員会 省庁 与党 野党 政党 中央銀行 当局".split())
# What else speaks of a body: the Supreme Court has benches and hears last appeals.
_SIGNS = {"最高裁判所": "法廷 上告", "日本銀行": "金融政策 中央銀行", "東京地方検察庁": "特捜"}


def is_one(forms: Sequence[str]) -> bool:
    """Whether the forms of a Japanese term are a ministry, an agency, a court, a house, a bank or a party, and no kind
    of them.

    >>> is_one(["外務省"]), is_one(["最高裁判所", "最高裁"]), is_one(["省庁"])
    (True, True, False)
    """
    return _GENERIC.isdisjoint(forms) and any(form.endswith(_ONE) for form in forms)


def meant(forms: Sequence[str], text: str) -> bool:
    """Whether a Japanese text speaks of such a body: by its name, the beginning of it (財務 in 財務官), its minister (外相),
    a party's short name (立民).

    >>> meant(["外務省"], "外相は"), meant(["最高裁判所"], "上告した"), meant(["外務省"], "財務官は")
    (True, True, False)
    """
    for form in forms:
        core = form.removeprefix("日本").removeprefix("米").removeprefix("東京")
        signs = [form, core[:2], *_SIGNS.get(form, "").split()]
        if form.endswith("省"):
            signs.append(core[0] + "相")
        if form.endswith("党"):
            signs.append(core[0] + "民")
        if any(len(sign) > 1 and sign in text for sign in signs):
            return True
    return False


def institution(form: str) -> bool:
    """Whether a Japanese term is the name of a body or an office, by its ending."""
    return form.endswith(_ENDINGS)


def japans(form: str) -> bool:
    """Whether a Japanese term is a body or an office that Japan has, so that another country's is another one.

    >>> japans("外務省"), japans("首相"), japans("国務省"), japans("潮見水産庁")
    (True, True, False, False)
    """
    return form in _OTHERS or any(form.endswith(kind) and form.removesuffix(kind) in _FIELDS for kind in _KINDS)


def abroad(before: str) -> bool:
    """Whether what stands before a body in Japanese text makes it another country's.

    >>> abroad("昨日、英"), abroad("ドイツのショルツ"), abroad("日本の"), abroad("ロシア連邦前")
    (True, True, False, True)
    """
    for former in _FORMER:
        before = before.removesuffix(former)
    before = before.removesuffix("の").removesuffix("政府").removesuffix("の")
    if before[-1:] in _MARKS or before.endswith(("国", "連邦", "連合")):
        return True
    return bool(before) and ("ァ" <= before[-1] <= "ヺ" or before[-1] == "ー")


def foreign(string: str, start: int, end: int) -> bool:
    """Whether English names another country as the owner of what stands at a place: before it, or after “of”.

    >>> text = "the UK's Foreign Office, the new German chancellor, the Foreign Office of Japan"
    >>> [foreign(text, text.index(w), text.index(w) + len(w)) for w in ("Foreign Office", "chancellor", "Office of")]
    [True, True, False]
    """
    from tqa.lang.world.countries import in_english

    low = max(start - 60, 0)
    near = string[low : end + 40]
    for first, last, meant in in_english(near):
        if not meant[0].abroad:
            continue
        before = last <= start - low and re.fullmatch(r"(?:['’]s?)?(?:[\s-]+[a-z-]+)?[\s-]+", near[last : start - low])
        after = first >= end - low and re.fullmatch(r" (?:of|in|for) (?:the )?", near[end - low : first])
        if before or after:
            return True
    return False
