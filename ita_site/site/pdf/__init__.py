"""Printed documents: built pages as PDF files."""

from __future__ import annotations
