"""What an editor most likely meant by a name or a word that the format does not have."""

from __future__ import annotations

import difflib

from generator.model.base import id_like
from generator.model.relations import RELATION_KINDS

_FIELDS = {
    "title": "ten tieu-de ten-ke-hoach name heading ten-nhiem-vu ten-van-ban trich-yeu subject",
    "name": "ten ten-chi-tieu title label ten-goi chi-tieu ten-co-quan ten-dia-phuong",
    "text": "noi-dung mo-ta description content desc details detail summary body",
    "kind": "loai type category hinh-thuc the-loai loai-ke-hoach loai-van-ban",
    "unit": "don-vi don-vi-tinh dvt units uom measure dv",
    "targets": (
        "muc-tieu chi-tieu target ke-hoach goal goals muc-tieu-phan-dau gia-tri-muc-tieu "
        "target-value plan planned"
    ),
    "results": (
        "ket-qua thuc-hien result actual actuals achieved ket-qua-thuc-hien outcome outcomes "
        "dat-duoc"
    ),
    "baseline": "moc-goc hien-trang baselines base",
    "value": "gia-tri so values amount number",
    "lead": (
        "chu-tri co-quan-chu-tri don-vi-chu-tri leads agency agencies owner responsible "
        "in-charge who phu-trach nguoi-phu-trach co-quan don-vi-thuc-hien co-quan-thuc-hien "
        "don-vi-phu-trach assigned-to assignee responsibility"
    ),
    "supporting": (
        "phoi-hop co-quan-phoi-hop support supports partners co-quan-phoi-hop-thuc-hien "
        "don-vi-phoi-hop with"
    ),
    "deciding": "ban-hanh quyet-dinh decides",
    "actors": "thanh-phan nguoi-thuc-hien actor lead",
    "due": (
        "han thoi-han deadline when date by end finish until end-date due-by han-chot "
        "ngay-hoan-thanh hoan-thanh-truoc thoi-gian-hoan-thanh thoi-gian-thuc-hien "
        "tien-do-thuc-hien thoi-gian ngay-ket-thuc"
    ),
    "when": "thoi-gian ngay date due day",
    "on": "ngay date when day",
    "issued": "ngay-ban-hanh date day on ngay-ky ngay-ra signed issue-date",
    "source": (
        "nguon sources document references reference trich-nguon nguon-trich link url "
        "nguon-tin can-cu-nguon"
    ),
    "quote": "trich-dan nguyen-van quotes trich quotation original text",
    "at": "muc vi-tri page place",
    "note": "ghi-chu notes comment remark luu-y notes",
    "notes": "ghi-chu note comments",
    "period": (
        "thoi-ky giai-doan nam year years periods deadline due thoi-gian thoi-gian-thuc-hien "
        "nam-ke-hoach thoi-ky-ke-hoach duration"
    ),
    "place": "dia-phuong noi places location",
    "places": "dia-ban place",
    "parent": "thuoc cap-tren",
    "level": "cap",
    "issuer": "co-quan-ban-hanh noi-ban-hanh issued-by co-quan author ubnd",
    "signer": "nguoi-ky signed-by",
    "number": "so so-hieu so-ky-hieu no tt stt so-van-ban so-vb stt-tt",
    "url": "link lien-ket dia-chi href",
    "section": "phan nhom sections group goal",
    "sections": "cac-phan section goals objectives priorities groups",
    "stated": "danh-gia rag rating status verdict",
    "indicators": "chi-tieu cac-chi-tieu indicator",
    "tasks": (
        "nhiem-vu cac-nhiem-vu task cong-viec activities activity actions action viec "
        "giai-phap nhiem-vu-giai-phap"
    ),
    "milestones": "moc cac-moc milestone",
    "budget": "kinh-phi ngan-sach budgets",
    "rows": "dong hang row lines",
    "amount": "so-tien tien value",
    "deliverables": "san-pham deliverable outputs ket-qua-san-pham output outputs product products",
    "reports": "bao-cao report progress status state rag tinh-trang trang-thai tien-do",
    "stage": "tien-do trang-thai status state",
    "lifecycle": "trang-thai tinh-trang status state hieu-luc giai-doan",
    "succeeded_by": "ke-tuc sap-nhap successor successors",
    "until": "den het end to den-ngay het-hieu-luc",
    "implements": "thuc-hien trien-khai cu-the-hoa implement implementing",
    "based_on": "can-cu co-so-phap-ly legal-basis basis based-upon",
    "evaluates": "danh-gia tong-ket evaluate",
    "succeeds": "ke-tiep tiep-noi ke-thua previous",
    "replaces": "thay-the replace",
    "amends": "sua-doi dieu-chinh bo-sung amend",
    "feeds_into": "lam-co-so lam-co-so-cho feeds",
    "part_of": "thuoc nam-trong",
    "from": "tu start since",
    "direction": "huong",
}
_WORDS = {
    "annual": "hang-nam nam ke-hoach-nam yearly year ke-hoach-hang-nam",
    "five_year": "5-nam nam-nam ke-hoach-5-nam five-years 5-year trung-han ke-hoach-trung-han",
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
    "drafting": "dang-xay-dung du-thao draft dang-soan dang-lap",
    "draft": "du-thao",
    "submitted": "da-trinh",
    "adopted": (
        "da-ban-hanh da-thong-qua da-phe-duyet approved issued ban-hanh dang-thuc-hien "
        "dang-trien-khai dang-hieu-luc con-hieu-luc co-hieu-luc active in-progress effective "
        "in-force valid hoan-thanh done completed final het-hieu-luc"
    ),
    "cancelled": "huy bi-huy canceled",
    "country": "trung-uong quoc-gia ca-nuoc",
    "province": "tinh thanh-pho city",
    "district": "huyen quan thi-xa",
    "commune": "xa phuong thi-tran dac-khu ward",
    "up": (
        "tang cang-cao-cang-tot increase increasing higher higher-is-better maximise cao "
        "cao-hon tang-len tot-len max maximum positive"
    ),
    "within": "on-dinh giu-on-dinh duy-tri trong-khoang maintain stable keep",
    "down": (
        "giam cang-thap-cang-tot decrease decreasing lower lower-is-better minimise thap "
        "thap-hon giam-xuong min minimum negative"
    ),
    "aspirational": "phan-dau phan-dau-dat muc-tieu-phan-dau stretch",
    "forecast": "du-kien du-bao projected",
    "estimate": "uoc uoc-tinh estimated",
    "preliminary": "so-bo",
    "not_started": "chua-thuc-hien chua-bat-dau chua chua-lam chua-trien-khai",
    "in_progress": (
        "dang-thuc-hien dang-trien-khai ongoing doing started on-track delayed at-risk "
        "dang-lam dang-tien-hanh late behind off-track dung-tien-do cham cham-tien-do"
    ),
    "completed": (
        "hoan-thanh da-hoan-thanh xong done complete finished delivered da-xong hoan-thanh-dung-han"
    ),
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
    spelled = id_like(name[:60]).replace("-", "_")
    stem = spelled.removesuffix("text").removesuffix("_")
    if spelled in known or (stem != spelled and stem in known):
        return spelled if spelled in known else f"{stem}_text"
    stem = name.removesuffix("_text")
    found = _likely(stem, known, _FIELDS)
    return f"{found}_text" if found and stem != name else found


_WORDS_AS_FIELDS = {
    "aspirational": "modality",
    "phan-dau": "modality",
    "forecast": "modality",
    "du-kien": "modality",
    "estimate": "kind",
    "uoc": "kind",
    "preliminary": "kind",
    "so-bo": "kind",
}
_MEANT = {
    "phan-dau": "aspirational",
    "du-kien": "forecast",
    "uoc": "estimate",
    "so-bo": "preliminary",
}


def word_as_a_field(name: str, known: tuple[str, ...]) -> str:
    """A word of a vocabulary that was written as a field, as it should be written; or nothing."""
    plain = id_like(name[:60])
    field = _WORDS_AS_FIELDS.get(plain)
    return f"{field}: {_MEANT.get(plain, plain)}" if field in known else ""


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
    if not plain:
        return None
    ranked = [
        (words.index(plain), meant)
        for meant in known
        if plain in (words := meanings.get(meant, "").split())
    ]
    if ranked:
        return min(ranked, key=lambda each: each[0])[1]
    close = difflib.get_close_matches(plain.replace("-", "_"), known, 1, 0.66)
    return close[0] if close else _partly(plain, known)


def _partly(plain: str, known: tuple[str, ...]) -> str | None:
    """The one word known that is a part of what is written (`due-date`), or begins with it."""
    parts = plain.split("-")
    found = [each for each in known if len(parts) == 2 and {each, each[:-1]} & set(parts)]
    if len(plain) > 3:
        found = found or [each for each in known if each.startswith(plain.replace("-", "_"))]
    return found[0] if len(found) == 1 else None
