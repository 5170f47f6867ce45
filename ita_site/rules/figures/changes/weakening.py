"""Which changes take something from whoever relies on the facts: a table, no branches.

A reviewer must not miss these. Each row is a field of the model, or with an empty name a whole
entry of a list, and the predicate over its value before and after that makes its change loud.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_site.facts.model.agency import Agency, Contact
from ita_site.facts.model.assessment import (
    Assessment,
    Conflict,
    IndicatorScore,
    InstrumentScore,
    Limitation,
    Point,
    Question,
    SubItem,
    Total,
)
from ita_site.facts.model.channels import Channel, Channels
from ita_site.facts.model.edition import (
    Criterion,
    Edition,
    EitRule,
    Indicator,
    Instrument,
    Item,
    Level,
    OitItem,
    OitList,
    Period,
    RatingRule,
    ReportingRounds,
    Topic,
)
from ita_site.facts.model.edition import Question as EditionQuestion
from ita_site.facts.model.measures import Budget, Guideline, Measure, Responsible, Step, Target
from ita_site.facts.model.oit import OitEntry, OitIndex, Where
from ita_site.facts.model.progress import (
    Evidence,
    Metric,
    Outcome,
    Picture,
    Reached,
    Report,
)
from ita_site.facts.model.year import Eit, Memo, YearInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ita_site.facts.model.base import Fact
    from ita_site.rules.figures.changes.difference import Difference


def _is_given(value: Any) -> bool:  # noqa: ANN401 - of any field
    return value is not None and value not in ("", (), False)


def changed(old: Any, new: Any) -> bool:  # noqa: ANN401
    """It is not what it was, or is there for the first time."""
    return bool(old != new)


def replaced(old: Any, new: Any) -> bool:  # noqa: ANN401
    """What stood there stands there no more."""
    return _is_given(old) and bool(old != new)


def gone(old: Any, new: Any) -> bool:  # noqa: ANN401
    """It was there and nothing has come in its place."""
    return _is_given(old) and not _is_given(new)


def some_gone(old: Any, new: Any) -> bool:  # noqa: ANN401
    """Of several, one is no longer among them."""
    return not set(old or ()) <= set(new or ())


def longer(old: Any, new: Any) -> bool:  # noqa: ANN401
    """A number of days that grew, or that is promised no more."""
    return old is not None and (new is None or new > old)


def lower(old: Any, new: Any) -> bool:  # noqa: ANN401
    """What has to be reached is less than before, or nothing."""
    return old is not None and (new is None or new < old)


def earlier(old: Any, new: Any) -> bool:  # noqa: ANN401
    """A day on which something was looked at, set back or taken out."""
    return old is not None and (new is None or new < old)


def goes_back(old: Any, new: Any) -> bool:  # noqa: ANN401
    """A status that says less than before."""
    return old is not None and (new is None or new.how_far < old.how_far)


Row = tuple["type[Fact]", str]
WEAKENINGS: Mapping[Row, Callable[[Any, Any], bool]] = {
    # who publishes, and how it is reached
    (Agency, "name"): changed,
    (Agency, "website"): changed,
    (Agency, "site_url"): changed,
    (Agency, "sample"): changed,
    (Agency, "updated_on"): earlier,
    (Contact, "phone"): replaced,
    (Contact, "email"): replaced,
    # where to complain, and how the complainant is protected
    (Channel, ""): changed,
    (Channel, "kind"): changed,
    (Channel, "label"): changed,
    (Channel, "value"): changed,
    (Channel, "url"): changed,
    (Channel, "unit"): replaced,
    (Channel, "hours"): gone,
    (Channel, "corruption_only"): changed,
    (Channels, "receiver"): changed,
    (Channels, "protection"): changed,
    (Channels, "acknowledge_days"): longer,
    (Channels, "handling_days"): longer,
    # the year and its survey
    (YearInfo, "framework"): changed,
    (YearInfo, "result_year"): replaced,
    (YearInfo, "implementation_year"): replaced,
    (YearInfo, "as_of"): replaced,
    (YearInfo, "reporting_rounds"): some_gone,
    (Memo, ""): gone,
    (Memo, "number"): replaced,
    (Memo, "subject"): replaced,
    (Memo, "signed_by"): replaced,
    (Memo, "approved_by"): replaced,
    (Memo, "file"): replaced,
    (Memo, "url"): replaced,
    (Memo, "date"): replaced,
    (Memo, "approved_on"): replaced,
    (Eit, "url"): changed,
    (Eit, "opens_on"): replaced,
    (Eit, "closes_on"): replaced,
    # what was promised
    (Measure, ""): gone,
    (Measure, "id"): changed,
    (Measure, "findings"): replaced,
    (Measure, "urgent_fixes"): replaced,
    (Measure, "improvements"): replaced,
    (Measure, "timeframes"): replaced,
    (Measure, "monitoring"): gone,
    (Measure, "reporting_rounds"): some_gone,
    (Measure, "objective"): some_gone,
    (Measure, "budget"): gone,
    (Budget, "amount"): lower,
    (Budget, "source"): replaced,
    (Budget, "note"): replaced,
    (Target, ""): gone,
    (Target, "text"): replaced,
    (Target, "goal"): replaced,
    (Target, "unit"): replaced,
    (Guideline, ""): gone,
    (Step, ""): gone,
    (Step, "timeframes"): replaced,
    (Responsible, ""): gone,
    # what came of it
    (Report, ""): gone,
    (Report, "status"): goes_back,
    (Report, "summary"): gone,
    (Report, "obstacles"): replaced,
    (Report, "updated_on"): replaced,
    (Report, "percent_done"): lower,
    (Reached, ""): gone,
    (Reached, "value"): replaced,
    (Picture, ""): gone,
    (Outcome, ""): gone,
    (Metric, ""): gone,
    (Evidence, ""): gone,
    (Evidence, "title"): replaced,
    (Evidence, "url"): replaced,
    (Evidence, "file"): replaced,
    (Evidence, "date"): replaced,
    # the result and what the agency reads from it
    (Total, ""): changed,
    (Total, "score"): changed,
    (Total, "rating_as_printed"): replaced,
    (InstrumentScore, ""): gone,
    (InstrumentScore, "score"): changed,
    (IndicatorScore, ""): gone,
    (IndicatorScore, "score"): changed,
    (Question, ""): gone,
    (Question, "score"): changed,
    (SubItem, ""): gone,
    (SubItem, "score"): changed,
    (Point, ""): gone,
    (Point, "text"): replaced,
    (Limitation, ""): gone,
    (Limitation, "text"): replaced,
    (Conflict, ""): gone,
    (Conflict, "holds"): changed,
    (Assessment, "source"): replaced,
    # the index of everything published
    (OitIndex, ""): gone,
    (OitEntry, ""): gone,
    (OitEntry, "updated_on"): earlier,
    (Where, ""): changed,
    (Where, "url"): changed,
    # what the year asks, where the agency states it itself
    (Item, "code"): changed,
    (Item, "covers"): changed,
    (Criterion, ""): gone,
    (Criterion, "text"): replaced,
    (Criterion, "shows"): some_gone,
    (Criterion, "by_hand"): changed,
    (OitList, "count"): lower,
    (Edition, "oit"): gone,
    (OitItem, ""): gone,
    (Instrument, ""): gone,
    (Instrument, "weight"): changed,
    (Indicator, ""): gone,
    (Topic, ""): gone,
    (RatingRule, ""): gone,
    (RatingRule, "target"): lower,
    (Level, ""): gone,
    (Level, "total"): lower,
    (Level, "each"): lower,
    (EditionQuestion, ""): gone,
    (Edition, "reporting_rounds"): gone,
    (ReportingRounds, "months"): some_gone,
    (Period, ""): gone,
    (Period, "opens_on"): replaced,
    (Period, "closes_on"): replaced,
    (EitRule, "hosts"): changed,
    (EitRule, "path"): changed,
    (EitRule, "staff_path"): changed,
}
REWRITINGS: Mapping[Row, Callable[[Any, Any], bool]] = {
    (Report, "status"): replaced,
    (Report, "status_as_printed"): replaced,
    (Report, "summary"): replaced,
    (Report, "outcomes"): replaced,
    (Report, "percent_done"): replaced,
    (Report, "suggestions"): replaced,
}
"""What is loud, too, once the round of which a report speaks is over; by the outermost field."""


def is_weakening(difference: Difference) -> bool:
    """Whether a field's change takes something from its readers."""
    predicate = WEAKENINGS.get(difference.steps[-1])
    return bool(predicate and predicate(difference.before, difference.after))


def is_rewriting(difference: Difference) -> bool:
    """Whether what was once reported, now says something else."""
    predicate = REWRITINGS.get(difference.steps[0])
    return bool(predicate and predicate(difference.before, difference.after))


def weakens(old: Fact | None, new: Fact | None) -> bool:
    """Whether an entry that came (no old one) or went (no new one) is loud."""
    entry = old or new
    predicate = WEAKENINGS.get((type(entry), "")) if entry else None
    return bool(predicate and predicate(old, new))
