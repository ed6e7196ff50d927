"""Short texts, made up for these tests, in languages whose typography differs."""

from dataclasses import dataclass, field

import pytest

from app.newswire.parsing import parse
from app.newswire.story import Block, Figure


@dataclass(frozen=True)
class Case:
    """``shape`` is the body: block types, and ``figure``."""

    language: str
    text: str
    shape: list[str]
    heading: str | None = None
    caption: str | None = None
    credit: str | None = None
    speaker: str | None = None
    findings: list[tuple[str, int, int]] = field(default_factory=list)


CASES = [
    Case(
        "de",
        "Ministerin besucht Hafen\n\n"
        "Die Ministerin hat am Dienstag den Hafen besucht und mit Arbeitern gesprochen.\n\n"
        "V. l. n. r.: Anna Beispiel, Karl Muster und Eva Probe. (Foto: dpa)\n\n"
        "Neue Kräne\n"
        "Im nächsten Jahr sollen drei Kräne aufgestellt werden, wie der Betreiber mitteilte.\n\n"
        "„Wir sind auf gutem Weg. Es fehlt nur noch das Geld“, sagte Ministerin Anna Beispiel.\n\n"
        "Der Hafen ist z. B. für den Handel mit Norwegen wichtig.\n",
        ["figure", "heading", "paragraph", "quote", "paragraph"],
        heading="Neue Kräne",
        caption="V. l. n. r.: Anna Beispiel, Karl Muster und Eva Probe.",
        credit="dpa",
        speaker="Anna Beispiel",
        findings=[("caption-in-body", 5, 1)],
    ),
    Case(
        "fr",
        "Le port s’agrandit\n\n"
        "Le conseil a voté mardi l’agrandissement du port.\n\n"
        "Un vote attendu\n\n"
        "Les élus ont voté à une large majorité : trente voix pour, deux contre.\n\n"
        "« Nous avons attendu dix ans. C’est un grand jour », a déclaré Jeanne Exemple.\n\n"
        "De gauche à droite : Jeanne Exemple et Paul Modèle. (Crédit photo : AFP)\n",
        ["heading", "paragraph", "quote", "figure"],
        heading="Un vote attendu",
        caption="De gauche à droite : Jeanne Exemple et Paul Modèle.",
        credit="AFP",
        speaker="Jeanne Exemple",
    ),
    Case(
        "sv",
        "Ny bro över ån\n\n"
        "Kommunen bygger en ny bro över ån, meddelade man i går.\n\n"
        "Fem år av väntan\n"
        "Beskedet kom efter fem år av utredningar och överklaganden från grannar.\n\n"
        "”Nu kan vi äntligen börja. Det är en bra dag”, säger borgmästare Lisa Exempel.\n\n"
        "Från vänster: Lisa Exempel och Olle Prov. Foto: TT\n",
        ["heading", "paragraph", "quote", "figure"],
        heading="Fem år av väntan",
        caption="Från vänster: Lisa Exempel och Olle Prov.",
        credit="TT",
        speaker="Lisa Exempel",
    ),
    Case(
        "nb",
        "Ny ferge til øya\n\n"
        "Øya får ny ferge til våren, skriver kommunen.\n\n"
        "– Vi er svært glade for dette, sier Kari Eksempel.\n\n"
        "Fergen tar førti biler og går hver time.\n",
        ["quote", "paragraph"],
        speaker="Kari Eksempel",
    ),
    Case(
        "ru",
        "Министр посетил порт\n\n"
        "Министр посетил порт во вторник и поговорил с рабочими.\n\n"
        "Новые краны\n\n"
        "В следующем году в порту установят три новых крана, сообщили владельцы.\n\n"
        "«Мы на верном пути. Не хватает только денег», — сказал министр Иван Примеров.\n\n"
        "Слева направо: Иван Примеров и Анна Пробная. (Фото: ТАСС)\n",
        ["heading", "paragraph", "quote", "figure"],
        heading="Новые краны",
        caption="Слева направо: Иван Примеров и Анна Пробная.",
        credit="ТАСС",
        speaker="Иван Примеров",
    ),
    Case(
        "ar",
        "الوزير يزور الميناء\n\n"
        "زار الوزير الميناء يوم الثلاثاء وتحدث مع العمال.\n\n"
        "رافعات جديدة\n\n"
        "سيتم تركيب ثلاث رافعات جديدة في الميناء في العام المقبل، حسب ما أعلنته الشركة.\n\n"
        "وقال سامي مثال: «نحن على الطريق الصحيح. لا ينقصنا إلا المال».\n\n"
        "من اليمين: سامي مثال وليلى تجربة. (تصوير: رويترز)\n",
        ["heading", "paragraph", "quote", "figure"],
        heading="رافعات جديدة",
        caption="من اليمين: سامي مثال وليلى تجربة.",
        credit="رويترز",
        speaker="سامي مثال",
    ),
    Case(
        "he",
        "השר ביקר בנמל\n\n"
        "השר ביקר ביום שלישי בנמל ושוחח עם העובדים.\n\n"
        "עגורנים חדשים\n"
        "בשנה הבאה יוצבו בנמל שלושה עגורנים חדשים, כך הודיעה אתמול החברה.\n\n"
        'דוד דוגמה: "אנחנו בדרך הנכונה. חסר רק הכסף, אמרו גם בצה"ל."\n\n'
        "מימין לשמאל: דוד דוגמה ושרה ניסיון. (צילום: רויטרס)\n",
        ["heading", "paragraph", "quote", "figure"],
        heading="עגורנים חדשים",
        caption="מימין לשמאל: דוד דוגמה ושרה ניסיון.",
        credit="רויטרס",
        speaker="דוד דוגמה",
    ),
    Case(
        "fa",
        "وزیر از بندر دیدن کرد\n\n"
        "وزیر روز سه‌شنبه از بندر دیدن کرد و با کارگران گفت‌وگو کرد.\n\n"
        "جرثقیل‌های تازه\n\n"
        "سال آینده سه جرثقیل تازه در این بندر نصب می‌شود و کارها زودتر انجام خواهد شد.\n\n"
        "علی نمونه گفت: «ما در راه درستی هستیم. تنها پول کم است.»\n\n"
        "از راست به چپ: علی نمونه و سارا آزمون. (عکس: ایرنا)\n",
        ["heading", "paragraph", "quote", "figure"],
        heading="جرثقیل‌های تازه",
        caption="از راست به چپ: علی نمونه و سارا آزمون.",
        credit="ایرنا",
        speaker="علی نمونه",
    ),
    Case(
        "zh-Hans",
        "部长访问港口\n\n"
        "　　部长星期二访问了港口，并与工人交谈。\n\n"
        "新起重机\n\n"
        "　　明年港口将安装三台新起重机，公司昨天宣布了这一消息。\n\n"
        "交通部长张三表示：“我们走在正确的道路上。现在只缺钱。”\n\n"
        "从左至右：张三、李四和王五。（图片来源：新华社）\n",
        ["heading", "paragraph", "quote", "figure"],
        heading="新起重机",
        caption="从左至右：张三、李四和王五。",
        credit="新华社",
        speaker="张三",
    ),
    Case(
        "ja",
        "大臣が港を視察\n\n"
        "大臣は火曜日に港を視察し、作業員と話した。\n\n"
        "新しいクレーン\n"
        "来年、港には新しいクレーンが三基設置されると、運営会社が昨日発表した。\n\n"
        "山田太郎：「私たちは正しい道を進んでいる。足りないのは資金だけだ。」\n\n"
        "左から山田太郎大臣、鈴木花子社長。（写真＝共同）\n",
        ["heading", "paragraph", "quote", "figure"],
        heading="新しいクレーン",
        caption="左から山田太郎大臣、鈴木花子社長。",
        credit="共同",
        speaker="山田太郎",
    ),
    Case(
        "th",
        "รัฐมนตรีเยี่ยมท่าเรือ\n\n"
        "รัฐมนตรีเดินทางไปเยี่ยมท่าเรือเมื่อวันอังคารและพูดคุยกับคนงาน\n\n"
        "เครนใหม่\n"
        "ปีหน้าท่าเรือจะติดตั้งเครนใหม่สามตัว บริษัทประกาศเมื่อวานนี้ว่างานจะเริ่มในเดือนมกราคม\n\n"
        "จากซ้าย: สมชาย ตัวอย่าง และสมหญิง ทดลอง (ภาพ: รอยเตอร์)\n",
        ["heading", "paragraph", "figure"],
        heading="เครนใหม่",
        caption="จากซ้าย: สมชาย ตัวอย่าง และสมหญิง ทดลอง",
        credit="รอยเตอร์",
    ),
    Case(
        "hi",
        "मंत्री ने बंदरगाह का दौरा किया\n\n"
        "मंत्री ने मंगलवार को बंदरगाह का दौरा किया और मज़दूरों से बात की।\n\n"
        "नई क्रेनें\n\n"
        "अगले साल बंदरगाह पर तीन नई क्रेनें लगाई जाएँगी, कंपनी ने कल यह घोषणा की।\n\n"
        "राम उदाहरण ने कहा: “हम सही रास्ते पर हैं। केवल पैसे की कमी है।”\n\n"
        "बाएं से: राम उदाहरण और सीता नमूना। (फोटो: पीटीआई)\n",
        ["heading", "paragraph", "quote", "figure"],
        heading="नई क्रेनें",
        caption="बाएं से: राम उदाहरण और सीता नमूना।",
        credit="पीटीआई",
        speaker="राम उदाहरण",
    ),
    Case(
        "ko",
        "장관, 항구 방문\n\n"
        "장관은 화요일 항구를 방문해 노동자들과 이야기를 나눴다.\n\n"
        "새 크레인\n\n"
        "내년에 항구에 새 크레인 세 대가 설치된다고 회사가 어제 발표했다.\n\n"
        "“우리는 바른 길을 가고 있다. 부족한 것은 돈뿐이다.”\n\n"
        "왼쪽부터 김철수, 이영희. (사진=연합뉴스)\n",
        ["heading", "paragraph", "quote", "figure"],
        heading="새 크레인",
        caption="왼쪽부터 김철수, 이영희.",
        credit="연합뉴스",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.language)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
def test_a_text_is_taken_apart(case: Case, line_end: str, mark: str) -> None:
    parsed = parse((mark + case.text.replace("\n", line_end)).encode(), case.language)
    body = parsed.story.body
    blocks = [entry for entry in body if isinstance(entry, Block)]
    lines = [line for line in case.text.split("\n") if line]
    assert parsed.story.headline == lines[0]
    assert parsed.story.lead == lines[1].strip("\u3000")
    assert [entry.type if isinstance(entry, Block) else "figure" for entry in body] == case.shape
    assert [block.text for block in blocks if block.type == "heading"] == (
        [case.heading] if case.heading else []
    )
    assert [block.speaker for block in blocks if block.type == "quote"] == [
        case.speaker for kind in case.shape if kind == "quote"
    ]
    assert [(picture.caption, picture.credit) for picture in parsed.story.pictures] == (
        [(case.caption, case.credit)] if case.caption else []
    )
    found = [(finding.code, finding.line, finding.column) for finding in parsed.findings]
    assert [entry for entry in found if entry[0] not in {"byte-order-mark", "line-endings"}] == case.findings


def test_a_figure_marks_each_picture_once() -> None:
    for case in CASES:
        story = parse(case.text.encode(), case.language).story
        assert [entry.picture for entry in story.body if isinstance(entry, Figure)] == list(
            range(len(story.pictures))
        )
