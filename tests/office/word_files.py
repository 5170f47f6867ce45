"""Three Word files as a municipality's office makes them. The municipality is invented."""

from __future__ import annotations

from tests.office.ooxml import (
    PAGE_BREAK,
    box,
    docx,
    level,
    lists,
    p,
    part,
    run,
    sdt,
    tbl,
    tc,
    tr,
)

AGENCY = "เทศบาลตำบลหนองตัวอย่าง"
SIGNED = "(ลงชื่อ) ........................................"
THAI = level(0, "thaiNumbers", "%1.") + level(1, "thaiLetters", "(%2)")
BULLETS = level(0, "bullet", "\uf0b7")
OVER = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
TOPIC = (
    "กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ",
    "การให้บริการและระบบ E-Service",
    "ช่องทางและรูปแบบการประชาสัมพันธ์เผยแพร่ข้อมูลข่าวสารภาครัฐ",
)


def numbering(count: int) -> str:
    """A list in Thai numerals for each cell, each beginning with ๑, and one of bullets."""
    nums = {str(at): ("0", OVER) for at in range(1, count + 1)}
    return lists({"0": THAI, "1": BULLETS}, nums | {"99": ("1", "")})


def steps(num: int, *texts: str) -> str:
    """A cell with a numbered paragraph for each step."""
    return tc(*(p(text, num=str(num)) for text in texts))


def band(text: str) -> str:
    """A row of one cell over all columns."""
    return tr(tc(text, span=5))


def measures() -> bytes:
    """A memo, and measures by topic on two pages, with numbered steps and a signature."""
    head = tr(
        tc("มาตรการ/แนวทาง", down="restart"),
        tc("การนำผลการวิเคราะห์ไปสู่การปฏิบัติ", span=3),
        tc("การติดตามประเมินผล", down="restart"),
        properties="<w:tblHeader/>",
    ) + tr(
        tc(down="continue"),
        *("ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ"),
        tc(down="continue"),
        properties="<w:tblHeader/>",
    )
    first = tbl(
        head,
        band(f"๑. {TOPIC[0]}"),
        tr(
            "จัดทำคู่มือการปฏิบัติงานทุกงานบริการ",
            steps(1, "สำรวจงานบริการที่ยังไม่มีคู่มือ", "ยกร่างคู่มือและรับฟังความเห็น", "เผยแพร่บนเว็บไซต์"),
            "สำนักปลัดเทศบาล",
            "ต.ค. ๖๗ - มี.ค. ๖๘",
            tc("รายงานผู้บริหารรอบ ๖ เดือน", down="restart"),
        ),
        tr(
            "ลดขั้นตอนการขออนุญาต",
            steps(2, "ทบทวนเอกสารที่ขอจากประชาชน", "ยกเลิกเอกสารที่ซ้ำซ้อน"),
            "กองช่าง",
            "ต.ค. ๖๗ - ก.ย. ๖๘",
            tc(down="continue"),
        ),
        band(f"๒. {TOPIC[1]}"),
        tr(
            "เปิดบริการยื่นคำร้องออนไลน์",
            steps(3, "จัดทำแบบคำร้องออนไลน์"),
            "กองยุทธศาสตร์และงบประมาณ",
            "ม.ค. ๖๘ - มิ.ย. ๖๘",
            "รายงานรอบ ๖ เดือน และ ๑๒ เดือน",
        ),
    )
    second = tbl(
        head,
        band(f"๓. {TOPIC[2]}"),
        tr(
            "ปรับปรุงเว็บไซต์ให้ค้นหาง่าย",
            tc(p("รวบรวมคำถามที่พบบ่อย", num="99"), p("จัดหมวดหมู่ข้อมูลใหม่", num="99")),
            tc("สำนักปลัดเทศบาล", "กองสาธารณสุขและสิ่งแวดล้อม"),
            "ตลอดปีงบประมาณ",
            "",
        ),
    )
    body = [
        p(run("บันทึกข้อความ", "<w:b/>")),
        p("ส่วนราชการ\tงานวิเคราะห์นโยบายและแผน กองยุทธศาสตร์และงบประมาณ โทร. ๑๑๑"),
        p("ที่\tนต ๕๑๐๐๑/๑๒\tวันที่ ๑๐ มกราคม ๒๕๖๘"),
        p("เรื่อง\tรายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส (ITA)"),
        p(f"เรียน\tนายก{AGENCY}"),
        p(
            f"{AGENCY} อำเภอหนองตัวอย่าง จังหวัดตัวอย่าง มีผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๗ ",
            "ได้ค่าคะแนน ๙๑.๒๕ คะแนน อยู่ในระดับ ผ่านดี",
        ),
        PAGE_BREAK,
        p(f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน {AGENCY}"),
        p("ประจำปีงบประมาณ พ.ศ. ๒๕๖๘"),
        first,
        PAGE_BREAK,
        second,
        p("หมายเหตุ: ระยะเวลาอาจเปลี่ยนตามงบประมาณที่ได้รับ"),
        p(),
        p(SIGNED),
        p("(........................................)"),
        p("ผู้อำนวยการกองยุทธศาสตร์และงบประมาณ"),
    ]
    header = part("hdr", p("เอกสารประกอบการประเมิน"))
    return docx("".join(body), numbering=numbering(3), header=header)


def results() -> bytes:
    """Results by instrument, with LibreOffice's and Word's oddities: controls, boxes, changes."""
    head = tr(
        *("มาตรการ/แนวทางที่ดำเนินการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา"),
        *("สรุปผลการดำเนินการ", "ผลลัพธ์หรือความสำเร็จ"),
    )
    deleted = '<w:del w:id="1"><w:r><w:delText>สองครั้ง</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2">{run("สามครั้ง")}</w:ins>'
    iit = tbl(
        head,
        tr(
            "๑. สื่อสารการใช้งบประมาณให้บุคลากรทราบ",
            tc(p("- ประชุมชี้แจงแผนการใช้จ่าย"), p("- ปิดประกาศที่บอร์ดของทุกกอง")),
            "กองคลัง",
            "ต.ค. ๖๖ - ก.ย. ๖๗",
            tc(p("ประชุมชี้แจงแล้ว", deleted, inserted, " ครบทุกกอง")),
            "บุคลากรทราบแผนการใช้จ่าย ร้อยละ ๙๒",
        ),
    )
    eit = tbl(
        head,
        sdt(
            tr(
                sdt(tc(p("๑. ", f"<w:smartTag>{run('เพิ่มช่องทางให้บริการ')}</w:smartTag>"))),
                tc("- เปิดบัญชีไลน์ของเทศบาล"),
                "สำนักปลัดเทศบาล",
                "ต.ค. ๖๖ - มี.ค. ๖๗",
                tc(p("มีผู้ใช้ ๓๒๐ คน", box("ข้อมูล ณ ๓๐ กันยายน ๒๕๖๗"))),
                tc("๑. ประชาชนติดต่อได้ทุกวัน", "๒. เวลารอลดลง"),
            )
        ),
        tr(
            "๒. ติดป้ายขั้นตอนบริการ",
            "- จัดทำป้ายหน้าสำนักงาน",
            "กองช่าง",
            "ม.ค. ๖๗ - มี.ค. ๖๗",
            "ติดป้ายแล้ว ๔ จุด",
            properties='<w:gridAfter w:val="1"/>',
        ),
    )
    link = f'<w:hyperlink r:id="site">{run("เว็บไซต์เทศบาล")}</w:hyperlink>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = [
        p("รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"),
        p(f"{AGENCY} ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", note),
        p("๑. แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)"),
        iit,
        p("๒. แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)"),
        eit,
        p("ดูหลักฐานได้ที่ ", link),
        p(SIGNED),
        p("หัวหน้าสำนักปลัดเทศบาล"),
    ]
    notes = part("footnotes", f'<w:footnote w:id="2">{p("ตามหนังสือแจ้งผลการประเมิน")}</w:footnote>')
    links = {"site": "https://nongtuayang.example/ita"}
    return docx("".join(body), links=links, footnotes=notes)


INDICATORS = (
    ("IIT", "การปฏิบัติหน้าที่", "๙๔.๑๐"),
    ("IIT", "การใช้งบประมาณ", "๘๘.๒๕"),
    ("IIT", "การใช้อำนาจ", "๙๐.๔๐"),
    ("IIT", "การใช้ทรัพย์สินของราชการ", "๘๕.๗๕"),
    ("IIT", "การแก้ไขปัญหาการทุจริต", "๘๗.๕๐"),
    ("EIT", "คุณภาพการดำเนินงาน", "๙๑.๐๐"),
    ("EIT", "ประสิทธิภาพการสื่อสาร", "๘๘.๕๐"),
    ("EIT", "การปรับปรุงระบบการทำงาน", "๘๖.๕๐"),
    ("OIT", "การเปิดเผยข้อมูล", "๙๕.๐๐"),
    ("OIT", "การป้องกันการทุจริต", "๑๐๐.๐๐"),
)
"""Averages 89.20, 88.67, 97.50; total 92.36."""


def analysis() -> bytes:
    """Scores with merged instruments, questions with parts, limitations; all in a layout table."""
    starts = {at for at, row in enumerate(INDICATORS) if row[0] != INDICATORS[at - 1][0]}
    scores = tbl(
        tr("เครื่องมือ", "ตัวชี้วัด", "คะแนน"),
        *(
            tr(
                tc(
                    *([tool] if at in starts else []),
                    down="restart" if at in starts else "continue",
                ),
                name,
                score,
            )
            for at, (tool, name, score) in enumerate(INDICATORS)
        ),
    )
    questions = tbl(
        tr("หัวข้อการประเมิน", "คะแนน", "แนวทาง/มาตรการ"),
        tr(tc("ตัวชี้วัดที่ ๒ การใช้งบประมาณ", span=3)),
        tr(
            "i7 บุคลากรรู้แผนการใช้จ่ายงบประมาณมากน้อยเพียงใด",
            "๘๕.๐๐",
            tc(p("ประชุมชี้แจงแผนการใช้จ่าย", num="1"), p("เผยแพร่แผนในกลุ่มไลน์", num="1")),
        ),
        tr(tc("ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร", span=3)),
        tr(
            tc("E6 การเผยแพร่ข้อมูลมีลักษณะต่อไปนี้", "- เข้าถึงง่าย", "- มีหลายช่องทาง"),
            tc("๘๗.๒๕", "๘๖.๐๐", "๘๘.๕๐"),
            tc(p("ปรับปรุงหน้าเว็บไซต์", num="2")),
        ),
    )
    body = [
        p("การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส"),
        p(f"{AGENCY} อำเภอหนองตัวอย่าง จังหวัดตัวอย่าง"),
        p("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๗ ได้คะแนนรวม ๙๒.๓๖ คะแนน ระดับ ผ่านดี"),
        scores,
        p("ที่มา: ระบบ ITAS"),
        questions,
        p("การวิเคราะห์ข้อจำกัดของหน่วยงานในการดำเนินการประเมิน"),
        p("ผู้มาติดต่อส่วนใหญ่เป็นผู้สูงอายุ จึงตอบแบบวัดผ่านโทรศัพท์ได้ยาก", num="3"),
        p("บุคลากรเปลี่ยนตำแหน่งระหว่างปี", num="3"),
    ]
    return docx(tbl(tr(tc(*body, p()))), numbering=numbering(3))


WORD = {"มาตรการ": measures, "ผลการดำเนินการ": results, "ผลการวิเคราะห์": analysis}
"""How each file is made, by its name without its ending."""
