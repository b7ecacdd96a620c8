"""What is open while a text is scanned."""

from __future__ import annotations

from wikiproof.read.markup import Frame, Leaf, Mark, new_leaf, skip_space

# Deeper markup is text: nobody writes it, and what walks the tree may then be recursive.
MAXIMUM_DEPTH = 40


class Stack:
    """Frames that are open, the whole text at the bottom, and what came of those that are not.

    `at` is the offset the scan has come to.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.at = start
        self.end = end
        self.top = Frame(None, start, 0)
        self.frames = [self.top]
        self.open_templates = 0
        self.closed: list[Frame] = []
        self.unclosed: list[int] = []
        self.too_deep: list[int] = []

    def leaf(self, mark: Mark, start: int, value: str, inner: tuple[int, int] = (0, 0)) -> Leaf:
        """Add a leaf that ends where the scan has come to."""
        leaf = new_leaf((mark, start, self.at, value, inner))
        self.top.nodes.append(leaf)
        return leaf

    def too_deep_for(self, start: int) -> bool:
        """Whether the markup is too deep for more to open at an offset, which stays text."""
        if len(self.frames) <= MAXIMUM_DEPTH:
            return False
        self.too_deep.append(start)
        return True

    def open(self, mark: Mark, start: int, opening: int) -> Frame | None:
        """Push a frame, or None where the markup is too deep and stays text."""
        if self.too_deep_for(start):
            return None
        self.top = Frame(mark, start, opening)
        self.frames.append(self.top)
        return self.top

    def _pop(self) -> Frame:
        frame = self.frames.pop()
        self.top = self.frames[-1]
        if frame.mark is Mark.TEMPLATE:
            self.open_templates -= 1
        return frame

    def close(self, end: int, closing: int) -> None:
        """Close the innermost frame."""
        frame = self._pop()
        frame.end = end
        frame.closing = closing
        self.top.nodes.append(frame)
        self.closed.append(frame)

    def dissolve(self) -> None:
        """Take the innermost frame as text: what it holds belongs to the frame around it."""
        frame = self._pop()
        self.unclosed.append(frame.start)
        self.top.absorb(frame)

    def abandon(self, end: int) -> None:
        """Leave the innermost frame, of which no end was found before `end`.

        A table reaches so far, an infobox as far as its last field, anything else is text.
        """
        frame = self.top
        if frame.is_infobox:
            end, count = self._end_of_fields(frame, end)
            rest = frame.end_before(end, count)
            frame.unclosed = True
            self.close(end, 0)
            self.top.nodes.extend(rest)
        elif frame.mark is Mark.TABLE:
            self.close(end, 0)
        else:
            self.dissolve()

    def _end_of_fields(self, frame: Frame, end: int) -> tuple[int, int]:
        """Where prose begins in an infobox never closed, and how many of its nodes stand before."""
        for index, node in enumerate(frame.nodes):
            if isinstance(node, Leaf) and node.mark is Mark.LINE:
                at = skip_space(self.text, node.end, end)
                blank = node.value.count("\n") > 1
                if self.text.startswith("'''", at) or (blank and self.text[at : at + 1] not in ("|", "}")):
                    return node.start, index
        return end, len(frame.nodes)
