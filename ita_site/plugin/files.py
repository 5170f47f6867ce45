"""Which files MkDocs gets: ours, and of the pages' folder those that were read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel

from ita_site.facts.content.pictures import published
from ita_site.facts.plain_files import is_plain_file, readable
from ita_site.plugin.settings import project_folder
from ita_site.site.inputs import sha256_of
from ita_site.site.search.search import is_unused, our_worker

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ita_site.plugin.build import Build
    from ita_site.site.artifact import Artifact
    from ita_site.site.build_cache import BuildCache

log = get_plugin_logger(__name__)


def add_files(files: Files, build: Build, config: MkDocsConfig) -> None:
    """Add what was generated, and take away what is not to be published."""
    remove_unread(files, build.site.content, config)
    cache = build.apart.cache if build.apart else None
    replace_pictures(files, build.outputs.pictures, config, cache)
    listed = set(navigation_paths(build.outputs.navigation))
    for artifact in build.outputs.artifacts:
        file = File.generated(config, artifact.path, content=artifact.content)
        file.edit_uri = edit_uri(artifact, config)
        if artifact.is_page and artifact.path not in listed:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)
        build.files_made.append(file.dest_uri)
    remove(files, lambda file: file.src_dir != config.docs_dir and is_unused(file.src_uri))
    if build.search:
        theirs, ours = build.search.their_worker, our_worker()
        remove(files, lambda file: file.src_uri == theirs)
        files.append(File.generated(config, ours.path, content=ours.content))


def remove_unread(files: Files, listed: frozenset[str], config: MkDocsConfig) -> None:
    """Keep out what the strict reader has not seen: MkDocs follows every link.

    What is not published anyway stays, for other plugins have their settings there.
    """
    root = Path(config.docs_dir)
    for file in list(files):
        is_own = file.src_dir == config.docs_dir and file.generated_by is None
        if not is_own or file.inclusion is InclusionLevel.EXCLUDED:
            continue
        if not (file.src_uri in listed and is_plain_file(root, file.src_uri)):
            files.remove(file)
            log.warning("ไม่เผยแพร่ %s เพราะยังไม่ได้ตรวจ", readable(file.src_uri))


def replace_pictures(
    files: Files, pictures: Mapping[str, Path], config: MkDocsConfig, cache: BuildCache | None
) -> None:
    """Give the pictures of reports as they are published, at their own addresses."""
    for name, path in sorted(pictures.items()):
        if file := files.get_file_from_path(name):
            files.remove(file)
            files.append(File.generated(config, name, content=picture(path, cache)))


def picture(path: Path, cache: BuildCache | None) -> bytes:
    """A picture as it is published; as it was made before, where the file holds the same."""

    def made() -> bytes:
        return published(path).content

    return cache.get((path.suffix, sha256_of(path)), made) if cache else made()


def remove(files: Files, unwanted: Callable[[File], bool]) -> None:
    """Take files away."""
    for file in [file for file in files if unwanted(file)]:
        files.remove(file)


def navigation_paths(navigation: object) -> list[str]:
    """The pages that a navigation names, at whatever depth."""
    if isinstance(navigation, str):
        return [navigation]
    parts = navigation.values() if isinstance(navigation, dict) else navigation
    return [path for part in parts for path in navigation_paths(part)]  # type: ignore[attr-defined]


def edit_uri(artifact: Artifact, config: MkDocsConfig) -> str | None:
    """The data file relative to the pages' folder; None when it lies outside the project."""
    if artifact.edit_uri is None:
        return None
    root = project_folder(config).resolve()
    file = Path(artifact.edit_uri).resolve()
    if not file.is_relative_to(root) or not file.is_file():
        return None
    upwards = "../" * len(Path(config.docs_dir).resolve().relative_to(root).parts)
    return upwards + file.relative_to(root).as_posix()
