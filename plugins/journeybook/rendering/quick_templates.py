"""Templates that mean the same as Jinja's and run faster: a page writes some five hundred values.

What a template writes is mostly HTML already, or plain text; Jinja asks each value anew what it is, and makes an
object of what is put together as text a moment later. Most attributes are there; Jinja asks for them through a
function that knows what to do if not. Macros and words are called through functions that find out how each time.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping, MutableMapping
from keyword import iskeyword
from types import SimpleNamespace
from typing import Any, cast

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.runtime import Macro
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer

from journeybook.rendering.quick_words import FilledWords, PlainWords, saying

at_once = SimpleNamespace(extend="".join, append=str)
"""What a template writes there it yields as one text: each that it yields goes through all that includes it."""

_OUTERMOST = "l_1_"
"""What Jinja puts before the names of parameters of a macro that stands in no block and no loop."""


class QuickMacro(Macro):
    """A macro that asks for no more than its parameters."""

    def __init__(self, environment: Environment, func: Callable[..., str], name: str, *rest: Any) -> None:
        """As Jinja makes one; parameters of `func` that are not given get `missing`, as it expects."""
        super().__init__(environment, func, name, *rest)
        self.takes: int = len(self.arguments)
        """How many arguments it takes."""
        cast(Any, func).__defaults__ = (missing,) * self.takes
        self.html = func
        """Gives its HTML."""


class _OwnWords(NodeTransformer):
    """Has words that say nothing of the page asked of the environment itself."""

    def visit_Call(self, node: nodes.Call) -> nodes.Call:  # noqa: N802  # Jinja calls it so
        self.generic_visit(node)
        if isinstance(node.node, nodes.Name) and node.node.name in {"_", "gettext"} and _is_plain(node):
            (word,) = node.args
            if isinstance(word, nodes.Const) and isinstance(word.value, str):
                node.node = nodes.EnvironmentAttribute("word", lineno=node.lineno)
        return node


def _is_plain(call: nodes.Call) -> bool:
    """Whether a function is called with one argument by its place, and others by names that programs can have."""
    names = all(not iskeyword(one.key) for one in call.kwargs)
    return len(call.args) == 1 and names and not (call.dyn_args or call.dyn_kwargs)


class QuickGenerator(CodeGenerator):
    """Writes the programs of templates."""

    _shown: nodes.Expr | None = None
    """The call that is written now whose text is shown as it is."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  # Jinja calls it so
        """Write a whole template."""
        self.writeline(f"from {__name__} import QuickMacro, at_once")
        self.writeline(f"from {saying.__module__} import escaped_text, text_of")
        if all(one.ctx == "load" for one in node.find_all(nodes.Name) if one.name in {"_", "gettext"}):
            _OwnWords().visit(node)
        super().visit_Template(node, frame)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802  # Jinja calls it so
        """Write what is shown between two statements."""
        if frame.buffer is None and len(node.nodes) > 1:
            frame = frame.copy()
            frame.buffer = "yield at_once"
        super().visit_Output(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not self._is_quick(frame, finalize):
            super()._output_child_pre(node, frame, finalize)
        elif self._may_be_macro(node) or _is_word(node):
            self._shown = node
        else:
            self.write("(it if (it := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not self._is_quick(frame, finalize):
            super()._output_child_post(node, frame, finalize)
        elif not (self._may_be_macro(node) or _is_word(node)):
            self.write(").__class__ is Markup else escaped_text(it) if it.__class__ is str")
            self.write(" else str(it) if it.__class__ is int or it.__class__ is float else text_of(it))")

    @staticmethod
    def _is_quick(frame: Frame, finalize: Any = None) -> bool:
        finalized = finalize is not None and finalize.src is not None
        return frame.eval_ctx.autoescape is True and not frame.eval_ctx.volatile and not finalized

    @staticmethod
    def _may_be_macro(node: nodes.Node) -> bool:
        """Whether `node` calls something by its name alone, with arguments by their places."""
        return (
            isinstance(node, nodes.Call)
            and isinstance(node.node, nodes.Name)
            and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        )

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802  # Jinja calls it so
        """Write a call: of what is a macro in the end without asking Jinja how macros are called."""
        if _is_word(node):
            self._word(node, frame)
        elif forward_caller or not self._may_be_macro(node) or not self._is_quick(frame):
            super().visit_Call(node, frame, forward_caller=forward_caller)
        else:
            before, behind = ("", "escape") if node is self._shown else ("Markup", "")
            self.write(f"({before}(of.html(")
            self._arguments(node, frame)
            self.write(")) if (of := ")
            self.visit(node.node, frame)
            self.write(
                f").__class__ is QuickMacro and of.takes >= {len(node.args)} else {behind}(context.call(of, "
            )
            self._arguments(node, frame)
            self.write(self._variables(frame) + ")))")

    def _word(self, node: nodes.Call, frame: Frame) -> None:
        """Write what says a word."""
        is_quick = self._is_quick(frame)
        if not is_quick:
            self.write("environment.word(context.eval_ctx, ")
        elif not node.kwargs:
            self.write("environment.words[")
        else:
            self.write("(" if node is self._shown else "Markup(")
            self.write("environment.filled_words[")
        self.visit(node.args[0], frame)
        if node.kwargs:
            self.write("](" if is_quick else ", ")
        for one in node.kwargs:
            self.write(f"{one.key}=")
            self.visit(one.value, frame)
            self.write(", ")
        self.write(("))" if node.kwargs else "]") if is_quick else ")")

    def _arguments(self, node: nodes.Call, frame: Frame) -> None:
        for one in node.args:
            self.visit(one, frame)
            self.write(", ")

    @staticmethod
    def _variables(frame: Frame) -> str:
        """What Jinja tells a function that asks for the variables around its call."""
        loop = "_loop_vars=_loop_vars, " if frame.loop_frame else ""
        return loop + ("_block_vars=_block_vars" if frame.block_frame else "")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if isinstance(node.template, nodes.Const) and not node.with_context:
            self.write(f"environment.modules[{node.template.value!r}]")
        else:
            super()._import_common(node, frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write what makes a macro of its function."""
        asks = macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller
        if not asks and all(frame.symbols.ref(one.name).startswith(_OUTERMOST) for one in macro_ref.node.args):
            self.write("Quick")
        super().macro_def(macro_ref, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # Jinja calls it so
        """Write what asks for an attribute, which is there; `CarefulGenerator` writes for when it is not."""
        if iskeyword(node.attr):
            return super().visit_Getattr(node, frame)
        self.write("(")
        self.visit(node.node, frame)
        return self.write(f").{node.attr}")


class CarefulGenerator(QuickGenerator):
    """Writes the programs of templates that ask for what may not be there, or may be an item."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # Jinja calls it so
        """Write what asks for an attribute; only where there is none, Jinja's way goes on from there."""
        self.write("(it if (it := getattr((of := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr(of, {node.attr!r}))")


class QuickTemplate(Template):
    """A template whose program expects attributes to be there."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Its text; once it was wrong about an attribute, all templates are rendered the careful way."""
        environment = cast("QuickEnvironment", self.environment)
        if environment.careful is None:
            try:
                return super().render(*args, **kwargs)
            except AttributeError:
                if self.name is None:
                    raise
                environment.careful = environment.made_careful()
        return environment.careful.get_template(cast(str, self.name)).render(*args, **kwargs)


class _Modules(dict[str, TemplateModule]):
    """The modules that are imported without variables, by the names of their templates."""

    def __init__(self, environment: Environment) -> None:
        """`environment` finds the templates."""
        super().__init__()
        self._environment = environment

    def __missing__(self, name: str) -> TemplateModule:
        self[name] = found = self._environment.get_template(name).module
        return found


class QuickEnvironment(Environment):
    """An environment whose templates do not change while it is used, and have no globals of their own."""

    code_generator_class = QuickGenerator
    template_class = QuickTemplate
    careful: QuickEnvironment | None = None
    """The same whose templates are careful, if that was found necessary."""

    def __init__(self, **options: Any) -> None:
        """`options` are those of Jinja's own."""
        super().__init__(**options)
        self._found: dict[str, Template] = {}
        self.modules: Mapping[str, TemplateModule] = _Modules(self)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template: those of the environment themselves, which are looked through fast."""
        return ChainMap(d, self.globals) if d else self.globals

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  # Jinja calls it so
    ) -> Template:
        """A template; one that was asked for before at once."""
        if globals or not isinstance(name, str):
            return super().get_template(name, parent, globals)
        if (found := self._found.get(name)) is None:
            found = self._found[name] = super().get_template(name, parent)
        return found

    def made_careful(self) -> QuickEnvironment:
        """The same, which expects of no attribute that it is there."""
        careful = self.overlay()
        careful.code_generator_class = CarefulGenerator
        careful.template_class = Template
        careful.bytecode_cache = None  # which would give it our own programs, and us its
        careful.__dict__["_found"] = {}
        careful.modules = _Modules(careful)
        return careful

    def speak(self, gettext: Callable[[str], str], ngettext: Callable[[str, str, int], str]) -> None:
        """Let templates say words in the language of `gettext` and `ngettext`."""
        cast(Any, self).install_gettext_callables(gettext, ngettext, newstyle=True)
        self.words = PlainWords(gettext)
        """Words with nothing put into them, as HTML."""
        self.filled_words = FilledWords(gettext)
        """Words with something put into them."""
        self.word = said = saying(self.words, self.filled_words, gettext)
        """Says a word wherever it stands."""
        cast("dict[str, Any]", self.globals).update(gettext=said, _=said)


def _is_word(node: nodes.Node) -> bool:
    """Whether `node` says a word of the environment."""
    of = node.node if isinstance(node, nodes.Call) else None
    return isinstance(of, nodes.EnvironmentAttribute) and of.name == "word"
