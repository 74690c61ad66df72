"""What of a Swift text is code, what comment and what string; for the lints beside this file."""

import re
from typing import NamedTuple


class Comment(NamedTuple):
    start: int
    end: int


class Literal(NamedTuple):
    """A string literal. Its parts are the spans of its own text; between them are interpolations, whose
    own literals are listed apart."""
    start: int
    end: int
    parts: list


OPENING = re.compile(r'(#*)("""|")')


class Lexer:
    """Walks once over a text. Regular expressions that hold a quotation mark stand between `#/` and `/#` in
    this tree, and are passed over; others are taken for code."""

    def __init__(self, text):
        self.text, self.comments, self.literals = text, [], []
        self.code(0, None)

    def code(self, place, closing):
        """Goes on to the end of the text or, in an interpolation, to behind the parenthesis that ends it."""
        text, depth = self.text, 0
        while place < len(text):
            if text.startswith("//", place):
                place = self.comment(place, text.find("\n", place))
            elif text.startswith("/*", place):
                place = self.comment(place, self.end_of_block(place))
            elif text.startswith("#/", place):
                place = self.end_of_expression(place)
            elif text[place] in '"#' and (opening := OPENING.match(text, place)):
                place = self.literal(place, *opening.groups())
            else:
                depth += {"(": 1, ")": -1}.get(text[place], 0)
                place += 1
                if closing and depth < 0:
                    return place
        return place

    def end_of_expression(self, place):
        """Behind a regular expression between `#/` and `/#`, in which anything may stand."""
        end = self.text.find("/#", place + 2)
        return len(self.text) if end < 0 else end + 2

    def comment(self, start, end):
        end = len(self.text) if end < 0 else end
        self.comments.append(Comment(start, end))
        return end

    def end_of_block(self, place):
        """Comments with `/*` stand in one another."""
        depth = 0
        for mark in re.compile(r"/\*|\*/").finditer(self.text, place):
            depth += 1 if mark.group() == "/*" else -1
            if depth == 0:
                return mark.end()
        return -1

    def literal(self, start, hashes, quote):
        text, escape, closing = self.text, "\\" + hashes, quote + hashes
        place = part = start + len(hashes + quote)
        parts = []
        while place < len(text):
            if text.startswith(escape + "(", place):
                parts.append((part, place))
                place = part = self.code(place + len(escape) + 1, ")")
            elif text.startswith(escape, place):
                place += len(escape) + 1
            elif text.startswith(closing, place):
                break
            else:
                place += 1
        parts.append((part, min(place, len(text))))
        end = min(place + len(closing), len(text))
        self.literals.append(Literal(start, end, parts))
        return end


def blanked(text, lexer=None):
    """The text with comments and literals as spaces; lines and columns stay."""
    lexer = lexer or Lexer(text)
    letters = list(text)
    for span in lexer.comments + lexer.literals:
        for place in range(span.start, span.end):
            if letters[place] != "\n":
                letters[place] = " "
    return "".join(letters)


def line_of(text, place):
    return text.count("\n", 0, place) + 1
