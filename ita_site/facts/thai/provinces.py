"""The provinces of Thailand, by their names without จังหวัด, and what stands for each in an address.

Source: the list of provinces in ISO 3166-2:TH, with their English names.
"""

from __future__ import annotations

import re
from typing import Final

CAPITAL: Final = "กรุงเทพมหานคร"
SLUGS: Final = {
    CAPITAL: "bangkok",
    "กระบี่": "krabi",
    "กาญจนบุรี": "kanchanaburi",
    "กาฬสินธุ์": "kalasin",
    "กำแพงเพชร": "kamphaeng-phet",
    "ขอนแก่น": "khon-kaen",
    "จันทบุรี": "chanthaburi",
    "ฉะเชิงเทรา": "chachoengsao",
    "ชลบุรี": "chon-buri",
    "ชัยนาท": "chai-nat",
    "ชัยภูมิ": "chaiyaphum",
    "ชุมพร": "chumphon",
    "เชียงราย": "chiang-rai",
    "เชียงใหม่": "chiang-mai",
    "ตรัง": "trang",
    "ตราด": "trat",
    "ตาก": "tak",
    "นครนายก": "nakhon-nayok",
    "นครปฐม": "nakhon-pathom",
    "นครพนม": "nakhon-phanom",
    "นครราชสีมา": "nakhon-ratchasima",
    "นครศรีธรรมราช": "nakhon-si-thammarat",
    "นครสวรรค์": "nakhon-sawan",
    "นนทบุรี": "nonthaburi",
    "นราธิวาส": "narathiwat",
    "น่าน": "nan",
    "บึงกาฬ": "bueng-kan",
    "บุรีรัมย์": "buri-ram",
    "ปทุมธานี": "pathum-thani",
    "ประจวบคีรีขันธ์": "prachuap-khiri-khan",
    "ปราจีนบุรี": "prachin-buri",
    "ปัตตานี": "pattani",
    "พระนครศรีอยุธยา": "phra-nakhon-si-ayutthaya",
    "พะเยา": "phayao",
    "พังงา": "phangnga",
    "พัทลุง": "phatthalung",
    "พิจิตร": "phichit",
    "พิษณุโลก": "phitsanulok",
    "เพชรบุรี": "phetchaburi",
    "เพชรบูรณ์": "phetchabun",
    "แพร่": "phrae",
    "ภูเก็ต": "phuket",
    "มหาสารคาม": "maha-sarakham",
    "มุกดาหาร": "mukdahan",
    "แม่ฮ่องสอน": "mae-hong-son",
    "ยโสธร": "yasothon",
    "ยะลา": "yala",
    "ร้อยเอ็ด": "roi-et",
    "ระนอง": "ranong",
    "ระยอง": "rayong",
    "ราชบุรี": "ratchaburi",
    "ลพบุรี": "lop-buri",
    "ลำปาง": "lampang",
    "ลำพูน": "lamphun",
    "เลย": "loei",
    "ศรีสะเกษ": "si-sa-ket",
    "สกลนคร": "sakon-nakhon",
    "สงขลา": "songkhla",
    "สตูล": "satun",
    "สมุทรปราการ": "samut-prakan",
    "สมุทรสงคราม": "samut-songkhram",
    "สมุทรสาคร": "samut-sakhon",
    "สระแก้ว": "sa-kaeo",
    "สระบุรี": "saraburi",
    "สิงห์บุรี": "sing-buri",
    "สุโขทัย": "sukhothai",
    "สุพรรณบุรี": "suphan-buri",
    "สุราษฎร์ธานี": "surat-thani",
    "สุรินทร์": "surin",
    "หนองคาย": "nong-khai",
    "หนองบัวลำภู": "nong-bua-lam-phu",
    "อ่างทอง": "ang-thong",
    "อำนาจเจริญ": "amnat-charoen",
    "อุดรธานี": "udon-thani",
    "อุตรดิตถ์": "uttaradit",
    "อุทัยธานี": "uthai-thani",
    "อุบลราชธานี": "ubon-ratchathani",
}
PREFIX: Final = re.compile(r"^(?:จังหวัด|จ\.)\s*")
_NAMED: Final = re.compile(rf"(?:จังหวัด|จ\.)\s*({'|'.join(SLUGS)})(?![ก-๎])|(กรุงเทพ)")


def is_province(name: str) -> bool:
    """Whether a bare name is that of a province."""
    return name in SLUGS


def province_in(text: str) -> str:
    """The bare name of the province that a text names; empty for none, and for several."""
    found = {name or CAPITAL for name, _ in _NAMED.findall(text)}
    return found.pop() if len(found) == 1 else ""
