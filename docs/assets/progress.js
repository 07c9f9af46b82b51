// <interleave-progress>: the reader's answers in all chapters, by concept, and as a file.

import { day, h } from "./dom.js";
import { keeping } from "./keeping.js";
import { catalogue, entryOf, isGoal, questions, row, sentence, tally } from "./standing.js";
import { all, isDue, says } from "./store.js";

class Progress extends HTMLElement {
  async connectedCallback() {
    this.fill ??= () => this.draw();
    try {
      this.chapters = await catalogue();
    } catch {
      this.replaceChildren(h("p", {}, "The list of questions could not be fetched. Reload the page when you are online."));
      return;
    }
    if (!this.isConnected) return;
    this.overview ??= h("div");
    this.replaceChildren(this.overview, keeping(this.chapters));
    window.addEventListener("interleave:progress", this.fill);
    this.draw();
  }

  disconnectedCallback() {
    window.removeEventListener("interleave:progress", this.fill);
  }

  draw() {
    const { entries } = all();
    const asks = this.chapters.flatMap((chapter) => chapter.asks);
    const trouble = says();
    this.overview.replaceChildren(
      trouble ? h("p", { className: "quiz-trouble" }, trouble) : "",
      h("p", {}, ...sentence(tally(questions(asks), entries)), " ", ...toReview(asks, entries)),
      ...this.chapters.map((chapter) => section(chapter, entries)),
      h("h2", { id: "concepts" }, "By concept"),
      concepts(asks, entries),
    );
  }
}

function toReview(asks, entries) {
  const kept = asks.map((ask) => entryOf(ask, entries)).filter(Boolean);
  const [due, missed] = [kept.filter(isDue).length, kept.filter((entry) => entry.missed).length];
  if (!due && !missed) return kept.length ? [`Nothing is due before ${day(Math.min(...kept.map((entry) => entry.due)))}.`] : [];
  const words = [due && `${due} due`, missed && `${missed} missed`].filter(Boolean).join(", ");
  return [h("a", { href: "review/" }, `Review: ${words}`)];
}

function section({ title, url, pages, asks }, entries) {
  const own = questions(asks);
  const goals = asks.filter(isGoal);
  return h(
    "section",
    { className: "il-chapter" },
    h("h2", {}, h("a", { href: url.href }, title)),
    pages.filter((page) => questions(page.asks).length).flatMap((page) => rowOf(page, page.url.href !== url.href, entries)),
    own.length ? h("p", {}, ...sentence(tally(own, entries))) : "",
    goals.length ? h("ul", { className: "il-goals" }, goals.map((goal) => reached(goal, entries))) : "",
  );
}

/** A page's questions, below its name if it is not that of the chapter. */
function rowOf({ title, url, asks }, named, entries) {
  const name = named ? h("h3", {}, h("a", { href: url.href }, title)) : "";
  return [name, row(questions(asks), entries)];
}

function reached(goal, entries) {
  const entry = entryOf(goal, entries);
  const words = entry ? ` reached, ${day(entry.last.at)}` : " not reached yet";
  return h("li", { className: entry ? "il-reached" : "" }, h("a", { href: goal.href }, goal.title), words);
}

function concepts(asks, entries) {
  const names = [...new Set(asks.map((ask) => ask.concept).filter(Boolean))].sort();
  const head = ["Concept", "Questions", "Right at the first try", "Right, later", "Not yet"];
  const body = names.map((name) => {
    const about = asks.filter((ask) => ask.concept === name);
    const { first, later, missed } = tally(about, entries);
    return h("tr", {}, h("th", { scope: "row" }, name), [about.length, first, later, missed].map((n) => h("td", {}, String(n))));
  });
  const table = h("table", { className: "il-concepts" }, h("thead", {}, h("tr", {}, head.map((word) => h("th", { scope: "col" }, word)))), h("tbody", {}, body));
  return h("div", { className: "il-scroll", tabIndex: 0, role: "region", "aria-label": "By concept" }, table);
}

if (!customElements.get("interleave-progress")) customElements.define("interleave-progress", Progress);
