"""The field's own tools read what is published: Frictionless, rdflib, pandas, pyarrow, DuckDB."""

from __future__ import annotations

import json
import sys

import duckdb
import frictionless
import pandas as pd
import pytest
import rdflib
from pyarrow import parquet

from ita_site.facts.model.kinds import Type
from ita_site.site.downloads.dataset.files import forms
from ita_site.site.downloads.dataset.joined import join, joined_files
from ita_site.site.downloads.dataset.parquet import write_parquet
from ita_site.site.downloads.dataset.tables import TIDY
from tests.unit.site.downloads.dataset.conftest import HOME

DCAT, DCT = rdflib.Namespace("http://www.w3.org/ns/dcat#"), rdflib.DCTERMS
VCARD = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
theirs = pytest.mark.filterwarnings("ignore::DeprecationWarning")
"""The tools warn of one another."""
each_table = pytest.mark.parametrize("tidy", TIDY, ids=lambda tidy: tidy.name)
AGENCIES = ["khok-mon", "roi-et", "tak", "tuayang", "udon-thani", "yot-kaeng"]


@theirs
@pytest.mark.parametrize("where", ["data", *(f"{slug}/data" for slug in ("tak", "tuayang"))])
def test_frictionless_finds_the_package_and_every_row_valid(portal, where):
    found = frictionless.validate(str(portal.folder / where / "datapackage.json"))
    assert found.flatten(["title", "note", "rowNumber", "fieldName"]) == []
    assert found.stats["tasks"] >= len(TIDY)


@theirs
def test_frictionless_does_the_same_for_an_agency_alone_and_sees_what_is_wrong(alone, tmp_path):
    folder = alone.folder / "data"
    assert frictionless.validate(str(folder / "datapackage.json")).valid
    for file in folder.glob("*"):
        text = file.read_bytes()
        broken = text.replace(b"done", b"finished") if file.name == "measures.csv" else text
        (tmp_path / file.name).write_bytes(broken)
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_every_column_is_described_in_two_languages(portal):
    package = json.loads((portal.folder / "data/datapackage.json").read_text("utf-8"))
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert package["contributors"][0]["email"] == "data@tuayang.example"
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["type"] in {*Type}
            assert not field["description"].isascii() or field["description"] == field["name"]
            assert field["description_en"].isascii()
            assert field["type"] != "date" or "ค.ศ." in field["description"]


@theirs
def test_a_harvester_finds_title_licence_contact_and_files_of_every_dataset(portal):
    graph = rdflib.Graph().parse(portal.folder / "data/catalog.jsonld", format="json-ld")
    (catalogue,) = graph.subjects(rdflib.RDF.type, DCAT.Catalog)
    datasets = set(graph.subjects(rdflib.RDF.type, DCAT.Dataset))
    assert datasets == set(graph.objects(catalogue, DCAT.dataset))
    homes = {HOME, *(f"{HOME}{slug}/" for slug in AGENCIES)}
    assert {str(it) for it in datasets} == {f"{home}data/#dataset" for home in homes}
    for one in datasets:
        assert {text.language for text in graph.objects(one, DCT.title)} == {"th", "en"}
        assert graph.value(one, DCT.publisher)
        assert graph.value(graph.value(one, DCAT.contactPoint), VCARD.fn)
        for file in graph.objects(one, DCAT.distribution):
            address = str(graph.value(file, DCAT.accessURL))
            assert (portal.folder / address.removeprefix(HOME)).is_file()
    whole = rdflib.URIRef(f"{HOME}data/#dataset")
    assert str(graph.value(whole, DCT.license)) == "https://creativecommons.org/licenses/by/4.0/"
    contact = graph.value(whole, DCAT.contactPoint)
    assert str(graph.value(contact, VCARD.hasEmail)) == "mailto:data@tuayang.example"
    assert str(graph.value(contact, VCARD.hasTelephone)) == "tel:020000000,12"


@theirs
def test_what_nobody_said_is_in_no_catalogue(portal):
    graph = rdflib.Graph().parse(portal.folder / "tak/data/catalog.jsonld", format="json-ld")
    (one,) = graph.subjects(rdflib.RDF.type, DCAT.Dataset)
    assert graph.value(one, DCT.license) is None


@each_table
def test_all_forms_of_a_table_hold_the_same(portal, tidy):
    folder = portal.folder / "data"
    lines = (folder / f"{tidy.name}.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    table = parquet.read_table(folder / f"{tidy.name}.parquet")
    assert table.column_names == list(tidy.table.names)
    days = [column.name for column in tidy.table.columns if column.kind.type is Type.DATE]
    read = [
        {**row, **{day: row[day] and row[day].isoformat() for day in days}}
        for row in table.to_pylist()
    ]
    assert read == rows
    assert len(pd.read_parquet(folder / f"{tidy.name}.parquet")) == len(rows)
    assert list(pd.read_csv(folder / f"{tidy.name}.csv").columns) == list(tidy.table.names)
    assert len(pd.read_csv(folder / f"{tidy.name}.csv")) == len(rows)
    for form in ("csv", "parquet"):
        count = f"SELECT count(*) FROM '{folder / tidy.name}.{form}'"  # noqa: S608 - our path
        assert duckdb.sql(count).fetchall() == [(len(rows),)]


@each_table
def test_all_agencies_together_are_each_agencys_rows_in_order(portal, tidy):
    parts = [
        line
        for slug in AGENCIES
        for line in (portal.folder / slug / f"data/{tidy.name}.jsonl").read_bytes().splitlines()
    ]
    assert (portal.folder / f"data/{tidy.name}.jsonl").read_bytes().splitlines() == parts


def test_there_is_something_in_every_table(portal):
    sizes = {tidy.name: (portal.folder / f"data/{tidy.name}.jsonl").stat().st_size for tidy in TIDY}
    assert min(sizes.values()) > 0, sizes


def test_joining_again_gives_the_same_bytes(portal, tmp_path):
    before = {name: (portal.folder / name).read_bytes() for name in joined_files(publisher(portal))}
    for slug in AGENCIES:
        (tmp_path / slug).symlink_to(portal.folder / slug)
    join(tmp_path, [tmp_path / slug for slug in AGENCIES], publisher(portal))
    assert {name: (tmp_path / name).read_bytes() for name in before} == before
    assert {*before} <= portal.outputs.addresses


def publisher(portal):
    return portal.outputs.portal.publisher


def test_without_pyarrow_there_is_no_parquet_and_nothing_offers_it(portal, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert [form.ending for form in forms(of_all=True)] == ["csv", "jsonl"]
    (tmp_path / "tak").symlink_to(portal.folder / "tak")
    join(tmp_path, [tmp_path / "tak"], publisher(portal))
    assert list((tmp_path / "data").glob("*.parquet")) == []
    assert {path.name for path in (tmp_path / "data").iterdir()} == {
        name.removeprefix("data/") for name in joined_files(publisher(portal))
    }
    assert "parquet" not in (tmp_path / "data/catalog.jsonld").read_text("utf-8")


@each_table
def test_a_table_without_rows_is_a_table_with_its_columns(tidy, tmp_path):
    (lines := tmp_path / "lines.jsonl").touch()
    write_parquet(tidy.table, lines, tmp_path / "table.parquet")
    found = parquet.read_table(tmp_path / "table.parquet")
    assert found.column_names == list(tidy.table.names)
    assert found.num_rows == 0
