"""A page on this computer that shows one figure and draws it anew whenever its pose file is saved."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.sax.saxutils import escape

from backstride.figures import build
from backstride.figures.posing import files
from backstride.figures.posing.figure import PoseError

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{id}</title>
<style>
:root{{color-scheme:light dark}} body{{margin:1rem;font:15px/1.4 system-ui,sans-serif;background:Canvas;color:CanvasText}}
main{{display:flex;flex-wrap:wrap;gap:1rem}} svg{{width:25rem;background:#E4ECEE;border-radius:12px;display:block}}
@media(prefers-color-scheme:dark){{svg{{background:#16202A}}}} li{{color:#A3142B}} @media(prefers-color-scheme:dark){{li{{color:#F6708A}}}}
</style>
<h1>{id}</h1>{report}<main>{pictures}</main>
<script>
const seen = "{stamp}";
setInterval(async () => {{
  const stamp = await (await fetch("/stamp")).text().catch(() => seen);
  if (stamp !== seen) location.reload();
}}, 700);
</script></html>"""


def stamp(folder: Path = files.FOLDER) -> str:
    """Changes whenever any pose file is saved, since one may be like another."""
    return str(max(file.stat().st_mtime_ns for file in folder.glob("*.yaml")))


def page(figure_id: str, folder: Path = files.FOLDER) -> str:
    """The page: what the checks found, the key poses, the pointed picture and the movement; or why it cannot be drawn."""
    files.read.cache_clear()
    now = stamp(folder)
    try:
        drawn = build.draw(figure_id, folder)
    except PoseError as error:
        return PAGE.format(id=figure_id, stamp=now, report=f"<ul><li>{escape(str(error))}</li></ul>", pictures="")
    found = "".join(f"<li>{escape(str(finding))}</li>" for finding in drawn.findings)
    pictures = [text for name, text in drawn.files.items() if name.endswith(".svg")]
    report = f"<ul>{found}</ul>" if found else "<p>Nothing to complain about.</p>"
    return PAGE.format(id=figure_id, stamp=now, report=report, pictures="".join(pictures))


def handler(figure_id: str, folder: Path = files.FOLDER) -> type[BaseHTTPRequestHandler]:
    """Answers `/` with the page of one figure and `/stamp` with the time of the newest pose file."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """One of the two pages."""
            text = stamp(folder) if self.path == "/stamp" else page(figure_id, folder)
            body = text.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing: the page asks every second."""

    return Answer


def serve(figure_id: str, port: int) -> None:
    """Serve until interrupted, on this computer only."""
    with ThreadingHTTPServer(("127.0.0.1", port), handler(figure_id)) as server:
        print(f"http://127.0.0.1:{server.server_address[1]}/ shows {figure_id}; Ctrl-C ends it", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
