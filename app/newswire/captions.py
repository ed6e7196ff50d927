"""Captions of pictures, and who made or owns the picture."""

import re
import unicodedata
from dataclasses import dataclass

LONGEST_CAPTION = 500
LONGEST_LEAD_IN_CAPTION = 300
LONGEST_CREDIT = 80

# What stands in front of the maker: "Foto: Defensie", "Photo by Jane Doe", "写真＝共同".
_CREDIT_WORDS = (
    "foto’s|foto's|fotos|foto|fotografie|fotografía|fotografia|fotograf|fotocredits?|fotonachweis|fotocrédito|"
    "beeldcredits?|beeld|bildnachweis|bildquelle|bilder|bild|bilde|billede|billeder|ljósmynd|mynd|"
    "photo(?:graph)?s?(?: credits?)?|photographer|pictures?(?: credits?)?|images?(?: credits?)?|credits?|"
    "photo(?:graphie)?s?|crédits?(?:[ -]photos?)?|cliché|imagen|imágenes|imagem|immagine|crédito|créditos|"
    "crediti|fotó|kép|kuvat?|valokuva|zdjęcie|zdjęcia|fot\\.?|snímek|snímka|slika|poza|imagine|nuotr\\.?|"
    "fotoğraf|gambar|ảnh|hình|фото|фотография|фотографія|фотограф|снимок|снимка|слика|світлина|здымак|"
    "φωτογραφία|φωτο|φωτό|εικόνα|צילום|תמונה|תצלום|צילומים|"
    "الصورة|صورة|صور|تصوير|المصدر|عکس|عکاس|تصویر|تصاویر|"
    "फोटो|फ़ोटो|तस्वीर|चित्र|छवि|ছবি|புகைப்படம்|ภาพ|ภาพโดย|ภาพถ่าย|"
    "사진(?: ?제공)?|写真(?:提供)?|撮影|画像(?:提供)?|"
    "提供|图片来源|圖片來源|图片|圖片|照片|摄影|攝影|摄|攝|图|圖|来源"
)
_BY = "by|courtesy of|from|door|van|von|de|di|par|por|av|af|od|przez|द्वारा|โดย"
_BEHIND_ABBREVIATION = r"(?<=\.)\s+"  # fot. Reuters
_SEPARATOR = rf"(?:\s*[:：=＝/／]\s*|\s+(?:{_BY})\s+|\s*©\s*|{_BEHIND_ABBREVIATION})"
_LABELLED = re.compile(rf"(?:{_CREDIT_WORDS}){_SEPARATOR}(?P<name>\S.*)", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright:?|courtesy(?: of|:))\s*(?P<name>\S.*)", re.IGNORECASE)
# "AP Photo/Jane Doe", "Reuters Photo", "新华社记者 王某 摄"
_AGENCY_FIRST = re.compile(r"(?P<name>[A-Z][\w.-]*(?: [A-Z][\w.-]*)? (?:Photo|Images?)(?:\s*/\s*.+)?)")
_TAKEN_BY = re.compile(r"(?P<name>\S.*?)\s*[摄攝]")
_BRACKETED = re.compile(r"[\[(（【［〔](?P<inner>[^\[\](（【［〔)）】］〕]+)[\])）】］〕][\s.。]*$")
# A credit without brackets stands after the end of a sentence or a dividing sign.
_UNBRACKETED = re.compile(
    rf"(?:^|(?<=[.!?。！？”\"])\s*|\s*[|–—/／]\s*)"
    rf"(?P<credit>(?:(?:{_CREDIT_WORDS})(?:\s*[:：=＝]\s*|{_BEHIND_ABBREVIATION})|©\s*)(?P<name>[^\s.|](?:[^.|]|\.(?!\s))*))\.?$",
    re.IGNORECASE,
)

# Where people stand in the picture, and words that say a caption begins.
_DIRECTION = (
    r"v\.?\s?l\.?\s?n\.?\s?r\.?|van links naar rechts|v\.\s?l\.|von links(?: nach rechts)?|"
    r"(?:from )?left to right|from left(?: to right)?|l[- ]?to[- ]?r|l-r|"
    r"de gauche à droite|de droite à gauche|de izquierda a derecha|de derecha a izquierda|"
    r"da sinistra(?: a destra)?|"
    r"da esquerda (?:para|à) (?:a )?direita|d'esquerra a dreta|från vänster(?: till höger)?|"
    r"fra venstre(?: mod højre| til høyre| til højre| mot høyre)?|"
    r"vasemmalta(?: oikealle)?|vasakult(?: paremale)?|balról(?: jobbra)?|od lewej(?: do prawej)?|"
    r"zleva(?: doprava)?|zľava(?: doprava)?|od leve proti desni|slijeva(?: na ?desno)?|sleva (?:na ?desno)|"
    r"s leva(?: na ?desno)|de la stânga(?: la dreapta)?|iš kairės(?: į dešinę)?|no kreisās(?: uz labo)?|"
    r"soldan(?: sağa)?|dari kiri(?: ke kanan)?|từ trái(?: sang(?: phải)?| qua(?: phải)?)?|"
    r"слева направо|зліва направо|злева направа|отляво надясно|слева надесно|слијева надесно|с лева на десно|"
    r"από αριστερά(?: προς τα δεξιά)?|من اليسار(?: إلى اليمين)?|من اليمين(?: إلى اليسار)?|"
    r"از چپ(?: به راست)?|از راست(?: به چپ)?|משמאל(?: לימין)?|מימין(?: לשמאל)?|"
    r"从左[至到]右|從左[至到]右|由左[至到]右|[从從自由]?左起|[从從自由]?右起|左から|右から|"
    r"왼쪽부터|오른쪽부터|왼쪽에서(?: 오른쪽으로)?|(?:จาก)?ซ้ายไปขวา|จากซ้าย|बाएं से(?: दाएं)?|बाएँ से(?: दाएँ)?"
)
# A cased sentence may begin with these words too ("From left and right came ..."): name or mark follows.
_DIRECTED = re.compile(rf"[(（]?(?:{_DIRECTION})[)）]?(?:\s*[:：,，、)）]|\s+(?=\S))", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:archie?ffoto|archivbild|archivfoto|symbolbild|file photo|file picture|photo d['’]archives?|"
    r"foto de archivo|foto d['’]archivio|foto de arquivo|arkivfoto|arkivbild|arkivbilde|arkistokuva|"
    r"archivní foto|zdjęcie archiwalne|архивное фото|архівне фото|arşiv|"
    r"صورة أرشيفية|عکس آرشیوی|תמונת ארכיון|資料写真|"
    r"资料图片?|資料圖片?|资料照片?|資料照片?|자료 ?사진|แฟ้มภาพ|फ़ाइल फोटो|फाइल फोटो|"
    r"caption|bildunterschrift|bildtext|billedtekst|bildetekst|onderschrift|légende|leyenda|didascalia|legenda|"
    r"kuvateksti|подпись|pictured|picture|photo|foto|bild|image|фото|图|圖|写真|사진)"
    r"(?:\s*[:：]|[。]|\s+[–—-]\s)\s*(?=\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Caption:
    """``text`` is empty where only a credit was printed."""

    text: str
    credit: str | None


def find_caption(text: str) -> Caption | None:
    """A text that shows itself as a caption by its credit, or by the words it begins with."""
    if len(text) > LONGEST_CAPTION:
        return None
    caption = split_credit(text)
    if caption.credit is not None or begins_like_caption(text):
        return caption
    return None


def split_credit(text: str) -> Caption:
    for find in (_bracketed, _whole, _unbracketed):
        if caption := find(text):
            return caption
    return Caption(text, None)


def begins_like_caption(text: str) -> bool:
    if len(text) > LONGEST_LEAD_IN_CAPTION:
        return False
    if match := _DIRECTED.match(text):
        follows = text[match.end() :].lstrip()[:1]
        return not follows.islower() or match[0].rstrip()[-1] in ":：,，、)）"
    return _LABEL.match(text) is not None


def _bracketed(text: str) -> Caption | None:
    match = _BRACKETED.search(text[-LONGEST_CREDIT - 40 :])
    if not match:
        return None
    credit = _credit_name(match["inner"].strip())
    if credit is None:
        return None
    start = text.rindex(match[0])
    return Caption(_without_marks(text[:start]), credit)


def _without_marks(text: str) -> str:
    """A direction mark that opened the bracket is no caption (Unicode category Cf)."""
    kept = text.rstrip()
    return kept if any(unicodedata.category(character) != "Cf" for character in kept) else ""


def _credit_name(inner: str) -> str | None:
    for pattern in (_LABELLED, _COPYRIGHT, _AGENCY_FIRST, _TAKEN_BY):
        if (match := pattern.fullmatch(inner)) and len(match["name"]) <= LONGEST_CREDIT:
            return match["name"].strip()
    return None


def _whole(text: str) -> Caption | None:
    """A line that is nothing but a credit: "Foto: Defensie", "© Reuters"."""
    if (
        len(text) > LONGEST_CREDIT
        or (match := _UNBRACKETED.match(text)) is None
        or _is_sentence(match["name"])
    ):
        return None
    return Caption("", match["name"].strip())


def _unbracketed(text: str) -> Caption | None:
    start = max(0, len(text) - LONGEST_CREDIT)
    match = _UNBRACKETED.search(text, start)
    if not match or match.start() == 0 or _is_sentence(match["name"]):
        return None
    return Caption(text[: match.start()].rstrip(), match["name"].strip())


def _is_sentence(name: str) -> bool:
    """Whether what follows "Foto:" tells something instead of naming somebody."""
    return len(name.split()) > 6  # noqa: PLR2004 - "Jane van der Doe / Agence France-Presse"
