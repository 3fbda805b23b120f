"""The page of a body: everything it leads, supports and decides, and what of it is overdue."""

from __future__ import annotations

from markupsafe import Markup

from generator import addresses
from generator.model.archive import LocalBody
from generator.model.registers import Agency
from generator.pages import names
from generator.pages.citing import citing
from generator.pages.corrections import corrections
from generator.pages.crossings import Role
from generator.pages.filters import (
    FEW,
    by_plan,
    by_timeliness,
    filter_form,
    in_use,
    overdue_value,
    timeliness_values,
)
from generator.pages.page import Page, Telling
from generator.pages.sort_keys import alphabetic, by_day, by_gravity, sort_keys
from generator.pages.source_list import source_list
from generator.text.saying import say
from generator.text.words import TIMELINESS

_KINDS = ("lead", "deciding", "supporting", "actor")


def agency_page(telling: Telling, body: LocalBody) -> tuple[str, str]:
    """The path and text of the page of a body where it acts."""
    page = Page(telling, addresses.body_address(body))
    roles = telling.crossings.roles.get(body.id, [])
    by_kind = {kind: _sorted(roles, kind) for kind in _KINDS}
    leading = by_kind["lead"]
    facts = page.fragment(
        "agency.html",
        body=body,
        roles=roles,
        leading=leading,
        overdue=[role for role in leading if role.standing.is_overdue],
        unreported=[role for role in leading if role.standing.timeliness == "overdue_unreported"],
        is_gone=_is_gone(body, telling),
        overdue_at="#chi-qua-han" if len(roles) > FEW else "#chu-tri",
        issued=telling.crossings.issued_by.get(body.id, []),
    )
    tables = {
        kind: page.fragment(
            "roles.html", roles=listed, keys=_sort_keys(page, listed), chosen_by=timeliness_values
        )
        if listed
        else ""
        for kind, listed in by_kind.items()
    }
    codes = in_use(TIMELINESS, (role.standing.timeliness for role in roles))
    return page.markdown(
        "agency.md",
        name=telling.title(names.body_name(body, telling.language)),
        filter=_filter(page, roles, codes) if len(roles) > FEW else "",
        chosen=page.fragment("chosen.html", codes=(), over=overdue_value(codes), all="co-quan")
        if len(roles) > FEW
        else "",
        meanings=page.fragment("meanings.html", kind="timeliness", codes=codes) if roles else "",
        facts=facts,
        tables=tables,
        citing=citing(page, names.body_name(body, telling.language)),
        corrections=corrections(page, body.agency.origin.position),
        sources=source_list(page),
    )


def everywhere_page(telling: Telling, agency: Agency, bodies: list[LocalBody]) -> tuple[str, str]:
    """The page of a body that every place of a level has: the places where plans name it."""
    page = Page(telling, f"{addresses.AGENCIES}{agency.id}/")
    listed = names.in_order(bodies, lambda body: names.body_name(body, telling.language))
    return page.markdown(
        "everywhere.md",
        name=telling.title(names.agency_name(agency, telling.language)),
        facts=page.fragment("everywhere.html", agency=agency),
        bodies=page.fragment("bodies.html", bodies=listed) if listed else "",
        corrections=corrections(page, agency.origin.position),
    )


def _sorted(roles: list[Role], kind: str) -> list[Role]:
    """By deadline, the longest past first; what has none comes last."""
    return sorted(
        (role for role in roles if role.kind == kind),
        key=lambda role: (
            role.standing.latest is None,
            role.standing.latest.toordinal() if role.standing.latest else 0,
        ),
    )


def _filter(page: Page, roles: list[Role], codes: tuple[str, ...]) -> Markup:
    language = page.telling.language
    plans = {role.plan.id: role.plan for role in roles}
    return filter_form(
        page,
        say(language, "việc", "items"),
        by_timeliness(language, codes),
        by_plan(language, tuple(plans.values())),
    )


def _sort_keys(page: Page, roles: list[Role]) -> tuple[str, ...]:
    return sort_keys(
        alphabetic(names.title(role.plan, role.item, page.telling.language) for role in roles),
        alphabetic(names.plan_name(role.plan, page.telling.language) for role in roles),
        by_day(role.standing.latest for role in roles),
        by_gravity("timeliness", (role.standing.timeliness for role in roles)),
    )


def _is_gone(body: LocalBody, telling: Telling) -> bool:
    """Whether the body, or its place, does not exist any more on the day."""
    ends = [body.agency.until, body.place.until if body.place else None]
    return any(end and end.latest and end.latest < telling.day for end in ends)
