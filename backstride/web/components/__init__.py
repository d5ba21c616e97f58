"""Shared parts of pages: shells, components and the template tags that draw them."""
