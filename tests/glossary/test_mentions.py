"""What editors let pass: second mentions, coordination, another country's body."""

from __future__ import annotations

import pytest

from tqa import Checker

GLOSSARY = """tqa: 1
terms:
  - {ja: 外務省, en: [Ministry of Foreign Affairs, Foreign Ministry], avoid: Foreign Office, short: {en: ministry}}
  - {ja: 財務省, en: [Ministry of Finance, Finance Ministry], avoid: Treasury}
  - {ja: 首相, en: [prime minister, premier], avoid: chancellor}
  - {ja: 国防省, en: Ministry of Defense, avoid: Defense Office}
  - {ja: 衆議院, en: [House of Representatives, lower house]}
  - {ja: 参議院, en: [House of Councillors, upper house]}
  - {ja: 潮見海事委員会, en: Shiomi Maritime Affairs Commission}
  - {ja: 夕凪海洋研究所, en: Yunagi Institute of Oceanography}
  - {ja: 輸入規制, en: import restrictions}
  - {ja: 輸出規制, en: export restrictions}
"""
RULES = ["term-forbidden", "term-missing", "first-mention"]


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    path = tmp_path_factory.mktemp("g") / "g.yaml"
    path.write_text(GLOSSARY, encoding="utf-8")
    return Checker(glossary=[str(path)], select=RULES)


@pytest.mark.parametrize(
    ("source", "target", "reported"),
    [
        # another country's body or office
        ("英外務省が答えた。", "The British Foreign Office replied.", ""),
        ("英国の外務省が答えた。", "The Foreign Office replied.", ""),
        (None, "The U.K.'s Foreign Office replied.", ""),
        (None, "The U.S. Treasury replied.", ""),
        ("米財務省が答えた。", "The Treasury replied.", ""),
        ("ドイツのメルツ首相が答えた。", "German Chancellor Merz replied.", ""),
        ("独前首相が答えた。", "The former chancellor replied.", ""),
        (None, "The new German chancellor replied.", ""),
        (None, "The chancellor of Austria replied.", ""),
        ("外務省が答えた。", "The Foreign Office replied.", "term-forbidden Foreign Office"),
        ("日本の外務省が答えた。", "Japan's Foreign Office replied.", "term-forbidden Foreign Office"),
        (None, "The Foreign Office replied.", "term-forbidden Foreign Office"),
        (None, "Britain waited. The chancellor replied.", "term-forbidden chancellor"),
        ("ロシア国防省が答えた。", "The Russian Defense Office replied.", "term-forbidden Defense Office"),
        # coordination
        ("衆議院と参議院が可決した。", "The upper and lower houses passed it.", ""),
        ("衆議院と参議院が可決した。", "The Houses of Representatives and Councillors passed it.", ""),
        ("外務省と財務省が答えた。", "The Ministries of Finance and Foreign Affairs replied.", ""),
        ("外務省と財務省が答えた。", "The Foreign and Finance ministries replied.", ""),
        ("輸入規制と輸出規制を解いた。", "They lifted import and export restrictions.", ""),
        ("輸入規制と輸出規制を解いた。", "They lifted restrictions on imports and exports.", ""),
        # second mentions
        ("潮見海事委員会は休んだ。\n潮見海事委員会は動いた。", "The Shiomi Maritime Affairs Commission rested.\nThe commission acted.", ""),
        ("潮見海事委員会は休んだ。\n潮見海事委員会は動いた。", "The Shiomi Maritime Affairs Commission rested.\nThe SMAC acted.", ""),
        ("夕凪海洋研究所は休んだ。夕凪海洋研究所は動いた。", "The Yunagi Institute of Oceanography rested. The institute acted.", ""),
        ("潮見海事委員会は動いた。", "The commission acted.", "term-missing commission"),
        ("外務省が答えた。\n外務省が動いた。", "The Foreign Ministry replied.\nThe ministry acted.", ""),
        ("外務省が答えた。\n外務省が動いた。", "The ministry replied.\nThe Foreign Ministry acted.", "first-mention ministry"),
        (None, "The ministry replied. The Foreign Ministry acted.", ""),
    ],
)  # fmt: skip
def test_mentions(checker: Checker, source: str | None, target: str, reported: str) -> None:
    found = [f"{finding.rule} {finding.quote}" for finding in checker.check(target, source)]
    assert found == ([reported] if reported else [])
