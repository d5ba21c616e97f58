"""Storage of the files that do not change: named by their content once collected, by their own name before that."""

from urllib.parse import unquote

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """WhiteNoise's manifest storage that does not fail on a file the manifest does not know.

    A fresh checkout, or a picture drawn since the last collectstatic, is then linked by its plain name instead of breaking the whole page.
    """

    # Modules import each other by hashed names too, so that an old one is never mixed with a new one.
    support_js_module_import_aggregation = True

    def stored_name(self, name: str) -> str:
        """The name a page links to for the file `name`."""
        known = self.hash_key(self.clean_name(unquote(name))) in self.hashed_files
        return super().stored_name(name) if known else name
