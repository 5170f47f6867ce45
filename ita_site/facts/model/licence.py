"""Under which terms open data may be used, by the identifiers of opendefinition.org."""

from __future__ import annotations

from ita_site.facts.model.labelled import Labelled


class Licence(Labelled):
    """Licences an office can choose; none is assumed where it says nothing."""

    CC_BY = "CC-BY-4.0", "ครีเอทีฟคอมมอนส์ แสดงที่มา 4.0"
    CC_BY_SA = "CC-BY-SA-4.0", "ครีเอทีฟคอมมอนส์ แสดงที่มา อนุญาตแบบเดียวกัน 4.0"
    CC_ZERO = "CC0-1.0", "ครีเอทีฟคอมมอนส์ ไม่สงวนสิทธิ์ CC0 1.0"
    ODC_BY = "ODC-BY-1.0", "โอเพนดาต้าคอมมอนส์ แสดงที่มา 1.0"

    @property
    def url(self) -> str:
        """Where its terms stand."""
        return TERMS[self]


TERMS = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC_ZERO: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.ODC_BY: "https://opendatacommons.org/licenses/by/1-0/",
}
