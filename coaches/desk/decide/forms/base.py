"""The forms of the deciding screen. Each does one thing, through the function that guards it."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from coaches.models.guards import Guarded
from coaches.vetting.permissions import User

TOLD = _("The coach is told this, word for word.")


def long_text(label: StrOrPromise, help_text: StrOrPromise = "", rows: int = 3) -> forms.CharField:
    """A text that may be empty as far as the form knows: what guards it says in its own words what is missing."""
    return forms.CharField(
        label=label, help_text=help_text, required=False, widget=forms.Textarea(attrs={"rows": rows, "cols": 40})
    )


class DeskForm(forms.Form):
    """One thing to do. `do` names it among the forms of its screen; `button` is what its button says."""

    use_required_attribute = False

    button: StrOrPromise = _("Save")
    anchor = ""
    """Where on the screen to go on once it is done."""

    def __init__(self, do: str, data: Any = None, files: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, files, prefix=do, initial=initial, label_suffix="")
        self.do = do

    @abstractmethod
    def act(self, by: User) -> str:
        """Do it, and say so. Raises what the guarding function raises."""

    def attempt(self, by: User) -> str:
        """Do it if nothing is wrong, and say so; otherwise what is wrong is among the errors, and it says nothing."""
        if not self.is_valid():
            return ""
        try:
            return self.act(by)
        except PermissionDenied:
            self.add_error(None, _("This is for others at the desk to do: your account may not."))
        except Guarded as problem:
            self.add_error(None, str(problem))
        except ValidationError as problem:
            self._blame(problem)
        return ""

    def _blame(self, problem: ValidationError) -> None:
        if hasattr(problem, "error_dict"):
            for name, errors in problem.message_dict.items():
                self.add_error(None, [f"{name}: {error}" for error in errors])
            return
        code = getattr(problem, "code", None)
        self.add_error(code if code in self.fields else None, problem)

    def problems(self) -> list[tuple[str, str]]:
        """What is wrong, each with the id of the field where it can be put right, or of the form."""
        return [
            (self[name].id_for_label or self[name].auto_id if name in self.fields else self.do, str(error))
            for name, errors in self.errors.items()
            for error in errors
        ]
