"""What people type finds what they mean, through the search box of the real site."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.site.search import Entry, entries
from tests.browser import chromium, served

ROOT = Path(__file__).parent.parent
WORKER = ROOT / "overrides/assets/javascripts/lunr/min/lunr.vi.min.js"


@dataclass(frozen=True)
class Hit:
    """A result as shown: where it leads, its name and excerpt as HTML, and what it is worth."""

    address: str
    name: str
    excerpt: str
    worth: float


@dataclass(frozen=True)
class Answer:
    """What the search shows for a query: its sentence, and the hits from the best on."""

    sentence: str
    hits: list[Hit]

    @property
    def first(self) -> str:
        return self.hits[0].address if self.hits else ""

    @property
    def addresses(self) -> set[str]:
        return {hit.address for hit in self.hits}


Search = Callable[[str], Answer]

_ASK = """query => new Promise(answer => {
    const box = document.querySelector(".md-search__input");
    const result = document.querySelector(".md-search-result");
    const sentence = result.querySelector(".md-search-result__meta");
    const list = result.querySelector(".md-search-result__list");
    const end = Date.now() + 20000;
    const type = text => {
        box.value = text;
        box.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
    };
    const wait = (text, then) => {
        sentence.textContent = "waiting";
        list.replaceChildren();
        type(text);
        const look = () => {
            if (sentence.textContent !== "waiting") then();
            else if (Date.now() < end) setTimeout(look, 5);
            else answer({sentence: "", hits: []});
        };
        look();
    };
    wait("?!?", () => wait(query, () => answer({
        sentence: sentence.textContent,
        hits: [...list.querySelectorAll(".md-search-result__link")].map(link => ({
            address: link.href,
            name: link.querySelector("h1, h2").innerHTML,
            excerpt: link.querySelector("p")?.innerHTML ?? "",
            worth: +link.firstElementChild.dataset.mdScore,
        })).filter(hit => hit.worth),
    })));
})"""


@pytest.fixture(scope="module")
def page(real_site: Path) -> Iterator[tuple[Page, str]]:
    """A page of the site with its search open and ready."""
    with chromium() as browser, served(real_site) as address:
        page = browser.new_page()
        page.goto(f"{address}?q=a")
        page.wait_for_selector(".md-search-result__item")
        yield page, address


@pytest.fixture(scope="module")
def search(page: tuple[Page, str]) -> Search:
    return searching(*page)


def searching(tab: Page, address: str) -> Search:
    """The search of an open page; addresses are told from the root of its language."""

    def answer(query: str) -> Answer:
        found = tab.evaluate(_ASK, query)
        hits = [
            Hit(**{**hit, "address": hit["address"].removeprefix(address)}) for hit in found["hits"]
        ]
        return Answer(found["sentence"], sorted(hits, key=lambda hit: -hit.worth))

    return answer


PLAN = "ke-hoach/"
SI_MA_CAI_2020 = PLAN + "si-ma-cai-2020/"
SI_MA_CAI_2021 = PLAN + "si-ma-cai-2021/"
LANG_SON = PLAN + "lang-son-89/"
HA_NOI = PLAN + "ha-noi-84/"
BAC_KAN = PLAN + "bac-kan-2505/"


@pytest.mark.parametrize(
    ("query", "address"),
    [
        # with, without and with some of the marks; capitals
        ("kế hoạch", "ke-hoach/"),
        ("ke hoach", "ke-hoach/"),
        ("kế hoach", "ke-hoach/"),
        ("kê hoạch", "ke-hoach/"),
        ("KẾ HOẠCH", "ke-hoach/"),
        ("đât đai", SI_MA_CAI_2021 + "#nv-quan-ly-dat-dai"),
        ("dat dai", SI_MA_CAI_2021 + "#nv-quan-ly-dat-dai"),
        ("nông thon moi", "chi-tieu/xa-dat-chuan-ntm/"),
        ("hô nghèo", SI_MA_CAI_2020 + "#ct-giam-ty-le-ho-ngheo"),
        # the tone where the old and the new rule put it, i and y
        ("Thành uỷ Hà Nội", "co-quan/thanh-uy-ha-noi/"),
        ("Thành ủy Hà Nội", "co-quan/thanh-uy-ha-noi/"),
        ("xoá", "dong-gop/#khong-xoa"),
        ("xóa", "dong-gop/#khong-xoa"),
        ("kĩ thuật", LANG_SON + "#nv-ket-cau-ha-tang"),
        ("tỉ lệ hộ nghèo", SI_MA_CAI_2020 + "#ct-giam-ty-le-ho-ngheo"),
        ("qui hoạch đô thị", HA_NOI + "#phan-quan-ly-do-thi"),
        # a slip in a tone
        ("Đắt đai", SI_MA_CAI_2021 + "#nv-quan-ly-dat-dai"),
        ("thanh pho ha nọi", "dia-phuong/ha-noi/"),
        # a slip in a letter of a name, or in a consonant that many do not tell apart
        ("Lạnh Sơn", "dia-phuong/lang-son/"),
        ("san trai", "dia-phuong/san-chai/"),
        # what a keyboard for Telex leaves
        ("ke hoachj", "ke-hoach/"),
        ("hooj ngheof", SI_MA_CAI_2020 + "#ct-giam-ty-le-ho-ngheo"),
        ("my dduwcs", "dia-phuong/my-duc/"),
        # while typing
        ("tổng kết 5 n", PLAN + "ha-noi-228/"),
        ("si ma c", "dia-phuong/si-ma-cai/"),
        ("covi", SI_MA_CAI_2021 + "#nv-phong-chong-dich"),
        # places: names, with their kind, typed as one word, otherwise spelled
        ("Hà Nội", "dia-phuong/ha-noi/"),
        ("ha noi", "dia-phuong/ha-noi/"),
        ("hanoi", "dia-phuong/ha-noi/"),
        ("tp ha noi", "dia-phuong/ha-noi/"),
        ("Lạng Sơn", "dia-phuong/lang-son/"),
        ("langson", "dia-phuong/lang-son/"),
        ("bac kan", "dia-phuong/bac-kan/"),
        ("Bắc Cạn", "dia-phuong/bac-kan/"),
        ("huyện si ma cai", "dia-phuong/si-ma-cai/"),
        ("simacai", "dia-phuong/si-ma-cai/"),
        ("sán chải", "dia-phuong/san-chai/"),
        ("yen bai", "dia-phuong/yen-bai/"),
        ("Thái Nguyên", "dia-phuong/thai-nguyen-2025/"),
        ("Lào Cai", "dia-phuong/lao-cai-2025/"),
        # agencies, short and long
        ("UBND", "co-quan/ubnd/"),
        ("uy ban nhan dan", "co-quan/ubnd/"),
        ("UBND Hà Nội", "co-quan/ubnd/ha-noi/"),
        ("ủy ban nhân dân thành phố hà nội", "co-quan/ubnd/ha-noi/"),
        ("ubnd lang son", "co-quan/ubnd/lang-son/"),
        ("HĐND", "co-quan/hdnd/"),
        ("hdnd si ma cai", "co-quan/hdnd/si-ma-cai/"),
        ("so ke hoach va dau tu", "co-quan/so-ke-hoach-va-dau-tu/"),
        ("SKHĐT", "co-quan/so-ke-hoach-va-dau-tu/"),
        ("bộ tài chính", "co-quan/bo-tai-chinh/"),
        ("quoc hoi", "co-quan/quoc-hoi/"),
        ("thủ tướng", "co-quan/thu-tuong/"),
        # documents by number, whole or in part, and by day
        ("228", "van-ban/228-kh-ubnd-ha-noi-2020/"),
        ("84/KH-UBND", "van-ban/84-kh-ubnd-ha-noi/"),
        ("84", "van-ban/84-kh-ubnd-ha-noi/"),
        ("kế hoạch số 84", "van-ban/84-kh-ubnd-ha-noi/"),
        ("2505/UBND-TH", "van-ban/2505-ubnd-th-bac-kan-2020/"),
        ("1715/qd-ubnd", "van-ban/1715-qd-ubnd-lao-cai-2018/"),
        ("quyết định 1715", "van-ban/1715-qd-ubnd-lao-cai-2018/"),
        ("11/2016/NQ-HĐND", "van-ban/11-2016-nq-hdnd-bac-kan/"),
        ("04-CTr/TU", "van-ban/04-ctr-tu-bac-kan-2016/"),
        ("120/2020/QH14", "van-ban/120-2020-qh14/"),
        ("chỉ thị 18", "van-ban/18-ct-ttg-2020/"),
        ("27/3/2025", "van-ban/89-kh-ubnd-lang-son-2025/"),
        ("KH228", "van-ban/228-kh-ubnd-ha-noi-2020/"),
        ("nq58", "van-ban/58-nq-tu-lang-son-2021/"),
        ("cv 2505", "van-ban/2505-ubnd-th-bac-kan-2020/"),
        # … before those who issued it
        ("138/KH-UBND Lạng Sơn", "van-ban/138-kh-ubnd-lang-son-2022/"),
        ("138 hà nội", "van-ban/138-kh-ubnd-ha-noi-2016/"),
        # plans before their parts
        ("si ma cai 2020", SI_MA_CAI_2020),
        ("kế hoạch Si Ma Cai năm 2021", SI_MA_CAI_2021),
        ("ke hoach 5 nam 2016-2020", PLAN + "bac-kan-2016-2020/"),
        ("2021-2025", PLAN + "bac-kan-2021-2025/"),
        ("Lạng Sơn 2025", LANG_SON),
        ("84 ha noi", HA_NOI),
        ("thủ đô", PLAN + "ha-noi-138/"),
        ("chuong trinh muc tieu quoc gia", LANG_SON),
        ("Chu Ngọc Anh", HA_NOI),
        # people who have no page
        ("Lý Seo Vảng", SI_MA_CAI_2021 + "#moc-hoi-nghi-trien-khai"),
        ("hoang van duong", SI_MA_CAI_2021 + "#moc-hoi-nghi-trien-khai"),
        # rows of the tables, by name and by number
        ("thu nhập bình quân đầu người", LANG_SON + "#ct-thu-nhap-binh-quan"),
        ("TNBQ Lạng Sơn", LANG_SON + "#ct-thu-nhap-binh-quan"),
        ("hộ nghèo si ma cai", SI_MA_CAI_2020 + "#ct-giam-ty-le-ho-ngheo"),
        ("giam ngheo", SI_MA_CAI_2020 + "#ct-giam-ty-le-ho-ngheo"),
        ("truong dat chuan", SI_MA_CAI_2020 + "#ct-truong-dat-chuan"),
        ("luong thuc", SI_MA_CAI_2020 + "#ct-san-luong-luong-thuc"),
        ("GRDP", HA_NOI + "#ct-grdp-binh-quan"),
        ("GRDP Hà Nội", HA_NOI + "#ct-grdp-binh-quan"),
        ("bầu cử", SI_MA_CAI_2021 + "#nv-bau-cu"),
        ("ha tang", LANG_SON + "#nv-ket-cau-ha-tang"),
        ("hội nghị tổng kết", PLAN + "ha-noi-228/#moc-hoi-nghi-tong-ket"),
        ("báo cáo Bộ Kế hoạch và Đầu tư", BAC_KAN + "#moc-bao-cao-bo"),
        ("69,41", LANG_SON + "#ct-thu-nhap-binh-quan"),
        ("69.41", LANG_SON + "#ct-thu-nhap-binh-quan"),
        ("69,41 triệu đồng", LANG_SON + "#ct-thu-nhap-binh-quan"),
        ("8.300", HA_NOI + "#ct-grdp-binh-quan"),
        ("8300 USD", HA_NOI + "#ct-grdp-binh-quan"),
        ("27 xã", LANG_SON + "#ct-xa-thoat-dac-biet-kho-khan"),
        ("45/47", SI_MA_CAI_2020 + "#ket-qua-dem"),
        # abbreviations and what they stand for
        ("NTM", "chi-tieu/xa-dat-chuan-ntm/"),
        ("nong thon moi", "chi-tieu/xa-dat-chuan-ntm/"),
        ("tiêu chí NTM", "chi-tieu/tieu-chi-ntm-binh-quan/"),
        ("dbkk", LANG_SON + "#ct-xa-thoat-dac-biet-kho-khan"),
        ("KT-XH Si Ma Cai 2020", SI_MA_CAI_2020),
        ("DTTS&MN", LANG_SON),
        ("CTMTQG", LANG_SON),
        ("BTV", "tu-dien/#ban-chap-hanh"),
        ("attp", "tu-dien/#vt-attp"),
        # the same said otherwise
        ("xóa đói giảm nghèo", SI_MA_CAI_2020 + "#ct-giam-ty-le-ho-ngheo"),
        ("thoat ngheo", SI_MA_CAI_2020 + "#ct-giam-ty-le-ho-ngheo"),
        ("kế hoạch hàng năm", "tu-dien/#ke-hoach-hang-nam"),
        # words of the site itself
        ("từ điển", "tu-dien/"),
        ("giai ngan", "tu-dien/#giai-ngan"),
        ("quá hạn", "lich/#qua-han"),
        ("chat luong du lieu", "du-lieu/chat-luong/"),
        ("đóng góp", "dong-gop/"),
        # words that only join, where nothing has them too
        ("hộ nghèo của tỉnh Lạng Sơn", LANG_SON + "#ct-ty-le-ho-ngheo"),
        ("chi thi 18 cua thu tuong", "van-ban/18-ct-ttg-2020/"),
    ],
)
def test_the_first_hit_is_what_was_meant(search: Search, query: str, address: str) -> None:
    for form in ("NFC", "NFD"):
        assert search(unicodedata.normalize(form, query)).first == address


@pytest.mark.parametrize(
    ("query", "never"),
    [
        ("đất", "đạt"),
        ("đạt", "đất"),
        ("dân", "dẫn"),
        ("hộ", "hỗ"),
        ("thôn", "thống"),
        ("tổng", "trong"),
        ("số", "sở"),
        ("sở", "số"),
        ("kế hoạch", "kể"),
    ],
)
def test_marks_are_meant(search: Search, query: str, never: str) -> None:
    marked = {
        word.lower()
        for hit in search(query).hits
        for part in re.findall(r"<mark>(.*?)</mark>", hit.name + hit.excerpt)
        for word in re.split(r"[\s/-]+", part)
    }
    last = query.split()[-1]
    assert any(word.startswith(last) for word in marked)
    assert never not in marked


@pytest.mark.parametrize(
    "query",
    [
        *("đắt", "kệ", "hố nghẻo xyz", "kế hoạch xyzzy", "hộ nghèo zzz"),
        # places that the site does not know are no slips in words that it does
        *("Quảng Trị", "Ninh Bình", "Bắc Giang", "ha giang", "Hoà Bình", "Sa Pa"),
        *("cua khau quoc te", "xyzzy123"),
    ],
)
def test_what_the_site_does_not_say_is_not_found(search: Search, query: str) -> None:
    answer = search(query)
    assert answer.hits == []
    assert answer.sentence.startswith("Không trang nào có đủ các từ này.")


def test_all_words_must_be_there(search: Search) -> None:
    both, one = search("nông thôn mới si ma cai").addresses, search("nông thôn mới").addresses
    assert both
    assert not {address for address in both if address.startswith(LANG_SON)}
    assert one - both


def test_only_the_last_word_may_be_the_beginning_of_one(search: Search) -> None:
    assert search("kế hoạch phát tri").first == SI_MA_CAI_2020
    assert not search("hoạ kế phát triển").hits


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("ke hoach lang son", "Lạng Sơn"),
        ("UY BAN NHAN DAN", "Ủy ban nhân dân"),
        ("cchc", "cải cách hành chính"),
        ("8300", "8.300"),
        ("84/kh-ubnd", "84/KH-UBND"),
        ("nong thon mới", "nông thôn mới"),
    ],
)
def test_a_hit_is_marked_as_it_is_spelled(search: Search, query: str, words: str) -> None:
    hit = search(query).hits[0]
    assert f"<mark>{words}</mark>" in hit.name + hit.excerpt


def test_words_of_two_sentences_do_not_stand_together(search: Search) -> None:
    hits = search("đầu tư công").hits
    apart = next(hit for hit in hits if "đầu tư</mark>; <mark>công" in hit.name)
    together = [hit for hit in hits if "<mark>đầu tư công</mark>" in hit.name]
    assert together
    assert all(hit.worth > apart.worth for hit in together)


def test_an_excerpt_is_short_and_stands_around_the_hit(search: Search) -> None:
    excerpts = [hit.excerpt for hit in search("mâu thuẫn").hits if "#ghi-chu" in hit.address]
    assert len(excerpts) > 1
    for excerpt in excerpts:
        assert len(excerpt.split()) < 60
        assert "<mark>mâu thuẫn</mark>" in excerpt


@pytest.mark.parametrize(
    "query",
    ["*", "~", "^", "+", "-", '"', ":", "%", "a:b", "(", "[", "\\", "&amp;", "'", "…", "   "],
)
def test_signs_alone_find_nothing_and_break_nothing(search: Search, query: str) -> None:
    search(query)
    assert search("hộ nghèo").hits


@pytest.mark.parametrize(
    "query",
    [
        '"hộ nghèo"',
        "+hộ +nghèo",
        "hộ* nghèo*",
        "-hộ nghèo",
        "hộ: nghèo",
        "hộ~ ^nghèo",
        "(hộ nghèo)",
    ],
)
def test_no_sign_is_an_order(search: Search, query: str) -> None:
    assert search(query).addresses >= search("hộ nghèo").addresses


def test_markup_in_a_query_is_text(search: Search, page: tuple[Page, str]) -> None:
    search("<img src=x onerror=document.title='run'>")
    search("<b>hộ nghèo</b><script>document.title='run'</script>")
    assert page[0].title() != "run"


def test_a_very_long_query_is_answered(search: Search) -> None:
    assert search("kế hoạch " * 2000).first
    assert not search("z" * 20000).hits


def test_the_search_of_the_home_page_asks_the_same(search: Search, page: tuple[Page, str]) -> None:
    tab = page[0].context.browser.new_page()  # type: ignore[union-attr]
    tab.goto(page[1])
    tab.fill("#kh-q", "ho ngheo")
    tab.click(".kh-search button")
    tab.wait_for_selector(".md-search-result__link h2")
    link = tab.locator(".md-search-result__link:has(h2)").first.get_attribute("href")
    tab.close()
    assert (link or "").endswith(search("ho ngheo").first)


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("ke hoach bac kan", 3),
        ("kế hoạch Bắc Kạn", 3),
        ("KẾ HOẠCH", 7),
        ("bắc kan", 4),
        ("bác kạn", 0),
        ("84/kh", 1),
        ("si ma cai 2021", 1),
        ("kĩ", 0),
    ],
)
def test_a_filter_takes_words_as_the_search_does(
    page: tuple[Page, str], typed: str, rows: int
) -> None:
    tab = page[0].context.browser.new_page()  # type: ignore[union-attr]
    tab.goto(f"{page[1]}ke-hoach/")
    for form in ("NFC", "NFD"):
        tab.fill(".kh-filter input", unicodedata.normalize(form, typed))
        assert tab.locator("#bang-ke-hoach tbody tr:not(.kh-group):visible").count() == rows
    tab.close()


def test_the_english_pages_are_found_by_names_of_both_languages(page: tuple[Page, str]) -> None:
    tab, root = page[0].context.browser.new_page(), f"{page[1]}en/"  # type: ignore[union-attr]
    tab.goto(f"{root}?q=a")
    tab.wait_for_selector(".md-search-result__item")
    search = searching(tab, root)
    for query, address in [
        ("hộ nghèo", SI_MA_CAI_2020 + "#ct-giam-ty-le-ho-ngheo"),
        ("ho ngheo", SI_MA_CAI_2020 + "#ct-giam-ty-le-ho-ngheo"),
        ("share of poor households minority", LANG_SON + "#ct-ty-le-ho-ngheo"),
        ("Hà Nội", "dia-phuong/ha-noi/"),
        ("hanoi", "dia-phuong/ha-noi/"),
        ("UBND Hà Nội", "co-quan/ubnd/ha-noi/"),
        ("department of planning", "co-quan/so-ke-hoach-va-dau-tu/"),
        ("84/KH-UBND", "van-ban/84-kh-ubnd-ha-noi/"),
        ("69.41", LANG_SON + "#ct-thu-nhap-binh-quan"),
        ("8300", HA_NOI + "#ct-grdp-binh-quan"),
        ("NTM", "chi-tieu/xa-dat-chuan-ntm/"),
        ("kế hoạch", "ke-hoach/"),
        ("plans", "ke-hoach/"),
        ("ethnic minorities", PLAN + "ha-noi-138/"),
        ("new rural communes", "chi-tieu/xa-dat-chuan-ntm/"),
        ("household", LANG_SON + "#ct-ty-le-ho-ngheo"),
        ("Prime Minister directive 18", "van-ban/18-ct-ttg-2020/"),
        ("calender", "lich/"),
    ]:
        assert search(query).first == address
    assert "<mark>hộ nghèo</mark>" in search("hộ nghèo").hits[0].excerpt
    assert search("xyzzy").sentence.startswith("No page has all these words.")
    tab.close()


def test_abbreviations_are_those_of_the_glossary() -> None:
    """All but those that stand for several things."""
    script = WORKER.read_text(encoding="utf-8")
    table = re.search(r"ABBREVIATIONS = `(.*?)`", script, re.DOTALL)
    assert table
    ours = dict(line.strip().split(" = ") for line in table[1].strip().splitlines())
    glossary = (ROOT / "content/tu-dien.md").read_text(encoding="utf-8")
    theirs: dict[str, str] = {}
    for names, words in re.findall(r"^- \*\*(.*?)\*\*\{#vt-.*?\}: (.*)", glossary, re.MULTILINE):
        for name in names.split(", "):
            theirs[name] = re.sub(r"\[(.*?)\]\(.*?\)", r"\1", words).casefold()
    several = {"CT", "KH", "QH", "TT", "TU"}
    assert set(theirs) - set(ours) == several
    assert set(ours) <= set(theirs)
    for name, words in ours.items():
        assert words.casefold() in theirs[name], name


def test_the_index_holds_words_alone_and_each_address_once(real_site: Path) -> None:
    for root in (real_site, real_site / "en"):
        index = json.loads((root / "search/search_index.json").read_text(encoding="utf-8"))
        addresses = [entry["location"] for entry in index["docs"]]
        assert len(addresses) == len(set(addresses))
        for entry in index["docs"]:
            assert "<" not in entry["title"] + entry["text"]
            page, _, anchor = entry["location"].partition("#")
            html = (root / page / "index.html").read_text(encoding="utf-8")
            assert not anchor or f'id="{anchor}"' in html
            assert anchor not in ("tom-tat", "nguon") or page == "gioi-thieu/"


ARTICLE = """
<p class="kh-eyebrow"><b><a href="../x/">Tỉnh Mẫu</a></b> · Kế hoạch</p>
<h1 id="ke-hoach">Kế hoạch mẫu<a class="headerlink" href="#ke-hoach" title="x">#</a></h1>
<dl><div><dt>Ai phụ trách?</dt><dd><strong>UBND tỉnh</strong><small>Ông A ký</small></dd></div>
<div><dt>Kỳ</dt><dd><span class="miss">không nêu</span></dd></div></dl>
<h2 id="tom-tat">Tóm tắt</h2>
<ul><li>3 trên 5</li></ul>
<h2 id="nhiem-vu">Nhiệm vụ</h2>
<form class="kh-filter"><label>Lọc <input name="q"></label></form>
<details class="kh-part" id="phan-a">
<summary><b>Phần A</b><span class="kh-fine"><span>2 việc</span></span></summary>
<p>Lời của phần<span class="kh-sup"><a href="#nguon-1">[1]</a></span>.</p>
<table role="table" data-search-exclude><tbody>
<tr role="row" id="nv-1">
<th role="rowheader" scope="row"><span class="kh-no"><a href="#nv-1">1</a></span>
Rà soát &amp; báo cáo
<span class="said">ghi chú</span></th>
<td role="cell"><a href="../x/">UBND</a>; <span class="kh-name" lang="vi">Ông B</span></td>
<td role="cell" class="due">2026</td>
</tr>
</tbody></table>
</details>
<table><tbody>
<tr role="row" id="ct-thu">
<td role="cell" class="tt">1</td>
<th role="rowheader" scope="row">Thu ngân sách<span class="kh-sup">[2]</span></th>
<td role="cell" data-label="Đơn vị">tỷ đồng</td>
<td role="cell" class="num" data-label="Mốc gốc"><span class="miss">không nêu</span></td>
<td role="cell" class="num" data-label="Mục tiêu">8.300<span class="said">năm 2025</span></td>
</tr>
</tbody></table>
"""


def test_a_page_gives_itself_its_parts_and_its_rows() -> None:
    assert list(entries("Kế hoạch mẫu", ARTICLE)) == [
        Entry("", "Kế hoạch mẫu", "Tỉnh Mẫu · Kế hoạch · Ai phụ trách? UBND tỉnh Ông A ký"),
        Entry("#phan-a", "Phần A", "Lời của phần."),
        Entry("#nv-1", "Rà soát &amp; báo cáo", "Ông B"),
        Entry("#ct-thu", "Thu ngân sách", "8.300 năm 2025 · tỷ đồng"),
    ]
