"""The web part of Backstride: server-rendered pages that turn requests into engine calls and rows."""
