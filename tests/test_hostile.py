"""Text of editors is data: whatever stands in a field is shown exactly as typed, and never runs."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser import chromium, served
from tests.conftest import project

HOSTILE = " ".join(
    [
        '<img src=x onerror="window.pwned=1">',
        "</script><script>window.pwned=1</script>",
        '"><svg onload=window.pwned=1>',
        "' onmouseover='window.pwned=1",
        "[a](javascript:window.pwned=1) ![b](c) <http://d.example> https://e.example",
        "**f** __g__ _h_ `i` ~~j~~ ==k== ^^l^^ :smile: --8<-- 'm'",
        "{{ 7*7 }} {% raw %} ${7*7} #{8} {: onclick=window.pwned=1 } {#x}",
        "&lt;b&gt; &#60;i&#62; &amp; %3Cscript%3E",
        "<!-- n --> ]]> <?php ?> <![CDATA[ o",
        "</td></tr></table></div></details></section></dl>",
        "<style>*{display:none}</style>",
        "| p | q | # r > s - t 1. u [^1] [[v]] *[HTML]: w \\* \\< \\\\",
        "wzxhzdk:0 klzzwxh:0001 @x =cmd|' /C calc'!A1",
    ]
)
FIELDS: list[str] = []


def typed(field: str) -> str:
    """A hostile text that names its field, as a YAML value."""
    FIELDS.append(field)
    return json.dumps(f"{field} {HOSTILE}", ensure_ascii=False)


PLACES = f"""
- id: xa-an
  name: {typed("place-name")}
  name_en: {typed("place-name-en")}
  level: other
  level_text: {typed("place-level")}
  note: {typed("place-note")}
"""
AGENCIES = f"""
- id: phong
  name: {typed("agency-name")}
  name_en: {typed("agency-name-en")}
  short: {typed("agency-short")}
  place: xa-an
  note: {typed("agency-note")}
"""
DOCUMENTS = f"""
- id: van-ban
  kind: other
  kind_text: {typed("document-kind")}
  number: {typed("document-number")}
  issuer: phong
  issued: 2026-01-02
  title: {typed("document-title")}
  title_en: {typed("document-title-en")}
  signer: {typed("document-signer")}
  term: {typed("document-term")}
  note: {typed("document-note")}
  url: https://example.org/?a=1&amp=2
- id: tin
  kind: news
  issuer: {typed("news-issuer")}
  author: {typed("news-author")}
  title: {typed("news-title")}
  issued: 2026-02-03
"""
DEFINITIONS = f"""
- id: chung
  name: {typed("definition-name")}
  name_en: {typed("definition-name-en")}
  unit: {typed("definition-unit")}
  definition: {typed("definition-text")}
  code: {typed("definition-code")}
  note: {typed("definition-note")}
  breaks:
    - on: 2024-01-01
      text: {typed("break-text")}
"""
PLAN = f"""
id: plan
title: {typed("plan-title")}
title_en: {typed("plan-title-en")}
kind: other
kind_text: {typed("plan-kind")}
document: van-ban
place: xa-an
period: 2026
period_text: {typed("plan-period")}
term: {typed("plan-term")}
lifecycle: adopted
source: tin
at: {typed("plan-at")}
quote: {typed("plan-quote")}
scope: {typed("plan-scope")}
verdict_rule: {typed("verdict-rule")}
focal:
  - {typed("focal-name")}
declared: {{indicators: 9, tasks: 9}}
declared_text: {typed("declared-text")}
statements:
  {typed("statement-label")}: {typed("statement-text")}
notes:
  - text: {typed("note-text")}
    kind: inconsistency
    at: {typed("note-at")}
    quote: {typed("note-quote")}
relations:
  implements: {typed("relation-end")}
  feeds_into: {typed("relation-next")}
verdict_words:
  {typed("verdict-word")}: achieved
sections:
  - id: phan
    number: {typed("section-number")}
    title: {typed("section-title")}
    title_en: {typed("section-title-en")}
    text: {typed("section-text")}
    note: {typed("section-note")}
    declared: {{tasks: 4}}
    declared_text: {typed("section-declared")}
indicators:
  - id: so
    number: {typed("indicator-number")}
    name: {typed("indicator-name")}
    name_en: {typed("indicator-name-en")}
    unit: {typed("indicator-unit")}
    direction: up
    section: phan
    place: {typed("indicator-place")}
    lead:
      - {typed("indicator-lead")}: {typed("indicator-share")}
    baseline:
      period: 2025
      value_text: {typed("baseline-text")}
    targets:
      - value: 5
        value_text: {typed("target-text")}
        set_by: {typed("target-setter")}
      - value: 4
        set_by: {typed("target-setter")}
        on: 2026-03-01
        reason: {typed("target-reason")}
        document: {typed("target-document")}
    results:
      - value: 3
        value_text: {typed("result-text")}
        of_plan: {{{typed("result-assigner")}: 60}}
        compared: {typed("result-compared")}
        stated: {typed("result-stated")}
        trend: {typed("result-trend")}
        cause: {typed("result-cause")}
        note: {typed("result-note")}
        quote: {typed("result-quote")}
    note: {typed("indicator-note")}
    relations:
      succeeds: {typed("indicator-relation")}
    parts:
      - id: phan-nho
        name: {typed("part-name")}
        results: {{2025: 1, 2026: 2}}
  - id: dung-chung
    definition: chung
    targets: {{2025: 1, 2026: 2}}
    results: {{2025: 1}}
tasks:
  - id: viec
    number: {typed("task-number")}
    title: {typed("task-title")}
    title_en: {typed("task-title-en")}
    text: {typed("task-text")}
    section: phan
    lead:
      - phong: {typed("lead-share")}
      - {typed("lead-name")}
    supporting: {typed("supporting-name")}
    deciding: {typed("deciding-name")}
    places: {typed("task-place")}
    deliverables:
      - {typed("deliverable")}
    due: 2026-03
    due_text: {typed("due-text")}
    steps:
      - title: {typed("step-title")}
        due_text: {typed("step-due")}
    reports:
      - on: 2026-02-01
        stage: in_progress
        text: {typed("report-text")}
    note: {typed("task-note")}
milestones:
  - id: moc
    kind: other
    kind_text: {typed("milestone-kind")}
    number: {typed("milestone-number")}
    title: {typed("milestone-title")}
    title_en: {typed("milestone-title-en")}
    text: {typed("milestone-text")}
    when: 2026-05
    when_text: {typed("when-text")}
    outcome: {typed("milestone-outcome")}
    actors:
      - {typed("actor-name")}: {typed("actor-role")}
    note: {typed("milestone-note")}
scorecards:
  - of: {typed("scorecard-of")}
    total: 9
    counts: {{{typed("count-word")}: 5}}
    of_which: {{{typed("which-word")}: 2}}
    text: {typed("scorecard-text")}
    note: {typed("scorecard-note")}
budget:
  - title: {typed("budget-title")}
    unit: {typed("budget-unit")}
    fund: {typed("budget-fund")}
    note: {typed("budget-note")}
    rows:
      - fund: {typed("row-fund")}
        kind: {typed("row-kind")}
        amount: 5
        amount_text: {typed("row-amount")}
        note: {typed("row-note")}
"""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plans = tmp_path_factory.mktemp("hostile") / "plans"
    for path, text in {
        "registers/places/a.yml": PLACES,
        "registers/agencies/a.yml": AGENCIES,
        "registers/documents/a.yml": DOCUMENTS,
        "registers/indicators/a.yml": DEFINITIONS,
        "xa-an/plan.yml": PLAN,
    }.items():
        (plans / path).parent.mkdir(parents=True, exist_ok=True)
        (plans / path).write_text(text, encoding="utf-8")
    folder = project(plans.parent / "project", plans)
    command = [sys.executable, "-m", "generator", "build", "--as-of", "2026-11-22"]
    run = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "site"


def pages(site: Path) -> list[str]:
    return [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]


def test_every_field_is_shown_exactly_as_typed_and_nothing_runs(hostile_site: Path) -> None:
    seen: list[str] = []
    with served(hostile_site) as base, chromium() as browser:
        page = browser.new_page()
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        for path in pages(hostile_site):
            page.goto(base + path)
            for element in page.query_selector_all("[onmouseover],[onclick],[onload],[onerror]"):
                pytest.fail(f"{path}: {element.evaluate('each => each.outerHTML')}")
            assert page.evaluate("window.pwned === undefined"), path
            assert page.evaluate("document.querySelectorAll('img[src=\"x\"]').length") == 0
            assert page.evaluate("document.querySelectorAll('a[href^=\"javascript\"]').length") == 0
            seen.append(page.evaluate("document.body.textContent"))
            seen.append(page.title())
        assert not dialogs
        assert {url for url in requests if not url.startswith(base)} == set()
    text = " ".join(" ".join(seen).split()).casefold()
    typed_text = " ".join(HOSTILE.split())
    missing = [
        field for field in dict.fromkeys(FIELDS) if f"{field} {typed_text}".casefold() not in text
    ]
    assert not missing, ", ".join(missing)


def test_a_hostile_title_is_the_title_of_its_page(hostile_site: Path) -> None:
    page = (hostile_site / "ke-hoach" / "plan" / "index.html").read_text(encoding="utf-8")
    title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    assert title
    assert html.unescape(title[1]).startswith(f"plan-title {HOSTILE}")


def test_search_results_are_inert(hostile_site: Path) -> None:
    with served(hostile_site) as base, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(base)
        page.click(".md-search__input")
        page.keyboard.type("onerror")
        page.wait_for_selector(".md-search-result__item", timeout=15000)
        page.wait_for_timeout(300)
        assert page.evaluate("window.pwned === undefined")
        results = page.query_selector(".md-search-result")
        assert results
        assert results.query_selector_all("img, script, svg[onload], [onerror]") == []
        assert "<img src=x onerror=" in (results.text_content() or "")
