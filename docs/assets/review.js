// <interleave-review>: the questions that were missed or are due, one after another.

import { count, day, h } from "./dom.js";
import "./quiz.js";
import { catalogue, entryOf } from "./standing.js";
import { isDue, says } from "./store.js";

const pages = new Map();

class Review extends HTMLElement {
  async connectedCallback() {
    try {
      this.asks = (await catalogue()).flatMap((chapter) => chapter.asks);
    } catch {
      this.replaceChildren(h("p", {}, "The list of questions could not be fetched. Reload the page when you are online."));
      return;
    }
    if (this.isConnected) this.choose();
  }

  /** What there is to review. */
  choose() {
    const kept = this.asks.filter((ask) => entryOf(ask));
    const due = kept.filter((ask) => isDue(entryOf(ask)));
    const missed = kept.filter((ask) => entryOf(ask).missed);
    const starts = [
      [due, `Ask me what is due: ${count(due.length, "question")}`],
      [missed, `Ask me what I missed: ${count(missed.length, "question")}`],
    ].filter(([asks]) => asks.length);
    this.replaceChildren(
      says() ? h("p", { className: "quiz-trouble" }, says()) : "",
      due.length ? "" : h("p", {}, rest(kept)),
      h("p", { className: "il-buttons" }, starts.map(([asks, words]) => this.starter(asks, words))),
    );
  }

  starter(asks, words) {
    const button = h("button", { type: "button", className: "il-button" }, words);
    button.addEventListener("click", () => this.run(asks));
    return button;
  }

  run(asks) {
    this.queue = asks;
    this.ask(0);
  }

  async ask(at) {
    const ask = this.queue[at];
    if (!ask) return this.end();
    const title = h("h2", { tabIndex: -1 }, `${at + 1} of ${this.queue.length}`);
    const from = h("p", { className: "il-from" }, "From ", h("a", { href: ask.href }, ask.chapter), ".");
    const next = h("button", { type: "button", className: "il-button" }, at + 1 < this.queue.length ? "Next question" : "Finish");
    next.addEventListener("click", () => this.ask(at + 1));
    const shown = await question(ask);
    this.replaceChildren(title, from, shown, h("p", {}, next));
    title.focus();
    return undefined;
  }

  end() {
    const right = this.queue.filter((ask) => !entryOf(ask)?.missed).length;
    this.choose();
    const title = h("h2", { tabIndex: -1 }, "Done");
    this.prepend(title, h("p", {}, `${right} of ${count(this.queue.length, "question")} right at once this time.`));
    title.focus();
  }
}

/** When there will be something. */
function rest(kept) {
  if (!kept.length) return "You have not answered a question yet. Each chapter has some.";
  return `Nothing is due. The next question comes back on ${day(Math.min(...kept.map((ask) => entryOf(ask).due)))}.`;
}

/** The question as it stands in its chapter; a link where it has to be answered there. */
async function question(ask) {
  const link = (words) => h("p", { className: "il-desk" }, words, h("a", { href: ask.href }, ask.title));
  if (ask.kind === "lab") return link("Reach the goal in the lab: ");
  if (ask.kind === "explorer" || ask.kind === "schedule") return link("Find the schedule in its chapter: ");
  const found = (await page(ask.page.href))?.getElementById(ask.at);
  if (!found) return link("This question could not be fetched. It stands in its chapter: ");
  for (const one of found.querySelectorAll("[href], [src]")) {
    for (const name of ["href", "src"]) {
      if (one.hasAttribute(name)) one.setAttribute(name, new URL(one.getAttribute(name), ask.page).href);
    }
  }
  return document.importNode(found, true);
}

function page(url) {
  if (!pages.has(url)) {
    const fetched = fetch(url).then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))));
    pages.set(url, fetched.then((text) => new DOMParser().parseFromString(text, "text/html")).catch(() => null));
  }
  return pages.get(url);
}

if (!customElements.get("interleave-review")) customElements.define("interleave-review", Review);
