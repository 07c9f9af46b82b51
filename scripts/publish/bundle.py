"""All modules of the site as one plain script, for pages that are read from a disk."""

import json
import os
import re
from pathlib import Path

from scripts import assets
from scripts.problem import Problem

IMPORT = re.compile(r'^import (?:(?P<what>\{[^}]*\}|\* as \w+) from )?"(?P<file>\.[^"]+)";', re.M)
EXPORT = re.compile(
    r"^export (?P<kept>(?:async )?(?:function\*?|class|const|let) (?P<name>\w+))", re.M
)
LEFT = re.compile(r"^(?:import|export)\b.*", re.M)
# The lab's programs need workers that share memory, and the switch a worker of another kind.
# On a disk nothing travels, so the search need not wait.
LEFT_OUT = {"sw.js", "moved.js", "offline.js", "search.js"}
START = """(() => {
const __site = new URL(document.currentScript.dataset.site, location.href);
const modules = {}, made = {};
window.kept = {};
function __need(path) {
  if (!made[path]) modules[path]((made[path] = {}));
  return made[path];
}
function script(url) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    Object.assign(element, { src: url, onload: resolve, onerror: () => reject(new Error(url)) });
    document.head.append(element);
  });
}
const __load = async (from, file) => {
  const path = new URL(file, new URL(from, __site)).href.slice(__site.href.length);
  return modules[path] ? __need(path) : {};
};
async function fetch(url) {
  const path = decodeURI(new URL(url, location.href).href.split("#")[0]).slice(decodeURI(__site.href).length);
  if (!(path in kept)) await script(new URL(`${path}.js`, __site).href);
  return new Response(kept[path]);
}
document.addEventListener("click", ({ target }) => {
  const link = target.closest?.("a[href]");
  if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
}, true);
window.Worker = class extends EventTarget {
  constructor(url) {
    super();
    const inner = new EventTarget();
    const heard = (name, listen) => inner.addEventListener(name, listen);
    const said = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
    this.begun = script(url).then(() => searching(heard, said)).then(() => inner);
  }
  async postMessage(data) {
    (await this.begun).dispatchEvent(new MessageEvent("message", { data }));
  }
};
"""
END = """
document.addEventListener("DOMContentLoaded", () => {
  for (const [element, path] of %s) if (document.querySelector(element)) __need(path);
  __need("assets/live.js");
});
})();
"""
# What the site loads by a tag of its own on pages that have it.
TAGS = [
    ["interleave-quiz", "assets/quiz.js"],
    ["interleave-progress", "assets/progress.js"],
    ["interleave-review", "assets/review.js"],
]


def bundle(docs: Path) -> str:
    """The script. Raises Problem where a module has an import or export of another form."""
    parts = [START]
    for path in sorted((docs / "assets").glob("*.js")):
        if path.name not in LEFT_OUT:
            parts.append(_module(path, docs))
    there = [tag for tag in TAGS if (docs / tag[1]).is_file()]
    return "".join([*parts, END % json.dumps(there)])


def _module(path: Path, docs: Path) -> str:
    name = path.relative_to(docs).as_posix()

    def needed(found: re.Match[str]) -> str:
        file = os.path.normpath(path.parent / found["file"])
        need = f"__need({json.dumps(os.path.relpath(file, docs))})"
        what = (found["what"] or "").removeprefix("* as ")
        return f"const {what} = {need};" if what else f"{need};"

    text = IMPORT.sub(needed, assets.whole(path))
    names = [found["name"] for found in EXPORT.finditer(text)]
    text = EXPORT.sub(lambda found: found["kept"], text)
    if left := LEFT.search(text):
        raise Problem(
            f"docs/{name}",
            expected="imports and exports as the other modules write them",
            seen=left[0],
            command=f"grep -n -E '^(import|export)' docs/{name}",
        )
    text = re.sub(
        r"\bimport\((\w+)\)", lambda found: f"__load({json.dumps(name)}, {found[1]})", text
    )
    text = text.replace("import.meta.url", f"new URL({json.dumps(name)}, __site)")
    given = f"Object.assign(exports, {{ {', '.join(names)} }});" if names else ""
    return f"modules[{json.dumps(name)}] = (exports) => {{\n{text}\n{given}\n}};\n"
