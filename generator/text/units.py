"""Units of measure in English, as far as every part of them is a known one."""

from __future__ import annotations

_KNOWN = {
    "đồng": ("VND", "VND"),
    "nghìn đồng": ("thousand VND", "thousand VND"),
    "triệu đồng": ("million VND", "million VND"),
    "tỷ đồng": ("billion VND", "billion VND"),
    "nghìn tỷ đồng": ("trillion VND", "trillion VND"),
    "triệu USD": ("million USD", "million USD"),
    "tỷ USD": ("billion USD", "billion USD"),
    "USD": ("USD", "USD"),
    "năm": ("years", "year"),
    "tháng": ("months", "month"),
    "ngày": ("days", "day"),
    "người": ("people", "person"),
    "hộ": ("households", "household"),
    "lao động": ("workers", "worker"),
    "học sinh": ("pupils", "pupil"),
    "bác sĩ": ("doctors", "doctor"),
    "giường bệnh": ("hospital beds", "hospital bed"),
    "vạn dân": ("10,000 inhabitants", "10,000 inhabitants"),
    "1 vạn dân": ("10,000 inhabitants", "10,000 inhabitants"),
    "lượt": ("visits", "visit"),
    "lượt khách": ("visits", "visit"),
    "triệu lượt": ("million visits", "million visits"),
    "triệu lượt khách": ("million visits", "million visits"),
    "tỉnh": ("provinces", "province"),
    "huyện": ("districts", "district"),
    "xã": ("communes", "commune"),
    "phường": ("wards", "ward"),
    "thôn": ("villages", "village"),
    "trường": ("schools", "school"),
    "doanh nghiệp": ("enterprises", "enterprise"),
    "hợp tác xã": ("cooperatives", "cooperative"),
    "dự án": ("projects", "project"),
    "công trình": ("works", "work"),
    "sản phẩm": ("products", "product"),
    "văn bản": ("documents", "document"),
    "tiêu chí": ("criteria", "criterion"),
    "chỉ tiêu": ("indicators", "indicator"),
    "nhiệm vụ": ("tasks", "task"),
    "điểm": ("points", "point"),
    "lần": ("times", "time"),
    "tấn": ("tonnes", "tonne"),
    "tạ": ("quintals", "quintal"),
    "kg": ("kg", "kg"),
    "ha": ("ha", "ha"),
    "km": ("km", "km"),
    "m2": ("m2", "m2"),
    "m3": ("m3", "m3"),
    "%": ("%", "%"),
    "‰": ("‰", "‰"),
}
"""Each as what is counted, and as what it is counted by: tiêu chí/xã, criteria/commune."""


def english_unit(unit: str) -> str | None:
    """A Vietnamese unit in English, million VND/person/year; nothing where a part is not known."""
    parts = [_KNOWN.get(part.strip()) for part in unit.split("/")]
    known = [part for part in parts if part]
    if len(known) < len(parts):
        return None
    return "/".join([known[0][0], *(part[1] for part in known[1:])])
