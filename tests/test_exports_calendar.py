"""Deadlines reach the reader's calendar and changes the reader's feed, whatever the words."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from icalendar import Calendar

from generator.assess.findings import Findings
from generator.exports import calendars
from generator.exports.atom import NEWEST, feed
from generator.exports.calendars import plan_calendar, site_calendar
from generator.model.archive import Archive
from generator.model.base import TEXTS
from generator.pages import pages
from generator.pages.page import Telling
from tests.conftest import Load
from tests.test_exports import plan_with, texts

DAY = date(2026, 11, 22)
ATOM = "{http://www.w3.org/2005/Atom}"

PLAN = """\
    id: plan
    title: Kế hoạch
    kind: annual
    period: 2021
    document: kh
    indicators:
      - id: tang-truong
        name: Tăng trưởng
        unit: percent
        direction: up
        targets:
          - value: 3.5
          - {value: at least 2.0, on: 2021-08, reason: thiên tai}
        results:
          - {period: 2021-Q1, value: 6.1, as_of: 2021-04-10}
          - {period: 2021, value: 5.5, as_of: 2022-01-10}
    tasks:
      - {id: xong, title: Xong, due: 2021-03, reports: [{on: 2021-03-02, stage: completed}]}
      - {id: truoc, title: Trước hạn, due: before 2021-07-30}
      - id: lui
        title: Lùi hạn
        due:
          - 2021-06
          - {due: 2021-09, on: 2021-05-20}
      - {id: dung, title: Dừng, due: 2021-05, reports: [{on: 2021-04-02, stage: dropped}]}
      - {id: luon, title: Luôn luôn, due: quarterly until 2030}
      - {id: loi, title: Bằng lời, due_text: khi có hướng dẫn}
    milestones:
      - {title: Hội nghị tổng kết, when: 2021-12, when_text: trung tuần tháng 12}
    """
KH = """\
    - id: kh
      kind: plan
      number: 1/KH-UBND
      issuer: UBND tỉnh
      issued: 2021-01-05
    """


@pytest.fixture
def archive(load: Load) -> Archive:
    archive, problems = load(PLAN, registers__documents__a=KH)
    assert not problems
    return archive


def events(text: str) -> list[Any]:
    """The entries of a calendar, read by another program than ours."""
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    calendar = Calendar.from_ical(text)
    assert not calendar.errors
    return list(calendar.walk("VEVENT"))


def days(text: str) -> dict[str, str]:
    return {str(each["SUMMARY"]): each.decoded("DTSTART").isoformat() for each in events(text)}


@given(title=texts, name=texts, words=texts)
@settings(max_examples=60, deadline=None)
def test_any_text_comes_out_of_a_calendar(title: str, name: str, words: str) -> None:
    due = {"due": "2021-03", TEXTS: {"due": words}}
    archive = plan_with(tasks=[{"id": "v", "title": title, "due": [due]}], short_title=name)
    text = plan_calendar(Findings(archive, DAY), archive.plans[0])
    [event] = events(text)
    assert str(event["SUMMARY"]) == title
    assert str(event["DESCRIPTION"]).startswith(f"{name}\nThời hạn: {words}\n")
    # The reader does not know NAME; it is a text like DESCRIPTION.
    told = Calendar.from_ical(text.replace("\r\nNAME:", "\r\nDESCRIPTION:"))["DESCRIPTION"]
    assert str(told) == name


def test_what_would_end_a_text_in_a_calendar_is_escaped() -> None:
    archive = plan_with(tasks=[{"id": "v", "title": "a, b; c\\d\ne", "due": [{"due": "2021"}]}])
    text = plan_calendar(Findings(archive, DAY), archive.plans[0])
    assert "\r\nSUMMARY:a\\, b\\; c\\\\d\\ne\r\n" in text


def test_a_deadline_is_a_whole_day_its_last_one(archive: Archive) -> None:
    assert days(plan_calendar(Findings(archive, DAY), archive.plans[0])) == {
        "Xong": "2021-03-31",
        "Trước hạn": "2021-07-29",
        "Lùi hạn": "2021-09-30",
        "Dừng": "2021-05-31",
        "Hội nghị tổng kết": "2021-12-31",
    }


def test_the_calendar_of_the_site_holds_what_is_open(archive: Archive) -> None:
    found = days(site_calendar(Findings(archive, DAY)))
    assert list(found) == ["Trước hạn", "Lùi hạn", "Hội nghị tổng kết"]


def test_of_very_many_the_calendar_of_the_site_holds_the_nearest(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendars, "NEAREST", 2)
    found = days(site_calendar(Findings(archive, date(2021, 8, 1))))
    assert list(found) == ["Trước hạn", "Lùi hạn"]


def test_a_moved_deadline_moves_in_the_readers_calendar(archive: Archive) -> None:
    plan = archive.plans[0]
    before, after = (
        {str(event["UID"]): event for event in events(plan_calendar(Findings(archive, day), plan))}
        for day in (date(2021, 5, 1), date(2021, 6, 1))
    )
    uid = "plan.nv-lui@cong-khai-ke-hoach"
    assert before[uid].decoded("DTSTART") == date(2021, 6, 30)
    assert after[uid].decoded("DTSTART") == date(2021, 9, 30)
    assert after[uid].decoded("DTSTAMP").date() == date(2021, 6, 1)
    assert set(before) == set(after)


def test_a_plan_without_dates_has_a_calendar_that_can_be_read() -> None:
    archive = plan_with(tasks=[{"id": "v", "title": "Một việc"}])
    assert events(plan_calendar(Findings(archive, DAY), archive.plans[0])) == []


def entries(text: str) -> list[dict[str, str]]:
    """The entries of a feed: id, title, updated, content, and where the link leads."""
    root = ElementTree.fromstring(text)  # noqa: S314 - our own
    assert root.tag == f"{ATOM}feed"
    for required in ("id", "title", "updated", "author"):
        assert root.find(f"{ATOM}{required}") is not None
    found = []
    for entry in root.iter(f"{ATOM}entry"):
        told = {
            name: entry.findtext(f"{ATOM}{name}", "")
            for name in ("id", "title", "updated", "content")
        }
        link = entry.find(f"{ATOM}link")
        assert link is not None
        told["link"] = urljoin("https://trang.example/a/thay-doi/feed.xml", link.attrib["href"])
        found.append(told)
    assert len({each["id"] for each in found}) == len(found)
    return found


@given(name=texts, reason=texts, text=texts)
@settings(max_examples=60, deadline=None)
def test_any_text_comes_out_of_the_feed(name: str, reason: str, text: str) -> None:
    targets = [{"value": "3"}, {"value": "2", "on": "2021-08", "reason": reason}]
    indicator = {"id": "c", "name": name, "direction": "up", "targets": targets}
    report = {"on": "2021-09", "stage": "in_progress", "text": text}
    task = {"id": "v", "title": name, "reports": [report]}
    archive = plan_with(indicators=[indicator], tasks=[task])
    reported, adjusted = entries(feed(Findings(archive, DAY)))
    assert reported["title"] == f"Báo cáo nhiệm vụ: {name} (Kế hoạch)"
    assert reported["content"] == f"đang thực hiện: {text}"
    assert adjusted["title"] == f"Nới lỏng: {name} (Kế hoạch)"
    assert adjusted["content"] == f"3 → 2. Lý do: “{reason}”."


def test_a_change_is_told_with_what_was_and_what_is(archive: Archive) -> None:
    found = {each["title"]: each for each in entries(feed(Findings(archive, DAY)))}
    eased = found["Nới lỏng: Tăng trưởng, 2021 (Kế hoạch)"]
    assert eased["content"] == "3,5 → ít nhất 2,0 %. Lý do: “thiên tai”."
    assert eased["updated"] == "2021-08-31T00:00:00+07:00"
    slipped = found["Lùi hạn: Lùi hạn (Kế hoạch)"]
    assert slipped["content"] == "tháng 6/2021 → tháng 9/2021. Không nêu lý do."
    assert found["Kết quả mới: Tăng trưởng, quý I/2021 (Kế hoạch)"]["content"] == "6,1%"
    assert "Kế hoạch mới: Kế hoạch" in found


def test_links_of_the_feed_lead_to_pages_of_the_site(archive: Archive) -> None:
    findings = Findings(archive, DAY)
    site = {path.removesuffix("index.md") for path, _ in pages(Telling(findings))}
    links = [each["link"] for each in entries(feed(findings))]
    assert links
    for link in links:
        address = link.removeprefix("https://trang.example/a/").partition("#")[0]
        assert address in site


def test_an_entry_of_the_feed_keeps_its_id(load: Load) -> None:
    before, _ = load(PLAN, registers__documents__a=KH)
    later = PLAN.replace(
        "          - {period: 2021, value: 5.5",
        "          - {period: 2021-Q2, value: 6.6, as_of: 2021-07-10}\n"
        "          - {period: 2021, value: 5.5",
    ).replace("    tasks:\n", "    tasks:\n      - {id: moi, title: Mới, due: 2022}\n")
    after, _ = load(later, registers__documents__a=KH)
    old, new = (
        {each["id"]: each["title"] for each in entries(feed(Findings(archive, DAY)))}
        for archive in (before, after)
    )
    assert len(new) == len(old) + 1
    assert old.items() <= new.items()


def test_two_results_of_one_time_are_two_entries_of_the_feed() -> None:
    results = [{"period": "2021", "value": value, "as_of": "2022-01"} for value in ("5", "6")]
    archive = plan_with(indicators=[{"id": "c", "name": "Chỉ tiêu", "results": results}])
    assert [each["content"] for each in entries(feed(Findings(archive, DAY)))] == ["5", "6"]


def test_the_feed_holds_the_newest_hundred() -> None:
    results = [
        {"period": str(year), "value": "5", "as_of": f"{year}-12"} for year in range(1900, 2020)
    ]
    archive = plan_with(indicators=[{"id": "c", "name": "Chỉ tiêu", "results": results}])
    found = entries(feed(Findings(archive, DAY)))
    assert len(found) == NEWEST
    assert found[0]["updated"] == "2019-12-31T00:00:00+07:00"


def test_without_changes_the_feed_is_as_old_as_the_day() -> None:
    text = feed(Findings(Archive(), DAY))
    assert entries(text) == []
    assert "<updated>2026-11-22T00:00:00+07:00</updated>" in text
