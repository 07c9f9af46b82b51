// Marks in the navigation: how many questions of a chapter, or of one of its pages, the reader has right.

import { h } from "./dom.js";
import { catalogue, questions, tally } from "./standing.js";
import { all } from "./store.js";

const plain = (path) => path.replace(/index\.html$/, "");

/** Mark this page's navigation: a chapter with all its pages, and each further page by itself. Fetches nothing before there is something to mark. */
export async function start() {
  if (!Object.keys(all().entries).length && !document.querySelector(".il-mark")) return;
  const chapters = await catalogue().catch(() => []);
  const links = [...document.querySelectorAll(".md-nav--primary a.md-nav__link")];
  for (const { url, asks } of chapters.flatMap((chapter) => [...chapter.pages, chapter])) {
    for (const link of links.filter((one) => plain(one.pathname) === url.pathname && !one.hash)) mark(link, questions(asks));
  }
}

function mark(link, asks) {
  const { first, later, missed } = tally(asks);
  link.querySelector(".il-mark")?.remove();
  if (!first && !later && !missed) return;
  const right = first + later;
  const words = right === asks.length ? "✓" : `${right}/${asks.length}`;
  const said = h("span", { className: "il-hidden" }, `${right} of ${asks.length} questions right`);
  const made = h("span", { className: "il-mark" }, h("span", { "aria-hidden": "true" }, words), said);
  link.insertBefore(made, link.querySelector(".md-nav__icon"));
}

window.addEventListener("interleave:progress", start);
