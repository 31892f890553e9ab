"""Outside judges over every output, and over broken copies that they must find fault with.

    sh tests/judge/run [--shots FOLDER]

Each line names a judge and what it found; the last one counts. Exit 1 if a judge found fault, or missed a planted one.
"""

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import feedparser  # type: ignore[import-untyped]
import jsonschema
import pypdf

from newsdesk.formats.edition import Edition, Options
from newsdesk.formats.language import well_formed
from newsdesk.formats.outputs import OUTPUTS
from newsdesk.formats.public import is_stub, plain, published
from newsdesk.formats.themes import theme_names
from tests.formats.hostile import all_hostile
from tests.judge.cases import SHARED, editions

HERE = Path(__file__).parent
BUILD = HERE.parents[1] / "build" / "judge"
SCHEMA = SHARED / "corpus" / "10_ninjs-schema_3.0.json"
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
# The checker takes no policy for one that lets a picture in its own address be shown; Chromium, judging too, shows it.
_KNOWS_NO_DATA_ADDRESS = re.compile(r"Resource violates Content Security Policy \(meta tag\): image “data:image/png")
Findings = dict[str, list[str]]


def written(name: str, content: bytes) -> Path:
    BUILD.mkdir(parents=True, exist_ok=True)
    path = BUILD / name
    path.write_bytes(content)
    return path


def pages() -> list[Path]:
    """Every case in every theme, and its fragment in the barest page there is."""
    made = []
    for name, export in editions().items():
        for theme in theme_names():
            themed = replace(export, options=Options(theme=theme))
            made.append(written(f"{name}-{theme}.html", OUTPUTS["html"].render(themed)))
        made.append(written(f"{name}-fragment.html", wrapped(export)))
    return made


def wrapped(export: Edition) -> bytes:
    language = well_formed(export.blog.language)
    head = (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>Fragment</title>\n</head>\n'
    )
    return f"{head}<body>\n<main>\n{OUTPUTS['fragment'].render(export).decode()}</main>\n</body>\n</html>\n".encode()


def vnu(paths: Iterable[Path]) -> Findings:
    """The Nu HTML checker."""
    jar = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [
        "java",
        "-jar",
        str(jar),
        "--format",
        "json",
        "--stdout",
        "--exit-zero-always",
        *map(str, paths),
    ]
    messages = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["messages"]
    found: Findings = {str(path): [] for path in paths}
    for message in messages:
        if _KNOWS_NO_DATA_ADDRESS.match(message["message"]):
            continue
        line = message.get("lastLine", "?")
        found[message["url"].removeprefix("file:")].append(f"vnu {message['type']}, line {line}: {message['message']}")
    return found


def browser(paths: Iterable[Path], *options: str) -> Findings:
    """html-validate, axe-core, and Chromium itself."""
    command = ["node", str(HERE / "pages.mjs"), *options, *map(str, paths)]
    found: Findings = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return found


def structured(paths: list[Path], exports: dict[str, Edition]) -> Findings:
    """extruct reads every update back with its own time and headline, and every h-entry."""
    command = [str(BUILD / "venv" / "bin" / "python"), str(HERE / "structured.py"), *map(str, paths)]
    read = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return {page: _structured(data, exports[Path(page).name.split("-")[0]]) for page, data in read.items()}


def _structured(data: dict[str, Any], export: Edition) -> list[str]:
    findings = []
    blogs = [item for item in data["json-ld"] if item.get("@type") == "LiveBlogPosting"]
    updates = blogs[0]["liveBlogUpdate"] if blogs else []
    times = [moment.isoformat() if (moment := published(e)) else None for e in export.entries]
    if [update.get("datePublished") for update in updates] != times:
        findings.append("extruct: the updates do not have their own times")
    feeds = [item for item in data["microformat"] if "h-feed" in item["type"]]
    if not feeds or len(feeds[0].get("children", [])) != len(export.entries):
        findings.append("extruct: the h-feed does not hold every h-entry")
    return findings


def feed(content: bytes, export: Edition) -> list[str]:
    read = feedparser.parse(content)
    findings = [f"feedparser: {read.get('bozo_exception')}"] if read.bozo else []
    if [entry.get("id") for entry in read.entries] != [f"urn:uuid:{entry.id}" for entry in export.entries]:
        findings.append("feedparser: not every entry in its order")
    return findings


def news_item(content: bytes, export: Edition) -> list[str]:
    item = json.loads(content)
    if len(item["associations"]) != len(export.entries):
        return ["ninjs: not every entry"]
    if not SCHEMA.exists():
        return []
    return [
        f"jsonschema: {error.message}"
        for error in jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text())).iter_errors(item)
    ]


def pdf(content: bytes, export: Edition) -> list[str]:
    """Right-to-left text comes out of a PDF in the order of its glyphs, so there only the count of links is judged."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    text, at = squeezed("".join(map(_without_number, reader.pages))), 0
    if export.blog.language == "ar":
        return [] if reader.pages[0].get("/Annots") else ["pypdf: no links"]
    for entry in export.entries:
        for part in [str(entry.time), *([] if is_stub(entry) else [entry.headline, *plain(entry.body)])]:
            if (at := text.find(squeezed(part), at)) < 0:
                return [f"pypdf: “{part}” is missing or out of order"]
    return []


def _without_number(page: pypdf.PageObject) -> str:
    """A paragraph may go on on the next page; the number at the foot is not in it."""
    return page.extract_text().strip().removesuffix(str((page.page_number or 0) + 1))


def document(content: bytes, export: Edition) -> list[str]:
    paragraphs = docx.Document(io.BytesIO(content)).paragraphs
    found = [p.text.strip("\u200e") for p in paragraphs if p.style and p.style.name == "Heading 1"]
    wanted = [
        "This entry was withdrawn." if is_stub(e) else e.headline for e in export.entries if e.headline or is_stub(e)
    ]
    return [] if found == wanted else [f"python-docx: the headings are {found}"]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


JUDGES: dict[str, Callable[[bytes, Edition], list[str]]] = {
    "atom": feed,
    "rss": feed,
    "ninjs": news_item,
    "pdf": pdf,
    "docx": document,
}


def files(exports: dict[str, Edition]) -> Findings:
    return {
        f"{case}.{name}": judge(OUTPUTS[name].render(export), export)
        for case, export in exports.items()
        for name, judge in JUDGES.items()
    }


def hostile() -> list[Path]:
    """Every known payload in every field, as we write it, and without the policy that would stop it anyway."""
    page = OUTPUTS["html"].render(all_hostile()).decode()
    return [written("hostile.html", page.encode()), written("hostile-open.html", POLICY.sub("", page).encode())]


def planted(exports: dict[str, Edition]) -> list[str]:
    """What the judges missed of the faults in broken copies; nothing if they are good judges."""
    export = exports["everything"]
    page = POLICY.sub("", OUTPUTS["html"].render(export).decode())
    name = "everything-broken.html"

    def missed(what: str, judge: Callable[[list[Path]], Findings], old: str, new: str, count: int = 1) -> list[str]:
        if old not in page:
            return [f"{what}: nowhere to plant it"]
        found = judge([written(name, page.replace(old, new, count).encode())])
        caught = any(what.split(maxsplit=1)[0] in finding for findings in found.values() for finding in findings)
        return [] if caught else [f"{what} was not found"]

    stamp = re.escape('"datePublished":"') + '[^"]*'
    one_date = re.sub(stamp, '"datePublished":"2024-03-02T11:20:00+00:00', page)
    part = replace(export, entries=export.entries[1:])
    return [
        *missed("vnu a doubled id", vnu, "<p>Buses run.</p>", '<p id="entries">Buses run.</p>'),
        *missed("html-validate a picture without words", browser, 'alt="A red sky above a grey harbour wall" ', ""),
        *missed("axe an empty link", browser, ">as usual</a>", "></a>"),
        *missed("wider than the screen", browser, "<p>Buses run.</p>", "<pre>" + "Buses " * 90 + "</pre>"),
        *missed("ran a script", browser, "<p>Buses run.</p>", "<script>alert(1)</script>"),
        *missed("asked another host", browser, "<p>Buses run.</p>", '<img alt="" src="http://localhost:9/x.png">'),
        *([] if structured([written(name, one_date.encode())], exports)[str(BUILD / name)] else ["one date for all"]),
        *([] if feed(OUTPUTS["atom"].render(export)[:-20], export) else ["a cut feed"]),
        *([] if feed(OUTPUTS["rss"].render(part), export) else ["a feed without an entry"]),
        *([] if not SCHEMA.exists() or news_item(_with_surprise(export), export) else ["an unknown key in ninjs"]),
        *([] if pdf(OUTPUTS["pdf"].render(part), export) else ["a PDF without an entry"]),
        *([] if document(OUTPUTS["docx"].render(part), export) else ["a document without a heading"]),
    ]


def _with_surprise(export: Edition) -> bytes:
    return json.dumps(json.loads(OUTPUTS["ninjs"].render(export)) | {"surprise": 1}).encode()


def main(shots: str) -> int:
    exports = editions()
    made = pages()
    whole = [page for page in made if not page.name.endswith("-fragment.html")]
    verdicts = {
        "The Nu HTML checker": vnu(made),
        "html-validate, axe-core and Chromium": browser(made, *(["--shots", shots] if shots else [])),
        "extruct": structured(whole, exports),
        "feedparser, jsonschema, pypdf, python-docx": files(exports),
        "Chromium over hostile text": browser(hostile(), "--hostile"),
    }
    faults = 0
    for judge, found in verdicts.items():
        count = sum(map(len, found.values()))
        faults += count
        print(f"{judge}: {len(found)} judged, {count} findings")
        for what, findings in found.items():
            for finding in findings[:10]:
                print(f"  {Path(what).name}: {finding}")
    missed = planted(exports)
    print(f"Planted faults: {len(missed)} missed", *missed, sep="\n  " if missed else "")
    print(f"\n{'All judges are content.' if not faults + len(missed) else f'{faults} findings, {len(missed)} missed.'}")
    return 1 if faults or missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[2] if sys.argv[1:2] == ["--shots"] else ""))
