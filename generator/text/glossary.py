"""Where the glossary explains each word of the vocabularies: the anchor of its entry."""

from __future__ import annotations

from typing import Literal

Vocabulary = Literal["timeliness", "verdict", "lifecycle", "change"]
Anchors = dict[str, str]

TIMELINESS: Anchors = {
    "on_time": "hoan-thanh-dung-han",
    "late": "hoan-thanh-qua-han",
    "in_time": "chua-hoan-thanh-trong-han",
    "overdue": "chua-hoan-thanh-qua-han",
    "overdue_unreported": "qua-han-chua-co-bao-cao",
    "no_deadline": "khong-an-dinh-thoi-han",
    "in_words": "thoi-han-bang-loi",
    "ongoing": "thuong-xuyen",
    "done_day_unknown": "hoan-thanh-khong-ro-ngay",
    "stopped": "dung",
}
VERDICT: Anchors = {
    "exceeded": "vuot",
    "achieved": "dat",
    "nearly": "co-ban-dat",
    "not_achieved": "khong-dat",
    "not_due": "chua-den-ky",
    "no_data": "chua-co-so-lieu",
    "not_assessable": "khong-danh-gia-duoc",
    "on_track": "dung-tien-do",
    "at_risk": "co-nguy-co-cham",
    "off_track": "cham-tien-do",
}
LIFECYCLE: Anchors = {
    "drafting": "du-thao",
    "submitted": "da-trinh",
    "adopted": "da-ban-hanh",
    "not_started": "ke-hoach-chua-den-ky",
    "in_progress": "dang-thuc-hien",
    "ended": "da-het-ky",
    "replaced": "da-bi-thay-the",
    "evaluated": "da-danh-gia",
    "cancelled": "da-huy",
    "unknown": "khong-ro",
}
REVISION: Anchors = {
    "eased": "noi-long",
    "tightened": "siet-chat",
    "widened": "mo-rong-khoang",
    "narrowed": "thu-hep-khoang",
    "unchanged": "giu-nguyen",
    "not_comparable": "khong-so-sanh-duoc",
    "slipped": "lui-han",
    "advanced": "rut-ngan-han",
}
CHANGE: Anchors = {
    "plan": "ke-hoach-moi",
    "result": "ket-qua-moi",
    "report": "bao-cao-nhiem-vu",
    "milestone": "moc-da-dien-ra",
    "scorecard": "bang-dem",
    "moved": "doi-thoi-han",
    "corrected": "dinh-chinh",
    **REVISION,
}
STAGE: Anchors = {
    "not_started": "chua-trien-khai",
    "in_progress": "dang-trien-khai",
    "completed": "hoan-thanh",
    "suspended": "tam-dung",
    "dropped": "khong-thuc-hien",
    "merged": "da-gop",
}
BUDGET_STAGE: Anchors = {
    "planned": "so-tien-ke-hoach",
    "allocated": "phan-bo",
    "disbursed": "giai-ngan",
    "settled": "quyet-toan",
    "carried_over": "chuyen-nguon",
}
MODALITY: Anchors = {"aspirational": "phan-dau", "forecast": "du-kien"}
RESULT_KIND: Anchors = {"estimate": "uoc-thuc-hien", "preliminary": "so-bo"}
DIRECTION: Anchors = dict.fromkeys(("up", "down", "within"), "huong-tot")
LEVEL: Anchors = {
    "country": "trung-uong",
    "province": "cap-tinh",
    "district": "cap-huyen",
    "commune": "cap-xa",
    "other": "cap-khac",
}
PLAN_KIND: Anchors = {
    "five_year": "ke-hoach-5-nam",
    "annual": "ke-hoach-hang-nam",
    "public_investment": "ke-hoach-dau-tu-cong",
    "national_target_programme": "chuong-trinh-muc-tieu-quoc-gia",
    "implementation": "ke-hoach-thuc-hien",
    "action_programme": "chuong-trinh-hanh-dong",
    "review": "tong-ket",
    "drafting": "xay-dung-ke-hoach",
    "scheme": "de-an",
    "strategy": "chien-luoc",
    "report": "bao-cao",
    "other": "ke-hoach",
}
DOCUMENT_KIND: Anchors = {
    "resolution": "nghi-quyet",
    "decision": "quyet-dinh",
    "directive": "chi-thi",
    "plan": "ke-hoach",
    "action_programme": "chuong-trinh-hanh-dong",
    "programme": "chuong-trinh",
    "scheme": "de-an",
    "project": "du-an",
    "official_letter": "cong-van",
    "report": "bao-cao",
    "submission": "to-trinh",
    "conclusion": "ket-luan",
    "notice": "thong-bao",
    "decree": "luat-nghi-dinh-thong-tu",
    "circular": "luat-nghi-dinh-thong-tu",
    "law": "luat-nghi-dinh-thong-tu",
    "master_plan": "quy-hoach",
    "strategy": "chien-luoc",
    "news": "nguon-thu-cap",
    "other": "van-ban-goc",
}
MILESTONE_KIND: Anchors = {
    **dict.fromkeys(("conference", "election", "other"), "moc"),
    **dict.fromkeys(("submission", "adoption", "issue"), "trinh-thong-qua"),
    "inspection": "theo-doi",
    "mid_term_review": "so-ket",
    "final_review": "tong-ket",
    "report": "bao-cao",
}
RELATION: Anchors = {
    "based_on": "can-cu",
    "implements": "thuc-hien-cu-the-hoa",
    "evaluates": "tong-ket",
    "succeeds": "tiep-noi",
    "replaces": "thay-the",
    "amends": "sua-doi-bo-sung",
    "feeds_into": "lam-co-so-cho",
    "part_of": "thuoc",
}
RELATION_INVERSE = RELATION
NOTE_KIND: Anchors = {"inconsistency": "nguon-tu-mau-thuan", "remark": "ghi-chu"}

_OF: dict[Vocabulary, Anchors] = {
    "timeliness": TIMELINESS,
    "verdict": VERDICT,
    "lifecycle": LIFECYCLE,
    "change": CHANGE,
}


def meaning(vocabulary: Vocabulary, code: str) -> str:
    """The anchor of the entry that says what a status means."""
    return _OF[vocabulary][code]
