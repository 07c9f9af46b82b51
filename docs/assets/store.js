/* What the reader has done, kept in this browser and nowhere else.

   One text in localStorage: {version, entries: {id: {version, first, began,
   tries, last: {right, at, detail}, due, stage, missed}}}. An entry's version is
   that of the question: when it changes, the entry starts anew. first: whether
   the first attempt was right; began, at, due: milliseconds; stage: place in
   DAYS; missed: whether it was wrong when it was last asked.
   Where nothing can be kept, all works until the page is left. */

const NAME = "interleave";
const ASIDE = "interleave.damaged"; // what could not be read, for whoever can
const VERSION = 1;
const LENGTH = 12; // of a version; longer ones are from before, and begin alike
const DAYS = [1, 5, 12, 30]; // until a right answer is asked for again
const DAY = 24 * 60 * 60 * 1000;
const SENTENCES = {
  none: "This browser keeps nothing for this site, so your progress ends with this page.",
  full: "This browser's store is full, so your progress ends with this page.",
  damaged: "What this browser had kept of your progress was damaged; what could be read is still here.",
};

let unsaved = null; // the entries, once they could not be written
let trouble = "";

/** All entries, and what is wrong with the store: "", "none", "damaged" or "full". */
export function all() {
  const entries = unsaved ?? load();
  return { entries, trouble };
}

/** The entry of one question, or null. */
export function get(id) {
  const { entries } = all();
  return Object.hasOwn(entries, id) ? entries[id] : null;
}

/** Keep one attempt and give the entry; detail: whatever the asker wants to have back.
    detail.again: the reader has just been told the answer, so that a right one earns nothing. */
export function attempt(id, version, right, detail = null) {
  const { entries } = all();
  const old = Object.hasOwn(entries, id) && entries[id].version === version ? entries[id] : null;
  const now = Date.now();
  const entry = {
    version,
    first: old ? old.first : Boolean(right),
    began: old?.began ?? old?.last.at ?? now,
    tries: (old?.tries ?? 0) + 1,
    last: { right: Boolean(right), at: now, detail },
    ...next(old, right, now, detail?.again === true),
  };
  entries[id] = entry;
  save(entries);
  tell(id, entry);
  return entry;
}

/** Drop the entry of one question. */
export function forget(id) {
  const { entries } = all();
  delete entries[id];
  save(entries);
  tell(id);
}

/** Keep these entries in the place of all others. */
export function replace(entries) {
  all();
  save(entries);
  tell();
}

/** A sentence for the reader where keeping does not work, or "". */
export function says() {
  return SENTENCES[trouble] ?? "";
}

/** Whether it is time to ask again. */
export function isDue(entry) {
  return entry.due <= Date.now();
}

/** Those of some entries that can be such, as this version of the store has them. */
export function sound(entries) {
  const pairs = Object.entries(entries).filter(([, one]) => isSound(one));
  return Object.fromEntries(pairs.map(([id, one]) => [id, { ...one, version: one.version.slice(0, LENGTH) }]));
}

function isSound(entry) {
  return (
    isObject(entry) &&
    typeof entry.version === "string" &&
    typeof entry.first === "boolean" &&
    Number.isInteger(entry.tries) &&
    isObject(entry.last) &&
    typeof entry.last.right === "boolean" &&
    Number.isFinite(entry.last.at) &&
    Number.isFinite(entry.due)
  );
}

/** A wrong answer starts over; a right one counts when it was due, or mends a missed one. */
function next(old, right, now, again) {
  const before = DAYS[old?.stage] ? old.stage : 0;
  if (!right) return { ...asked(0, now), missed: true };
  if (!old || (old.missed && !again)) return { ...asked(0, now), missed: false };
  if (again || now < old.due) return { due: old.due, stage: before, missed: old.missed === true };
  return { ...asked(Math.min(before + 1, DAYS.length - 1), now), missed: false };
}

function asked(stage, now) {
  return { due: now + DAYS[stage] * DAY, stage };
}

function load() {
  let text;
  try {
    text = localStorage.getItem(NAME);
  } catch {
    trouble = "none";
    return (unsaved = {});
  }
  if (text === null) return {};
  const entries = read(text);
  const found = sound(entries ?? {});
  if (!entries || Object.keys(found).length < Object.keys(entries).length) setAside(text);
  return found;
}

function read(text) {
  try {
    const { version, entries } = JSON.parse(text);
    return version === VERSION && isObject(entries) ? entries : null;
  } catch {
    return null;
  }
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function setAside(text) {
  trouble = "damaged";
  try {
    localStorage.setItem(ASIDE, text);
  } catch {
    // It stays where it is until the next attempt is kept.
  }
}

function save(entries) {
  if (unsaved) {
    unsaved = entries;
    return;
  }
  try {
    localStorage.setItem(NAME, JSON.stringify({ version: VERSION, entries }));
  } catch {
    trouble = "full";
    unsaved = entries;
  }
}

function tell(id = null, entry = null) {
  window.dispatchEvent(new CustomEvent("interleave:progress", { detail: { id, entry } }));
}

// Another tab of this site kept something.
window.addEventListener("storage", ({ key }) => {
  if (key === NAME || key === null) tell();
});
