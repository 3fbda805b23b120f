"""What should be looked after: reminders, and links that have died."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from generator.__main__ import main
from generator.assess.findings import Findings
from generator.model.archive import Archive
from generator.problems import Problem
from generator.upkeep import links as asking
from generator.upkeep.links import dead_links, links_of
from generator.upkeep.reminders import HEADINGS, MATTERS, reminders
from generator.upkeep.telling import dead_links_told, reminders_told

Load = Callable[..., tuple[Archive, list[Problem]]]

DAY = date(2026, 11, 22)

PLAN = """
    id: xa-an
    title: Kế hoạch của xã An
    kind: annual
    lifecycle: adopted
    period: 2026
    reporting: monthly
    source: Báo An
    indicators:
      - {id: ngheo, name: Tỷ lệ hộ nghèo, targets: {2025: below 5, 2026: below 4}}
      - {id: nuoc, name: Hộ dùng nước sạch, targets: {2025: 90}, results: {2025: 91}}
    tasks:
      - {id: duong, title: Làm đường, due: 2026-10}
      - id: cau
        title: Làm cầu
        due: 2026-09
        reports: {on: 2026-08-01, stage: in_progress}
      - {id: cho, title: Xây chợ, due: 2026-12-20}
      - {id: ben, title: Mở bến, due: 2027-06}
      - {id: xong, title: Trồng cây, due: 2026-10, reports: {stage: completed, done: 2026-09}}
    milestones:
      - {title: Họp sơ kết, when: 2026-07}
    """


def test_what_is_due_overdue_or_unreported_is_listed_the_gravest_first(load: Load) -> None:
    archive, problems = load(PLAN)
    assert problems == []
    found = reminders(Findings(archive, DAY))
    assert [(each.matter, each.name, each.day) for each in found] == [
        ("late_report", "Kế hoạch của xã An", date(2026, 9, 30)),
        ("unreported", "Họp sơ kết", date(2026, 7, 31)),
        ("unreported", "Làm đường", date(2026, 10, 31)),
        ("overdue", "Làm cầu", date(2026, 9, 30)),
        ("no_result", "Tỷ lệ hộ nghèo", date(2025, 12, 31)),
        ("due", "Xây chợ", date(2026, 12, 20)),
    ]


def test_a_reminder_stands_at_its_line(load: Load) -> None:
    archive, _ = load(PLAN)
    road = next(each for each in reminders(Findings(archive, DAY)) if each.name == "Làm đường")
    assert road.position.line == 1 + PLAN.splitlines().index(
        "      - {id: duong, title: Làm đường, due: 2026-10}"
    )


def test_a_plan_about_which_all_is_said_needs_no_reminder(load: Load) -> None:
    archive, _ = load("id: a\ntitle: A\nkind: annual\nsource: Báo An\n")
    told = list(reminders_told(reminders(Findings(archive, DAY)), "vi", markdown=False))
    assert told == ["Không có việc gì phải nhắc."]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_reminders_are_told_by_matter_with_their_number(load: Load, language: str) -> None:
    archive, _ = load(PLAN)
    found = reminders(Findings(archive, DAY))
    told = list(reminders_told(found, "vi" if language == "vi" else "en", markdown=True))
    place = 0 if language == "vi" else 1
    headings = [line for line in told if line.startswith("### ")]
    assert headings[1] == f"### {HEADINGS['unreported'][place]}: 2"
    assert len(headings) == len(MATTERS)


DOCUMENTS = """
    - {id: a, kind: news, title: A, url: "https://a.example/1", archived: "https://b.example/1"}
    - {id: b, kind: news, title: B, url: "https://a.example/2"}
    - {id: c, kind: news, title: C, url: "https://a.example/3"}
    - {id: d, kind: news, title: D}
    """


def test_links_that_do_not_answer_are_named_with_their_line(load: Load) -> None:
    archive, _ = load(registers__documents__a=DOCUMENTS)
    answers = {
        "https://a.example/1": 200,
        "https://a.example/2": 404,
        "https://a.example/3": 403,  # refuses programs: not dead
    }
    asked: list[str] = []

    def ask(address: str) -> int:
        asked.append(address)
        if address not in answers:
            message = "no such host"
            raise OSError(message)
        return answers[address]

    links = links_of(archive)
    found = dead_links(links, ask)
    assert [(each.link.document, each.link.field, each.status) for each in found] == [
        ("a", "archived", 0),
        ("b", "url", 404),
    ]
    assert [each.link.position.line for each in found] == [2, 3]
    assert asked.count("https://b.example/1") == 2  # once more before it counts
    told = list(dead_links_told(found, len(links), "vi", markdown=False))
    assert told[0] == "2 trên 4 liên kết không trả lời như phải có."
    assert "no such host" in told[1]


@contextmanager
def host() -> Iterator[str]:
    """A host on this machine: /ok, /gone, /no-head (refuses HEAD), /moved (to /ok), /out."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            codes = {"/ok": 200, "/gone": 404, "/moved": 301, "/out": 302, "/broken": 500}
            code = codes.get(self.path, 200)
            if self.path == "/no-head" and self.command == "HEAD":
                code = 405
            self.send_response(code)
            if self.path == "/moved":
                self.send_header("Location", "/ok")
            if self.path == "/out":
                self.send_header("Location", "http://10.0.0.1/")
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET  # noqa: N815 - the name that the library asks for

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_host_is_asked_as_a_browser_would(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_insist_on_public", lambda _: None)
    with host() as base:
        paths = ("/ok", "/gone", "/no-head", "/moved", "/broken")
        assert [asking.asked(base + path) for path in paths] == [200, 404, 200, 200, 500]


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "http://localhost:9/", "http://10.0.0.1/", "http://[::1]/"]
)
def test_nobody_makes_us_ask_inside_a_network(address: str) -> None:
    with pytest.raises(OSError, match="not a public host"):
        asking.asked(address)


def test_nor_by_sending_us_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with host() as base:
        real = asking._insist_on_public
        monkeypatch.setattr(
            asking, "_insist_on_public", lambda to: None if to.startswith(base) else real(to)
        )
        with pytest.raises(OSError, match="not a public host"):
            asking.asked(f"{base}/out")


@pytest.mark.usefixtures("here")
def test_the_commands_tell_and_end_with_their_codes(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["remind", "--as-of", "2027-02-01"]) == 0
    assert "Quá hạn, chưa có báo cáo: 1" in capfd.readouterr().out
    assert main(["links"]) == 0
    assert capfd.readouterr().out == "0 trên 0 liên kết không trả lời như phải có.\n"
