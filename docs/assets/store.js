/* What the reader has done, kept in this browser and nowhere else.

   One text in localStorage: {version, entries: {id: {version, first, tries,
   last: {right, at, detail}, due, stage}}}. An entry's version is that of the
   question: when it changes, the entry starts anew. first: whether the first
   attempt was right; at, due: milliseconds; stage: place in DAYS.
   Where nothing can be kept, all works until the page is left. */

const NAME = "interleave";
const ASIDE = "interleave.damaged"; // what could not be read, for whoever can
const VERSION = 1;
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

/** Keep one attempt and give the entry; detail: whatever the asker wants to have back. */
export function attempt(id, version, right, detail = null) {
  const { entries } = all();
  const old = Object.hasOwn(entries, id) && entries[id].version === version ? entries[id] : null;
  const now = Date.now();
  const entry = {
    version,
    first: old ? old.first : Boolean(right),
    tries: (old?.tries ?? 0) + 1,
    last: { right: Boolean(right), at: now, detail },
    ...next(old, right, now),
  };
  entries[id] = entry;
  save(entries);
  window.dispatchEvent(new CustomEvent("interleave:progress", { detail: { id, entry } }));
  return entry;
}

/** A sentence for the reader where keeping does not work, or "". */
export function says() {
  return SENTENCES[trouble] ?? "";
}

/** A wrong answer starts over; a right one counts when it was due. */
function next(old, right, now) {
  const before = DAYS[old?.stage] ? old.stage : 0;
  if (old && right && now < old.due) return { due: old.due, stage: before };
  const stage = old && right ? Math.min(before + 1, DAYS.length - 1) : 0;
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
  const sound = Object.fromEntries(Object.entries(entries ?? {}).filter(([, one]) => isSound(one)));
  if (!entries || Object.keys(sound).length < Object.keys(entries).length) setAside(text);
  return sound;
}

function read(text) {
  try {
    const { version, entries } = JSON.parse(text);
    return version === VERSION && isObject(entries) ? entries : null;
  } catch {
    return null;
  }
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
  if (unsaved) return;
  try {
    localStorage.setItem(NAME, JSON.stringify({ version: VERSION, entries }));
  } catch {
    trouble = "full";
    unsaved = entries;
  }
}
