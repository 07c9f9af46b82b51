"""Names for what Python would keep where nobody can see it.

The iterator of a for, the manager of a with, the value that a return carries
through a with or a try: so a state can be told from its names alone.
"""

import ast

from scripts.explore.engine import visible

HIDDEN = "_interleave_"
# Methods in which a thread can stop.
STOPS = frozenset(
    {
        "acquire", "cancel", "done", "get", "is_alive", "is_set", "join", "locked", "put",
        "release", "result", "set", "start", "submit", "wait",
    }
)  # fmt: skip
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp


def name(tree: ast.Module) -> None:
    """Change the tree in place."""
    _Names(tree).visit(tree)


class _Names(ast.NodeTransformer):
    """Gives names to what a statement keeps while its block runs."""

    def __init__(self, tree: ast.Module) -> None:
        defined = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.ClassDef)]
        stored = [n for n in ast.walk(tree) if isinstance(n, ast.Name)]
        self.functions = {node.name for node in defined}
        self.own = self.functions | {n.id for n in stored if isinstance(n.ctx, ast.Store)}
        self.count = 0
        self.kept = 0  # withs and trys around, within the function
        self.in_class = False

    def named(self, value: ast.expr) -> ast.expr:
        if self.in_class:
            return value
        self.count += 1
        name = ast.copy_location(ast.Name(f"{HIDDEN}{self.count}", ast.Store()), value)
        return ast.copy_location(ast.NamedExpr(name, value), value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        outer = self.kept, self.in_class
        self.kept, self.in_class = 0, False
        self.generic_visit(node)
        self.kept, self.in_class = outer
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        outer, self.in_class = self.in_class, True
        self.generic_visit(node)
        self.in_class = outer
        return node

    def visit_For(self, node: ast.For) -> ast.AST:
        self.generic_visit(node)
        call = hook("iter", node.iter, node.iter)
        node.iter = self.named(call)
        return node

    def visit_ListComp(self, node: ast.ListComp) -> ast.AST:
        return self.in_sight(node, "list", node.elt)

    def visit_SetComp(self, node: ast.SetComp) -> ast.AST:
        return self.in_sight(node, "set", node.elt)

    def visit_DictComp(self, node: ast.DictComp) -> ast.AST:
        pair = ast.copy_location(ast.Tuple([node.key, node.value], ast.Load()), node.key)
        return self.in_sight(node, "dict", pair)

    def in_sight(self, node: Comprehension, name: str, element: ast.expr) -> ast.AST:
        """A comprehension in which a thread could stop, done where all has a name."""
        self.generic_visit(node)
        if self.in_class or not self.could_stop(node):
            return node
        items = ast.copy_location(ast.GeneratorExp(element, node.generators), node)
        return hook(name, node, items)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        over = node.args[0] if len(node.args) == 1 and not node.keywords else None
        known = name in visible.CALLS and name not in self.own
        if known and isinstance(over, ast.GeneratorExp) and self.could_stop(over):
            return hook(name, node, over)
        return node

    def could_stop(self, node: Comprehension | ast.GeneratorExp) -> bool:
        """Whether an element of a comprehension calls what could be a stop."""
        calls = [n.func for n in ast.walk(node) if isinstance(n, ast.Call)]
        names = {call.attr for call in calls if isinstance(call, ast.Attribute)} & STOPS
        names |= {call.id for call in calls if isinstance(call, ast.Name)} & self.functions
        return len(node.generators) == 1 and bool(names)

    def visit_With(self, node: ast.With) -> ast.AST:
        self.kept += 1
        self.generic_visit(node)
        self.kept -= 1
        for item in node.items:
            item.context_expr = self.named(item.context_expr)
        return node

    def visit_Try(self, node: ast.Try) -> ast.AST:
        self.kept += 1
        self.generic_visit(node)
        self.kept -= 1
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST:
        if self.kept and node.value is not None and not isinstance(node.value, ast.Constant):
            node.value = self.named(node.value)
        return node


def hook(name: str, at: ast.AST, *arguments: ast.expr) -> ast.Call:
    """A call of one of the functions in hooks, at the place of a node."""
    function = ast.Name(f"__interleave_{name}__", ast.Load())
    call = ast.Call(function, list(arguments), [])
    return ast.copy_location(call, at)
