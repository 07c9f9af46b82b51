// The reader's answers as one file: saved, loaded after a look at what will change, or forgotten.

import { count, h } from "./dom.js";
import { all, replace, sound } from "./store.js";

const FORMAT = "interleave-progress";

/** The part of the progress page that saves and loads. */
export function keeping(chapters) {
  const titles = new Map(chapters.flatMap(({ asks }) => asks.map((ask) => [ask.id, ask.title])));
  const preview = h("div", { className: "il-preview", tabIndex: -1 });
  const status = h("p", { role: "status" });
  const file = h("input", { type: "file", accept: "application/json,.json", hidden: true });
  const done = (words) => {
    preview.replaceChildren();
    status.textContent = words;
  };
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (chosen) look(await chosen.text(), preview, titles, done);
    file.value = "";
  });
  const save = button("Save a copy", () => done(`Saved ${count(saveCopy(), "answer")} as a file.`));
  const load = button("Load a copy…", () => file.click());
  const drop = button("Forget everything…", () => askToForget(preview, done));
  return h(
    "section",
    { className: "il-desk il-keeping" },
    h("h2", { id: "keep" }, "Take it with you"),
    h("p", {}, "A copy is one small file. Load it in another browser, or here after you have cleared this one."),
    h("p", { className: "il-buttons" }, save, load, drop),
    file,
    status,
    preview,
  );
}

function button(words, act, className = "") {
  const made = h("button", { type: "button", className }, words);
  made.addEventListener("click", act);
  return made;
}

function saveCopy() {
  const { entries } = all();
  const text = JSON.stringify({ format: FORMAT, version: 1, saved: new Date().toISOString(), entries }, null, 1);
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  h("a", { href: url, download: `interleave-progress-${new Date().toISOString().slice(0, 10)}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
  return Object.keys(entries).length;
}

/** What is in a file: {entries, damaged}, or null where it is no copy at all. */
export function read(text) {
  try {
    const { format, version, entries } = JSON.parse(text);
    if (format !== FORMAT || version !== 1) return null;
    const found = sound(entries);
    return { entries: found, damaged: Object.keys(entries).length - Object.keys(found).length };
  } catch {
    return null;
  }
}

/** Both together. For each question the later answer counts, and the earlier first try. */
export function merge(here, there) {
  const merged = { ...here };
  const changes = { new: [], later: [], earlier: [], same: [] };
  for (const [id, entry] of Object.entries(there)) {
    const own = Object.hasOwn(here, id) ? here[id] : null;
    const how = !own ? "new" : JSON.stringify(own) === JSON.stringify(entry) ? "same" : entry.last.at > own.last.at ? "later" : "earlier";
    changes[how].push(id);
    if (how === "new") merged[id] = entry;
    if (how === "later") merged[id] = together(own, entry);
  }
  return { merged, changes };
}

function together(own, entry) {
  const began = (one) => one.began ?? one.last.at;
  if (own.version !== entry.version || began(entry) <= began(own)) return entry;
  return { ...entry, first: own.first, began: began(own), tries: Math.max(own.tries, entry.tries) };
}

function look(text, preview, titles, done) {
  const found = read(text);
  if (!found) return done("That file is not a copy of your progress, or it is damaged. Nothing was changed.");
  const { merged, changes } = merge(all().entries, found.entries);
  const take = changes.new.length + changes.later.length;
  const lines = [
    [changes.new, "that you have not answered here: added"],
    [changes.later, "answered later in the file: taken from there"],
    [changes.earlier, "answered later here: kept as they are"],
    [changes.same, "the same in both"],
  ].filter(([ids]) => ids.length);
  const list = lines.map(([ids, words]) => h("li", {}, `${count(ids.length, "question")} ${words}.`, named(ids, titles)));
  if (found.damaged) list.push(h("li", {}, `${count(found.damaged, "entry").replace("entrys", "entries")} damaged: left out.`));
  done(take ? "" : "There is nothing in that file that you do not have here.");
  if (!take) return undefined;
  const act = button(`Take over ${count(take, "answer")}`, () => {
    replace(merged);
    done(`Took over ${count(take, "answer")}.`);
  }, "il-first");
  preview.replaceChildren(h("h3", {}, "What will change"), h("ul", {}, list), h("p", { className: "il-buttons" }, act, button("Leave it", () => done("Nothing was changed."))));
  preview.focus();
  return undefined;
}

function named(ids, titles) {
  const known = ids.map((id) => titles.get(id)).filter(Boolean);
  if (!known.length) return "";
  return h("details", {}, h("summary", {}, "Which"), h("ul", {}, known.map((title) => h("li", {}, title))));
}

function askToForget(preview, done) {
  const n = Object.keys(all().entries).length;
  const act = button("Forget it all", () => {
    replace({});
    done("Forgotten. All questions are new again.");
  }, "il-first");
  preview.replaceChildren(h("p", {}, `This browser will forget ${count(n, "answer")}. Save a copy first if you may want them back.`), h("p", { className: "il-buttons" }, act, button("Leave it", () => done("Nothing was changed."))));
  preview.focus();
}

