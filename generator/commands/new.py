"""`new` begins a plan or an entry of a register: it asks, proposes an id, writes what is known."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.commands.asking import ask, reason
from generator.commands.parsing import Commands, Parser, WrongUse, add_command
from generator.commands.project import add_plans, insist_on_folder
from generator.drafts.files import Draft, draft_of, new_errors, put
from generator.drafts.ids import id_proposed, ids_taken
from generator.drafts.questions import THINGS, Question
from generator.load import load_plans
from generator.terminal import one_line, problem_line


def add(commands: Commands) -> None:
    """Adds the command."""
    parser = add_command(
        commands,
        "new",
        "bắt đầu một kế hoạch, văn bản, cơ quan, địa phương",
        "begins a plan, document, body or place",
    )
    things = parser.add_subparsers(
        title="bắt đầu gì / begins what",
        prog=parser.prog,
        dest="thing",
        metavar="LOẠI/THING",
        required=True,
        parser_class=Parser,
    )
    for thing, (vi, en, questions) in THINGS.items():
        _add_thing(things, thing, vi, en, questions)


def _add_thing(
    things: Commands, thing: str, vi: str, en: str, questions: tuple[Question, ...]
) -> None:
    parser = add_command(things, thing, vi, en)
    for each in questions:
        parser.option(
            f"--{each.field.replace('_', '-')}",
            dest=f"answer_{each.field}",
            metavar="…",
            help=f"{each.vi} / {each.en}",
        )
    add_plans(parser)
    parser.option(
        "--dry-run",
        action="store_true",
        help="chỉ in ra, không viết / prints what would be written",
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    insist_on_folder("--plans", options.plans)
    try:
        answers = _answers(options)
    except EOFError:
        print("\nchưa viết gì / nothing was written", file=sys.stderr)
        return 130
    draft = draft_of(options.thing, answers, options.plans)
    if refused := new_errors(draft, options.plans, options.current_day):
        for problem in refused:
            print(problem_line(problem), file=sys.stderr)
        raise WrongUse("chưa viết gì / nothing was written")
    if options.dry_run:
        print(draft.new.decode(), end="")
        return 0
    put(draft)
    _tell(draft, options.thing, answers["id"])
    return 0


def _answers(options: argparse.Namespace) -> dict[str, str]:
    """What the options say, and what a person at the terminal adds."""
    questions = THINGS[options.thing][2]
    given = {each.field: getattr(options, f"answer_{each.field}") for each in questions}
    answers = {
        each.field: _understood(each, given[each.field])
        for each in questions
        if given[each.field] is not None
    }
    asks = sys.stdin.isatty() and any(
        each.is_needed and each.field not in answers for each in questions
    )
    taken = ids_taken(load_plans(options.plans)[0])
    for each in questions:
        if each.field in answers:
            continue
        proposed = id_proposed(options.thing, answers, taken) if each.field == "id" else ""
        answer = ask(each, proposed) if asks else proposed
        while asks and each.field == "id" and answer in taken:
            print(f"  {_taken(answer)}", file=sys.stderr)
            answer = ask(each, proposed)
        if answer:
            answers[each.field] = answer
        elif each.is_needed:
            raise WrongUse(
                f"thiếu --{each.field}: {each.vi} / --{each.field} is missing: {each.en}"
            )
    if answers["id"] in taken:
        raise WrongUse(_taken(answers["id"]))
    return answers


def _understood(question: Question, answer: str) -> str:
    try:
        return question.understood(answer)
    except ValueError as refused:
        raise WrongUse(f"--{question.field}: {reason(refused)}") from None


def _taken(identifier: str) -> str:
    return f"mã `{identifier}` đã có: chọn mã khác / the id `{identifier}` is taken: choose another"


def _tell(draft: Draft, thing: str, identifier: str) -> None:
    """Where it stands, and what comes next."""
    path = one_line(Path(draft.path).as_posix())
    print(path)
    if thing == "plan":
        vi = f"mở `{path}`, bỏ `# ` ở các dòng cần dùng và điền lời của nguồn"
        en = (
            f"open `{path}`, take the `# ` from the lines you need and fill in what the source says"
        )
    else:
        vi = f"trong kế hoạch viết mã `{identifier}`"
        en = f"write the id `{identifier}` in a plan"
    print(
        f"{vi}; rồi kiểm tra: python -m generator check / "
        f"{en}; then check: python -m generator check",
        file=sys.stderr,
    )
