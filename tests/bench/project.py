"""One site twice: made from YAML by the plugin, and from the same pages staged as Markdown.

    python -m tests.bench.project FOLDER AGENCIES

The data is the demonstration's, for several agencies told apart by name, address and survey.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from ita_site.site.load import load_site
from ita_site.site.settings import today
from ita_site.site.stage import stage_site
from ita_site.site.theme import settings_without_plugin
from tests.bench.names import who

if TYPE_CHECKING:
    from ita_site.site.outputs import Outputs
    from tests.bench.names import Who

REPOSITORY = Path(__file__).resolve().parents[2]
DATA, CONTENT = REPOSITORY / "data", REPOSITORY / "content"
SETTINGS = REPOSITORY / "mkdocs.yml"
EVERY_PAGE = "*"
EACH_PROVINCE = 100
"""Of 7,850 local governments in 76 provinces."""


def write_project(folder: Path, agencies: int) -> None:
    """Write `yaml/` and `markdown/` below `folder`, each a MkDocs project of the same site."""
    data, content = folder / "yaml/data", folder / "yaml/content"
    write_data(data, agencies)
    write_content(content, agencies)
    _write_settings(folder / "yaml", _settings())
    staged = folder / "markdown/content"
    staged.parent.mkdir(parents=True)
    stage_site(folder / "staged", data, content, today())
    (folder / "staged/pages").rename(staged)
    outputs = load_site(data, content, today()).outputs
    _write_settings(folder / "markdown", _settings() | _without_plugin(outputs, content))


def write_data(folder: Path, agencies: int) -> None:
    """Write the demonstration data, or a portal of so many numbered copies of it."""
    if agencies == 1:
        shutil.copytree(DATA, folder)
        return
    for number in range(1, agencies + 1):
        for file in sorted(DATA.rglob("*.yml")):
            target = folder / _slug(number) / file.relative_to(DATA)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_told_apart(file.read_text("utf-8"), number), "utf-8")
        _name(folder / _slug(number) / "agency.yml", who(number, EACH_PROVINCE))


def _name(file: Path, agency: Who) -> None:
    """Give an agency its own name, kind, district and province."""
    text = file.read_text("utf-8")
    for key, value in asdict(agency).items():
        text = re.sub(rf"(?m)^{key}: .*$", f"{key}: {value}", text)
    file.write_text(text, "utf-8")


def write_content(folder: Path, agencies: int) -> None:
    """Write the hand-written pages; in a portal their blocks speak of the first agency."""
    shutil.copytree(CONTENT, folder)
    for page in folder.rglob("*.md") if agencies > 1 else ():
        named = re.sub(r"(<!-- ita:\w+)", rf"\1 agency={_slug(1)}", page.read_text("utf-8"))
        page.write_text(named, "utf-8")


def _slug(number: int) -> str:
    return f"agency-{number:03}"


def _told_apart(text: str, number: int) -> str:
    text = re.sub(r"(?m)^((?:name|\s*(?:- )?title): .*[^\"])$", rf"\1 {number}", text)
    return re.sub(r"(?m)(?<=/go/eit/)\w+(?=\d\d$)", f"x{number:03}y", text)


def _settings() -> dict[str, Any]:
    """The project's own settings, with the theme's folder where it is."""
    settings: dict[str, Any] = yaml.safe_load(SETTINGS.read_text("utf-8"))
    settings["theme"]["custom_dir"] = str(REPOSITORY / settings["theme"]["custom_dir"])
    return settings | {"docs_dir": "content"}


def _without_plugin(outputs: Outputs, content: Path) -> dict[str, Any]:
    """What the plugin tells MkDocs, said by hand."""
    written = [page.relative_to(content).as_posix() for page in sorted(content.rglob("*.md"))]
    settings = settings_without_plugin(_settings())
    return settings | {
        "site_name": outputs.frame.agency,
        "site_url": outputs.site_url,
        "nav": [*outputs.navigation, *written],
        "not_in_nav": EVERY_PAGE,
        "extra": settings["extra"] | {"ita": outputs.frame.as_meta("content")},
    }


def _write_settings(folder: Path, settings: dict[str, Any]) -> None:
    text = json.dumps(settings, ensure_ascii=False, indent=1)  # JSON is YAML
    (folder / "mkdocs.yml").write_text(text, "utf-8")


if __name__ == "__main__":
    write_project(Path(sys.argv[1]), int(sys.argv[2]))
