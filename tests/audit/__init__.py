"""Judgements of the built site that take too long for every run of the tests."""
