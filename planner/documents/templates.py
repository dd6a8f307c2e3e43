"""The templates: the user's own folders first, ours last; sandboxed, and escaped throughout."""

import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from planner.documents.errors import TemplateProblem
from planner.translation import _, ngettext, pgettext

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Templates:
    """Fills in the templates of documents: those of the given folders first, then our own; sandboxed."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader([*folders, own_templates()]),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=printable,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
        )
        self._environment.install_gettext_callables(  # type: ignore[attr-defined] # by the extension
            gettext=_, ngettext=ngettext, newstyle=True, pgettext=pgettext
        )

    def filled(self, name: str, view: object) -> str:
        """Return the template `name` filled in with a view; TemplateProblem if it is missing or wrong."""
        file = f"{name}.xml.j2"
        try:
            return self._environment.get_template(file).render(it=view)
        except TemplateNotFound as error:
            raise TemplateProblem(
                file, None, _("there is no such template: {name}").format(name=error.name)
            ) from error
        except TemplateSyntaxError as error:
            raise TemplateProblem(
                error.name or file, error.lineno, error.message or _("cannot be read")
            ) from error
        except (TemplateError, SecurityError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            where, line = _place(error, file)
            raise TemplateProblem(where, line, str(error)) from error


def printable(value: Any) -> Any:
    """Return the value as a template may print it: "" for None, text without characters XML forbids."""
    if value is None:
        return ""
    if type(value) is Markup:  # a text with its values filled in, which are no less the person's own
        return Markup(_NO_XML.sub("", value))  # noqa: S704 -- what was escaped stays so
    return _NO_XML.sub("", value) if type(value) is str else value


def own_templates() -> Path:
    """Return the folder of the templates that Front Foot comes with."""
    packaged = Path(str(files("planner"))) / "templates"
    return packaged if packaged.is_dir() else packaged.parent.parent / "templates"


def _place(error: BaseException, file: str) -> tuple[str, int | None]:
    """Return the template and the line where an error arose while it was filled in."""
    place: tuple[str, int | None] = (file, None)
    trace = error.__traceback__
    while trace is not None:
        name = Path(trace.tb_frame.f_code.co_filename).name
        if name.endswith(".j2"):
            place = (name, trace.tb_lineno)
        trace = trace.tb_next
    return place
