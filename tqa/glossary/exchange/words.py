"""What other programs and other people call the columns of a term list and the standing of a term.

Compiled by hand from the exports of common termbase programs and from the way that people head a sheet.
"""

from __future__ import annotations

import re
from functools import cache

LANGUAGES = {
    "ja": "ja jp jpn japanese japan 日本語 和文 和名 和語 邦文 日",
    "en": "en eng english us uk gb 英語 英文 英訳 英名 英",
}
# Words that may stand beside a language and say nothing more: “Japanese term”, “English (United States)”.
_FILLERS = frozenset(
    "term terms word words form name expression equivalent translation preferred united states kingdom text value "
    "用語 表記 表現 名称 名 訳 訳語 語 jp us gb uk".split()
)
_FORMS = (
    "source|target|term|terms|word|translation|rendering|source term|target term|source text|target text|"
    "用語|訳語|原語|原文|訳文|訳|対訳|表記|単語|語句|見出し語|名称|固有名詞"
)
_ROLES = {
    "status": "status|term status|usage status|usage|administrative status|normative authorization|approval|validity|"
    "term info|state|ステータス|状態|区分|使用区分|可否|使用可否",
    "avoid": "avoid|forbidden|forbidden term|forbidden terms|forbidden translation|forbidden translations|do not use|"
    "don't use|dont use|not to use|deprecated|banned|prohibited|wrong|incorrect|ng|ng word|ng訳|ngワード|ng表記|ng例|"
    "禁止|禁止語|禁止用語|禁止表現|禁止訳|禁止訳語|使用禁止|不可|誤訳|誤訳例|避ける|避ける表現|非推奨",
    "why": "why|reason|rationale|理由|禁止理由|根拠",
    "note": "note|notes|comment|comments|remark|remarks|description|definition|explanation|context|usage note|memo|"
    "translator comments|developer comments|entry note|備考|注|注記|注意|コメント|メモ|説明|解説|定義|補足|文脈",
    "ref": "ref|reference|references|citation|source url|url|link|出典|参照|参考|典拠|参考資料",
    "domain": "domain|subject|subject field|field|category|topic|entry domain|entry subject|分野|領域|カテゴリ|"
    "カテゴリー|ジャンル|分類|ドメイン",
    "case": "case|case sensitive|casesensitive|case sensitivity|大文字小文字|大文字小文字の区別",
    "id": "id|entry id|concept id|concept|term id|no|no.|number|#|番号|概念id|管理番号|通番",
    "kind": "kind",
}

_STANDINGS = {
    "preferred": "preferred approved standard standardized recommended official accepted valid active use ok good "
    "correct 推奨 優先 正式 使用 使用可 可 承認 承認済 承認済み 正 ○ ◯ 〇 ◎",
    "admitted": "admitted allowed acceptable permitted alternative secondary variant synonym 許容 許可 代替 同義語 別名 △",
    "avoid": "deprecated superseded forbidden avoid obsolete rejected non-standard nonstandard prohibited banned incorrect "
    "wrong invalid outdated old legacy negative blacklisted disallowed discouraged bad not|recommended not|preferred "
    "do|not|use don't|use not|allowed not|approved not|acceptable 非推奨 禁止 使用禁止 不可 使用不可 廃止 旧 旧称 誤 誤訳 誤用 却下 "
    "× ✕ ng",
}
YES = frozenset("yes y true 1 x on ○ ◯ 〇 ✓ ✔ はい 有 あり".split())
NO = frozenset("no n false 0 off × いいえ 無 なし - –".split())


def tidy(text: str) -> str:
    """A heading or a status as it is compared: one width, small letters, single spaces.

    >>> tidy("Entry_Note"), tidy("Ｔｅｒｍ (JA)")
    ('entry note', 'term (ja)')
    """
    from unicodedata import normalize

    return " ".join(normalize("NFKC", text).lower().replace("_", " ").split())


def column(cell: str) -> tuple[str, str]:
    """What a heading says that its column holds, and in which language; "" where it does not say.

    >>> column("Japanese"), column("en_US"), column("English (United States)"), column("Term (JA)")
    (('form', 'ja'), ('form', 'en'), ('form', 'en'), ('form', 'ja'))
    >>> column("英訳"), column("訳語"), column("NG訳"), column("ja_description"), column("Colour")
    (('form', 'en'), ('form', ''), ('avoid', ''), ('note', 'ja'), ('', ''))
    """
    words = tidy(cell)
    if words in _roles():
        return _roles()[words], ""
    parts = [part for part in re.split(r"[\s()\[\]/:.,-]+", words) if part]
    lang = next((lang for part in parts for lang, known in _languages().items() if part in known), "")
    if not lang:
        lang = next((lang for name, lang in (("日本語", "ja"), ("英語", "en"), ("英", "en")) if words.startswith(name)), "")
        rest = [words.removeprefix("日本語").removeprefix("英語").removeprefix("英")] if lang else []
    else:
        rest = [part for part in parts if part not in _languages()[lang]]
    rest = [part for part in rest if part and part not in _FILLERS]
    if not lang:
        return "", ""
    return ("form" if not rest else _roles().get(" ".join(rest), "")), lang


@cache
def _roles() -> dict[str, str]:
    named = {"form": _FORMS, **_ROLES}
    return {name: role for role, names in named.items() for name in names.split("|")}


@cache
def _languages() -> dict[str, frozenset[str]]:
    return {lang: frozenset(names.split()) for lang, names in LANGUAGES.items()}


def standing(status: str) -> str | None:
    """preferred, admitted, avoid, or None where a status says nothing of the kind.

    >>> standing("preferredTerm-admn-sts"), standing("Not recommended"), standing("使用禁止"), standing("draft")
    ('preferred', 'avoid', 'avoid', None)
    >>> standing("CaseInsense;Prefix50;Forbidden")
    'avoid'
    """
    words = tidy(status).removesuffix("term-admn-sts").removesuffix("term").strip()
    if words in _standings():
        return _standings()[words]
    found = {_standings()[part] for part in re.split(r"[;,|/]\s*", words) if part in _standings()}
    return next((known for known in ("avoid", "admitted", "preferred") if known in found), None)


@cache
def _standings() -> dict[str, str]:
    return {name.replace("|", " "): known for known, names in _STANDINGS.items() for name in names.split()}
