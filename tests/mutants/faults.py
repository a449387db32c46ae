"""The small faults: one changed operator, constant, condition or answer."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
# Guards and the like: that they are there at all is what a test should notice.
KEPT_DECORATORS = {"property", "staticmethod", "classmethod", "dataclass", "cache"}


@dataclass(frozen=True)
class Fault:
    """What is wrong where: the number of the node in its module, and which of the ways in which it can be wrong."""

    node: int
    way: int
    line: int
    before: str
    after: str

    def put_into(self, source: str) -> str:
        """The module with the fault in it."""
        tree = ast.parse(source)
        place = list(ast.walk(tree))[self.node]
        wrong = list(_wrong(place))[self.way]
        return ast.unparse(ast.fix_missing_locations(_Put(place, wrong).visit(tree)))


def faults(source: str) -> Iterator[Fault]:
    """Every fault that fits somewhere in a module."""
    for number, node in enumerate(ast.walk(ast.parse(source))):
        for way, wrong in enumerate(_wrong(node)):
            line: int = getattr(node, "lineno", 1)
            yield Fault(number, way, line, _first_line(node), _first_line(ast.fix_missing_locations(wrong)))


def _first_line(node: ast.AST) -> str:
    return ast.unparse(node).partition("\n")[0]


class _Put(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, place: ast.AST, wrong: ast.AST) -> None:
        self._place, self._wrong = place, wrong

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self._place:
            return ast.copy_location(self._wrong, node)
        return super().generic_visit(node)


def _wrong(node: ast.AST) -> Iterator[ast.AST]:
    """What might stand in the place of a node by mistake."""
    match node:
        case ast.Compare(left=left, ops=[operator], comparators=compared) if type(operator) in COMPARISONS:
            yield ast.Compare(left, [COMPARISONS[type(operator)]()], compared)
        case ast.BoolOp(op=operator, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
            yield from (value for value in values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in OPERATORS:
            yield ast.BinOp(left, OPERATORS[type(operator)](), right)
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() as value):
            yield ast.Constant(value + 1)
        case ast.If(body=body, orelse=orelse):
            yield from (ast.If(ast.Constant(always), body, orelse) for always in (True, False))
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield ast.Return(ast.Constant(None))
        case ast.Raise():
            yield ast.Pass()
        case ast.FunctionDef(decorator_list=[first, *_]) if _name(first) not in KEPT_DECORATORS:
            bare = copy.copy(node)
            bare.decorator_list = []
            yield bare


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _name(decorator: ast.expr) -> str:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return ast.unparse(called).rpartition(".")[2]
