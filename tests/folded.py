"""Many cases in one test, where what stands around a test would cost more than the case."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Test = Callable[..., None]


def folded(cases: Iterable[object], name: Callable[..., str] = str) -> Callable[[Test], Test]:
    """Asks a test of every case, as `parametrize` does, but in one: it names all that fail.

    The case is the test's first parameter; fixtures and further parameters stay, and the cases
    share them.
    """
    cases = tuple(cases)

    def fold(test: Test) -> Test:
        signature = inspect.signature(test)
        case, *others = signature.parameters.values()

        def ask_all(**fixtures: object) -> None:
            failures = [
                failure
                for one in cases
                if (failure := _failure(test, name(one), {case.name: one, **fixtures}))
            ]
            if failures:
                raise BaseExceptionGroup(test.__name__, failures)

        ask_all.__name__, ask_all.__doc__ = test.__name__, test.__doc__
        ask_all.__signature__ = signature.replace(parameters=others)  # type: ignore[attr-defined]
        ask_all.pytestmark = [*getattr(test, "pytestmark", ())]  # type: ignore[attr-defined]
        return ask_all

    return fold


def _failure(test: Test, name: str, arguments: dict[str, object]) -> BaseException | None:
    try:
        test(**arguments)
    except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 - told with all the others
        error.add_note(f"case: {name}")
        return error
    return None
