// How the reader stands: with one question, and with all of them.

import { h } from "./dom.js";
import { all } from "./store.js";

const site = new URL("..", import.meta.url);
const WORDS = { first: "right at the first try", later: "right, later", missed: "not right yet", open: "not answered" };
let known;

/** All questions and goals of the site, by chapter and page, each with its address. Fetched once. */
export function catalogue() {
  known ??= fetch(new URL("assets/quizzes.json", site))
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .then(({ chapters }) => chapters.map(placed));
  known.catch(() => (known = undefined));
  return known;
}

function placed({ url, title, pages }) {
  const placedPages = pages.map((page) => pageOf(page, title));
  return { url: new URL(url, site), title, pages: placedPages, asks: placedPages.flatMap(({ asks }) => asks) };
}

function pageOf(page, chapter) {
  const url = new URL(page.url, site);
  const asks = page.asks.map((ask) => {
    const at = ask.at ?? `quiz-${ask.id}`;
    return { concept: "", ...ask, at, chapter, page: url, href: `${url}#${at}` };
  });
  return { ...page, url, asks };
}

/** The entry that counts for a question: none of an earlier key. */
export function entryOf({ id, version }, entries = all().entries) {
  const entry = Object.hasOwn(entries, id) ? entries[id] : null;
  return entry?.version === version ? entry : null;
}

/** "first", "later", "missed" or "open". */
export function standing(entry) {
  if (!entry) return "open";
  if (!entry.last.right) return "missed";
  return entry.first ? "first" : "later";
}

/** Goals of explorers and labs, which are reached and not answered. */
export const isGoal = ({ kind }) => kind === "explorer" || kind === "lab";

/** Those that are no goals. */
export const questions = (asks) => asks.filter((ask) => !isGoal(ask));

/** How many stand where: {first, later, missed, open}. */
export function tally(asks, entries = all().entries) {
  const sum = { first: 0, later: 0, missed: 0, open: 0 };
  for (const ask of asks) sum[standing(entryOf(ask, entries))] += 1;
  return sum;
}

/** The questions as a row of numbers, each a link that says how it stands. */
export function row(asks, entries = all().entries) {
  const links = asks.map((ask, i) => {
    const how = standing(entryOf(ask, entries));
    const label = `Question ${i + 1}, ${WORDS[how]}: ${ask.title}`;
    return h("li", {}, h("a", { href: ask.href, className: `quiz-dot quiz-dot-${how}`, title: ask.title, "aria-label": label }, String(i + 1)));
  });
  return h("ol", { className: "quiz-dots" }, links);
}

/** The tally in a sentence. */
export function sentence({ first, later, missed, open }) {
  const rest = [later && `${later} later`, missed && `${missed} not yet`, open && `${open} not answered`].filter(Boolean);
  const of = first + later + missed + open;
  return [h("b", {}, `${first} of ${of}`), ` right at the first try${rest.map((part) => `, ${part}`).join("")}.`];
}
