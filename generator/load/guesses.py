"""What an editor most likely meant by a name or a word that the format does not have."""

from __future__ import annotations

import difflib

from generator.model.base import id_like
from generator.model.relations import RELATION_KINDS

_FIELDS = {
    "title": "ten tieu-de ten-ke-hoach name heading",
    "name": "ten ten-chi-tieu title label",
    "text": "noi-dung mo-ta description content",
    "kind": "loai type category",
    "unit": "don-vi don-vi-tinh dvt units",
    "targets": "muc-tieu chi-tieu target ke-hoach goal goals",
    "results": "ket-qua thuc-hien result actual actuals",
    "baseline": "moc-goc hien-trang baselines base",
    "value": "gia-tri so values amount number",
    "lead": "chu-tri co-quan-chu-tri don-vi-chu-tri leads agency agencies owner",
    "supporting": "phoi-hop co-quan-phoi-hop support supports partners",
    "deciding": "ban-hanh quyet-dinh decides",
    "actors": "thanh-phan nguoi-thuc-hien actor lead",
    "due": "han thoi-han deadline when date by",
    "when": "thoi-gian ngay date due day",
    "on": "ngay date when day",
    "issued": "ngay-ban-hanh date day on",
    "source": "nguon sources document",
    "quote": "trich-dan nguyen-van quotes",
    "at": "muc vi-tri page place",
    "note": "ghi-chu notes comment remark",
    "notes": "ghi-chu note comments",
    "period": "thoi-ky giai-doan nam year years periods deadline due",
    "place": "dia-phuong noi places location",
    "places": "dia-ban place",
    "parent": "thuoc cap-tren",
    "level": "cap",
    "issuer": "co-quan-ban-hanh noi-ban-hanh issued-by",
    "signer": "nguoi-ky signed-by",
    "number": "so so-hieu so-ky-hieu no tt stt",
    "url": "link lien-ket dia-chi href",
    "section": "phan nhom sections group goal",
    "sections": "cac-phan section goals objectives priorities groups",
    "stated": "danh-gia rag rating status verdict",
    "indicators": "chi-tieu cac-chi-tieu indicator",
    "tasks": "nhiem-vu cac-nhiem-vu task",
    "milestones": "moc cac-moc milestone",
    "budget": "kinh-phi ngan-sach budgets",
    "rows": "dong hang row lines",
    "amount": "so-tien tien value",
    "deliverables": "san-pham deliverable outputs",
    "reports": "bao-cao report progress status state rag tinh-trang trang-thai tien-do",
    "stage": "tien-do trang-thai status state",
    "lifecycle": "trang-thai tinh-trang status state",
    "succeeded_by": "ke-tuc sap-nhap successor successors",
    "until": "den het end to",
    "from": "tu start since",
    "direction": "huong",
}
_WORDS = {
    "annual": "hang-nam nam ke-hoach-nam yearly year",
    "five_year": "5-nam nam-nam ke-hoach-5-nam five-years 5-year",
    "implementation": "thuc-hien trien-khai ke-hoach-thuc-hien",
    "public_investment": "dau-tu-cong dau-tu-cong-trung-han",
    "national_target_programme": "ctmtqg chuong-trinh-muc-tieu-quoc-gia",
    "action_programme": "chuong-trinh-hanh-dong cthd",
    "scheme": "de-an",
    "strategy": "chien-luoc",
    "report": "bao-cao",
    "resolution": "nghi-quyet nq",
    "decision": "quyet-dinh qd",
    "directive": "chi-thi ct",
    "plan": "ke-hoach kh",
    "official_letter": "cong-van letter",
    "submission": "to-trinh trinh",
    "conclusion": "ket-luan",
    "notice": "thong-bao",
    "decree": "nghi-dinh",
    "circular": "thong-tu",
    "law": "luat",
    "programme": "chuong-trinh program",
    "project": "du-an",
    "news": "tin bai-bao bao tin-tuc article",
    "other": "khac",
    "drafting": "dang-xay-dung du-thao draft",
    "draft": "du-thao",
    "submitted": "da-trinh",
    "adopted": "da-ban-hanh da-thong-qua da-phe-duyet approved issued",
    "cancelled": "huy bi-huy canceled",
    "country": "trung-uong quoc-gia ca-nuoc",
    "province": "tinh thanh-pho city",
    "district": "huyen quan thi-xa",
    "commune": "xa phuong thi-tran dac-khu ward",
    "up": "tang cang-cao-cang-tot increase increasing higher higher-is-better maximise",
    "down": "giam cang-thap-cang-tot decrease decreasing lower lower-is-better minimise",
    "aspirational": "phan-dau",
    "forecast": "du-kien",
    "estimate": "uoc uoc-tinh estimated",
    "preliminary": "so-bo",
    "not_started": "chua-thuc-hien chua-bat-dau",
    "in_progress": "dang-thuc-hien dang-trien-khai ongoing doing started on-track delayed at-risk"
    " late behind off-track dung-tien-do cham cham-tien-do",
    "completed": "hoan-thanh da-hoan-thanh xong done complete finished delivered",
    "suspended": "tam-dung",
    "dropped": "dung bo khong-thuc-hien",
    "planned": "du-toan ke-hoach",
    "allocated": "phan-bo giao",
    "disbursed": "giai-ngan",
    "settled": "quyet-toan",
    "carried_over": "chuyen-nguon",
    "full": "toan-van day-du",
    "excerpt": "trich trich-yeu",
    "vi": "tieng-viet vietnamese vn",
    "en": "tieng-anh english en-gb en-us",
    "conference": "hoi-nghi",
    "adoption": "thong-qua ban-hanh",
    "inspection": "kiem-tra giam-sat",
    "mid_term_review": "so-ket",
    "final_review": "tong-ket",
    "election": "bau-cu",
    "exceeded": "vuot hoan-thanh-vuot-muc",
    "achieved": "dat hoan-thanh",
    "nearly": "co-ban-dat",
    "not_achieved": "khong-dat khong-hoan-thanh",
    "on_track": "dung-tien-do",
    "at_risk": "co-nguy-co-cham",
    "off_track": "cham cham-tien-do delayed behind",
    "inconsistency": "mau-thuan",
    "remark": "ghi-chu",
    "group": "nhom tap-the",
}


def likely_field(name: str, known: tuple[str, ...]) -> str | None:
    """The field that an editor most likely meant, of those known at that place."""
    stem = name.removesuffix("_text")
    found = _likely(stem, known, _FIELDS)
    return f"{found}_text" if found and stem != name else found


_RELATIONS = {"supersedes": "replaces", "part-of": "part_of", "thay-the": "replaces"}


def likely_relation(name: str, known: tuple[str, ...]) -> str | None:
    """The relation that an editor wrote as a field of its own, where `relations` is known."""
    if "relations" not in known:
        return None
    relation = _RELATIONS.get(id_like(name[:60]), name)
    return relation if relation in RELATION_KINDS else None


def likely_word(word: str, known: tuple[str, ...]) -> str | None:
    """The word of a vocabulary that an editor most likely meant."""
    return _likely(word, known, _WORDS)


def _likely(written: str, known: tuple[str, ...], meanings: dict[str, str]) -> str | None:
    plain = id_like(written[:60])
    for meant in known:
        if plain and plain in meanings.get(meant, "").split():
            return meant
    close = difflib.get_close_matches(plain.replace("-", "_"), known, 1, 0.6)
    return close[0] if close else None
