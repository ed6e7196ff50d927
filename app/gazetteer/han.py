"""Countries in one Han character, as headlines write them: 中朝, 米軍, 韓美."""

_COUNTRIES = frozenset("中美英法德俄日韩韓朝印加澳台米仏独露豪伊越泰")
_WORDS_TOO = frozenset("中日朝印加台法德美越泰")
_FOLLOWING = (
    "軍", "军", "政府", "首相", "大統領", "总统", "總統", "国防", "國防", "国務", "國務", "司法",
    "議会", "国会", "國會", "海軍", "海军", "空軍", "空军", "上院", "下院", "議員", "议员", "外相",
    "外長", "外长", "外交", "当局", "當局", "財務", "财长", "媒", "紙", "誌", "方", "国内", "企業",
    "企业", "両国", "两国", "兩國", "双方", "雙方", "関係", "关系", "關係", "貿易", "贸易", "首脳",
    "首脑", "連邦", "中央情報", "籍",
)  # fmt: skip


def stands_for_country(text: str, position: int) -> bool:
    """Whether a single character is beside another country's, before what a country has, or alone."""
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if after and after in _COUNTRIES:
        return not is_han(before) and _ends_clearly(text, position + 2)
    if before and before in _COUNTRIES:
        return not is_han(text[position - 2 : position - 1]) and _ends_clearly(text, position + 1)
    if is_han(before):
        return False
    return text.startswith(_FOLLOWING, position + 1) or not (is_han(after) or text[position] in _WORDS_TOO)


def _ends_clearly(text: str, position: int) -> bool:
    return not is_han(text[position : position + 1]) or text.startswith(_FOLLOWING, position)


def is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"
