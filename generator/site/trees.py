"""The site stands once in each language: in Vietnamese at its root, in English below `en/`.

Both trees have the same pages at the same addresses; the data files stand at the root alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.text.words import Language


@dataclass(frozen=True, slots=True)
class Tree:
    """The pages of one language: how MkDocs makes them, and the address below which they stand."""

    language: Language
    config: Path
    address: str

    def docs(self, first: Path) -> Path:
        """The folder of its pages: that of the first tree, or one beside it."""
        return first.with_name(f"{first.name}-{self.language}") if self.address else first


VIETNAMESE = Tree("vi", Path("mkdocs.yml"), "")
ENGLISH = Tree("en", Path("mkdocs.en.yml"), "en/")


def trees(languages: Sequence[Language]) -> tuple[Tree, ...]:
    """The trees of some languages, the one at the root first."""
    return tuple(tree for tree in (VIETNAMESE, ENGLISH) if tree.language in languages)


def tree_at(page: str) -> tuple[Tree, str]:
    """The tree to which a file of the site belongs, and its path there."""
    if page.startswith(ENGLISH.address):
        return ENGLISH, page.removeprefix(ENGLISH.address)
    return VIETNAMESE, page
