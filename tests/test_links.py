"""Every link of the built site leads somewhere: what is a link, what is an anchor, what is dead."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.html import reading
from generator.site.links import dead_links


def _site(folder: Path, **pages: str) -> Path:
    for name, text in pages.items():
        file = folder / name.replace("__", "/").replace("_html", ".html").replace("_svg", ".svg")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def _missing(folder: Path, **pages: str) -> list[str]:
    return [dead.missing for dead in dead_links(_site(folder, **pages))]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ('<a href="x/">', ["x/"]),
        ("<a href='x/'>", ["x/"]),
        ("<A HREF = x/ >", ["x/"]),
        ("<a\nclass=b\n\thref\n=\n'x/'>", ["x/"]),
        ('<a title="a > b" href="x/">', ["x/"]),
        ("<a title=it's href=x/>", ["x/"]),
        ('<a data-href="no" title=\' href="no" \' href="x/">', ["x/"]),
        ('<a href="x/" href="second">', ["x/"]),
        ('<a href="x/?a=1&amp;b=2#c">', ["x/?a=1&b=2#c"]),
        ('<a href=" x/ ">', ["x/"]),
        ("<img src=a.png><img src=a.png>", ["a.png"]),
        ('<img srcset="a.png 1x, b.png 2x,c,d.png 3x">', ["a.png", "b.png", "c,d.png"]),
        ('<source srcset="a.webp">', ["a.webp"]),
        ('<link rel="preload" imagesrcset="a.png, b.png 2x">', ["a.png", "b.png"]),
        ("<video poster=a.jpg src=a.mp4><track src=a.vtt></video>", ["a.jpg", "a.mp4", "a.vtt"]),
        ('<svg><use href="#m"/><use xlink:href="i.svg#n"/></svg>', ["#m", "i.svg#n"]),
        ('<object data="a.svg" data-x="no"></object><div data="no">', ["a.svg"]),
        ('<form action="tim/"><button formaction="gui/">', ["tim/", "gui/"]),
        ('<iframe src="a/"><a href="no"></iframe>', ["a/"]),
        ('<meta http-equiv="refresh" content="0; url=moi/">', ["moi/"]),
        ('<meta name="description" content="0; url=no">', []),
        ('<script src="a.js">"<a href=\'no\'>"</script><a href="x/">', ["a.js", "x/"]),
        ("<script>x</scripted><a href=no></SCRIPT ><a href=x/>", ["x/"]),
        ("<style>a > b</style><textarea><a href=no></textarea><title><a href=no></title>", []),
        ("<!-- <a href=no> --><a href=x/><!-- never closed <a href=no>", ["x/"]),
        ("<!--><a href=x/>", ["x/"]),
        ("<noscript><a href=x/></noscript>", ["x/"]),
        ("1 < 2 <a href=x/> 3 > 2", ["x/"]),
        ('<code>&lt;a href="no"&gt; href="no"</code>', []),
        ("<a href=x/", []),
        ("<a href>", [""]),
    ],
)
def test_links_are_read_as_a_browser_reads_them(text: str, links: list[str]) -> None:
    assert list(reading(text).links) == links


def test_anchors_are_ids_and_the_names_of_links() -> None:
    text = '<h2 id="một">…</h2><a name=hai></a><input name="no"><b id=\'a&amp;b\'></b>'

    assert reading(text).anchors == {"một", "hai", "a&b"}


_VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=30)
_NAMES = st.sampled_from(["href", "id", "title", "class", "data-href", "aria-label", "disabled"])


@st.composite
def _tags(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    attributes = draw(st.dictionaries(_NAMES, _VALUES, max_size=4))
    text = "<" + draw(st.sampled_from(["a", "B", "div", "h2"]))
    for name, value in attributes.items():
        text += draw(st.sampled_from([" ", "\n", "\t ", " / "])) + name
        if value or draw(st.booleans()):
            quote = draw(st.sampled_from("'\""))
            text += f"={quote}{escape(value).replace(chr(10), '&#10;')}{quote}"
    return text + draw(st.sampled_from([">", " >", "/>"])), attributes


@given(st.lists(st.one_of(_tags(), _VALUES)))
def test_whatever_a_page_is_made_of_its_links_and_anchors_come_out(
    parts: list[tuple[str, dict[str, str]] | str],
) -> None:
    text = "".join(escape(part) if isinstance(part, str) else part[0] for part in parts)
    given = [part[1] for part in parts if not isinstance(part, str)]

    read = reading(text)

    assert set(read.links) == {each["href"].strip() for each in given if "href" in each}
    assert read.anchors == {each["id"] for each in given if "id" in each}


@given(st.text("<>!-/='\" ahref", max_size=60))
def test_no_page_is_too_broken_to_be_read(text: str) -> None:
    assert reading(text).links is not None


def test_a_page_that_never_ends_a_quote_takes_no_longer_than_its_length() -> None:
    assert reading('<a href="' * 20_000).links == ()
    assert reading("<a " + "b='" * 20_000).links == ()


@pytest.mark.parametrize(
    "link",
    [
        "b/",
        "b",
        "b/index.html",
        "./b/",
        "../a/b/",
        "b/#đích",
        "b/#%C4%91%C3%ADch",
        "b/?q=1#đích",
        "b/#:~:text=word",
        "#",
        "#top",
        "#own",
        "",
        "?q=1",
        "../",
        "/",
        "/a/b/",
        "../t%E1%BB%87p.csv",
        "../dau.svg#m",
        "../dau.svg#:~:x",
        "../tep.pdf#page=3",
        "https://example.org/nowhere",
        "//example.org/nowhere",
        "mailto:ai@example.org",
        "tel:113",
        "data:text/plain,x",
        "http://[broken",
    ],
)
def test_links_that_lead_somewhere_are_fine(tmp_path: Path, link: str) -> None:
    (tmp_path / "tệp.csv").touch()
    (tmp_path / "tep.pdf").touch()

    assert not _missing(
        tmp_path,
        index_html="",
        dau_svg='<svg><symbol id="m"/></svg>',
        a__index_html=f'<p id="own"><a href="{link}">',
        a__b__index_html='<h2 id="đích">',
    )


@pytest.mark.parametrize(
    ("link", "missing"),
    [
        ("c/", "a/c"),
        ("c/#x", "a/c"),
        ("/c/?q", "c"),
        ("../../b/", "../b"),
        ("b/index.html/", "a/b/index.html"),
        ("B/", "a/B"),
        ("b/#x", "a/b/index.html#x"),
        ("b/#%C4%91", "a/b/index.html#đ"),
        ("#x", "a/index.html#x"),
        ("../dau.svg#x", "dau.svg#x"),
        ("../assets/", "assets"),
    ],
)
def test_links_that_lead_nowhere_are_found(tmp_path: Path, link: str, missing: str) -> None:
    (tmp_path / "assets").mkdir()

    assert [missing] == _missing(
        tmp_path,
        index_html="",
        dau_svg='<svg><symbol id="m"/></svg>',
        a__index_html=f'<a href="{link}">',
        a__b__index_html='<h2 id="đích">',
    )


def test_a_dead_link_is_said_once_with_all_pages_that_have_it(tmp_path: Path) -> None:
    site = _site(
        tmp_path,
        a__index_html='<a href="../x/"><a href="../b/#y">',
        b__index_html='<a href="/x/"><a href="#y">',
    )

    first, second = dead_links(site)

    assert (first.link, first.pages) == ("../x/", ["a/index.html", "b/index.html"])
    assert (second.link, second.pages) == ("../b/#y", ["a/index.html", "b/index.html"])


_MAP = (
    "<urlset><url><loc>https://example.org/kh/a/</loc></url>"
    "<url><loc> https://example.org/kh/ </loc></url>{}</urlset>"
)


def test_the_site_knows_its_own_address_from_the_sitemap(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text(_MAP.format(""), encoding="utf-8")

    assert _missing(
        tmp_path,
        index_html='<a href="https://example.org/kh/a/#x"><a href="https://example.org/else/">',
        a__index_html='<a href="/kh/a/"><a href="/kh/"><a href="/kh/b/"><a href="/a/">',
    ) == ["b", "/a", "a/index.html#x"]


def test_a_sitemap_below_the_root_counts_too(tmp_path: Path) -> None:
    site = _site(tmp_path, index_html="", a__index_html="", en__index_html='<a href="/kh/a/">')
    (site / "sitemap.xml").write_text(_MAP.format(""), encoding="utf-8")
    (site / "en/sitemap.xml").write_text(
        "<loc>https://example.org/kh/en/</loc><loc>https://example.org/kh/en/a/</loc>",
        encoding="utf-8",
    )

    (dead,) = dead_links(site)

    assert (dead.missing, dead.pages) == ("en/a", ["en/sitemap.xml"])


def test_every_address_in_the_sitemap_has_a_page(tmp_path: Path) -> None:
    extra = "<url><loc>https://example.org/kh/b&amp;c/</loc></url>"
    (tmp_path / "sitemap.xml").write_text(_MAP.format(extra), encoding="utf-8")

    assert _missing(tmp_path, index_html="", a__index_html="") == ["b&c"]


def test_the_page_for_missing_addresses_has_links_that_work_at_any_depth(tmp_path: Path) -> None:
    page = '<a href="/"><a href="/a/"><a href="a/"><a href="#x"><p id="x">'

    (dead,) = dead_links(_site(tmp_path, index_html="", a__index_html="", **{"404_html": page}))

    assert (dead.link, dead.pages) == ("a/", ["404.html"])


def test_progress_counts_the_pages(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    dead_links(
        _site(tmp_path, index_html="", a_html=""), lambda done, total: told.append((done, total))
    )

    assert told == [(1, 2), (2, 2)]
