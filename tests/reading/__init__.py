"""Tests of reading: files in, entities and findings out."""
