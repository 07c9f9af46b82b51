/* The player: steps through the events of a figure. Without it the figure shows all of them. */

import { h } from "./dom.js";

const WHOLE = -1; // before the first step, and when all is shown again
const PACE = 1000; // milliseconds for an event, and less where there are many
const LONGEST = 30_000; // for all of them

/** Put controls under the figures of a page that have none. */
export function start(document) {
  for (const figure of document.querySelectorAll(".il-figure[data-player]")) {
    figure.removeAttribute("data-player");
    if (figure.querySelector(".il-event")) new Player(figure);
  }
}

class Player {
  constructor(figure) {
    this.figure = figure;
    this.picture = figure.querySelector(".il-figure__picture");
    this.rows = [...figure.querySelectorAll("tbody tr")];
    this.groups = [...figure.querySelectorAll("svg .il-event")];
    // Where there is a row for each, in this order, only the rows have numbers.
    this.groups.forEach((group, i) => (group.dataset.event ??= number(this.rows[i])));
    this.events = [...new Set(this.groups.map(number))].sort((a, b) => a - b);
    this.at = WHOLE;
    this.build();
    this.show();
  }

  build() {
    this.listing = this.figure.querySelector(".il-figure__listing");
    this.code = this.listing && listing(this.listing);
    if (this.code) this.listing.replaceChildren(this.code);
    this.slider = h("input", { type: "range", min: WHOLE, max: this.events.length - 1, "aria-label": "Event" });
    this.slider.addEventListener("input", () => this.go(Number(this.slider.value)));
    this.slider.addEventListener("keydown", (event) => this.pressed(event));
    this.told = h("p", { className: "il-player__told" });
    this.count = h("span", { className: "il-player__count" });
    const button = (words, onclick) => h("button", { type: "button", onclick }, words);
    this.back = button("Back", () => this.go(this.at - 1));
    this.toggle = button("Play", () => (this.timer ? this.pause() : this.play()));
    this.on = button("Forward", () => this.go(this.at + 1));
    this.all = button("Show all", () => this.go(WHOLE));
    const controls = [this.back, this.toggle, this.on, this.slider, this.count, this.all];
    const row = h("div", { className: "il-player__controls", role: "group", "aria-label": "Player" }, controls);
    this.player = h("div", { className: "il-player" }, this.listing ?? "", this.told, row);
    const stage = h("div", { className: "il-player__stage" });
    this.picture.before(stage);
    this.figure.classList.remove("il-figure--narrow"); // there is more beside it now than its words
    stage.append(this.picture, this.player);
  }

  /** A press of the reader's: to a place, and no further. */
  go(at) {
    this.pause();
    this.turn(Math.min(Math.max(at, WHOLE), this.events.length - 1));
  }

  /** Show a moment, with the buttons where they were: the listing comes and goes above them. */
  turn(at) {
    const before = this.slider.getBoundingClientRect().top;
    this.at = at;
    if (this.listing) this.listing.hidden = at === WHOLE;
    this.player.classList.toggle("is-on", at !== WHOLE);
    this.show();
    window.scrollBy(0, this.slider.getBoundingClientRect().top - before);
    this.reveal();
  }

  pressed(event) {
    if (event.key !== " " || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.toggle.click();
  }

  play() {
    const last = this.events.length - 1;
    if (this.at >= last) this.at = WHOLE;
    this.timer = setInterval(() => this.tick(), Math.min(PACE, LONGEST / this.events.length));
    this.tick();
  }

  tick() {
    if (document.hidden) return;
    if (this.at + 2 >= this.events.length || !this.figure.isConnected) this.pause();
    this.turn(this.at + 1);
  }

  pause() {
    clearInterval(this.timer);
    this.timer = null;
    this.show();
  }

  show() {
    const { at, events, timer } = this;
    const now = events[at];
    for (const one of [...this.groups, ...this.rows]) {
      const n = number(one);
      one.classList.toggle("is-past", at !== WHOLE && n < now);
      one.classList.toggle("is-now", n === now);
      one.classList.toggle("is-future", at !== WHOLE && n > now);
    }
    const sentence = at === WHOLE ? `${events.length} events. Play them, or step.` : this.sentence(now);
    // While it plays, or the slider itself speaks, it would be said twice or too often.
    this.told.setAttribute("aria-live", timer || document.activeElement === this.slider ? "off" : "polite");
    this.told.textContent = sentence;
    this.count.textContent = at === WHOLE ? "" : `${at + 1} of ${events.length}`;
    this.slider.value = at;
    this.slider.ariaValueText = at === WHOLE ? "all" : `${at + 1} of ${events.length}: ${sentence}`;
    this.toggle.textContent = timer ? "Pause" : "Play";
    this.back.ariaDisabled = at <= 0;
    this.on.ariaDisabled = at >= events.length - 1;
    this.all.ariaDisabled = at === WHOLE;
    this.point(this.groups.find((one) => number(one) === now));
  }

  /** The event as the table tells it; where one row stands for several, that one. */
  sentence(now) {
    const cell = (head) => this.cell(now, head);
    return `${cell("Who")} ${cell("What") || cell("State")} (at ${cell("Time") || cell("From")})`;
  }

  cell(now, head) {
    const row = this.rows.findLast((one) => number(one) <= now) ?? this.rows[0];
    const heads = [...row.closest("table").querySelectorAll("th")].map((one) => one.textContent);
    return row.cells[heads.indexOf(head)]?.textContent ?? "";
  }

  /** The line of the program, with the letter of the one who is there. */
  point(group) {
    if (!this.code) return;
    const at = group && (group.dataset.line ?? this.cell(number(group), "Line"));
    for (const line of this.code.children) {
      const here = group && line.dataset.line === at;
      line.classList.toggle("is-at", Boolean(here));
      line.firstChild.replaceChildren(...(here ? [chip(group.dataset.strand)] : []));
      if (here) this.code.scrollTop = line.offsetTop - (this.code.clientHeight - line.offsetHeight) / 2;
    }
  }

  /** Bring the present event into view, where the figure is in view at all. */
  reveal() {
    const now = this.groups.find((one) => one.classList.contains("is-now"))?.querySelector("text");
    const box = this.picture.getBoundingClientRect();
    const below = this.player.getBoundingClientRect();
    const end = below.left < box.right ? Math.min(below.top, innerHeight) : innerHeight;
    if (!now || box.bottom < 0 || box.top > innerHeight) return;
    const { top, bottom, left, right } = now.getBoundingClientRect();
    window.scrollBy(0, Math.min(top - 80, 0) || Math.max(bottom - end + 24, 0));
    this.picture.scrollLeft += Math.min(left - box.left - 40, 0) || Math.max(right - box.right + 24, 0);
  }
}

/** Of a group, or of a row, which begins with it. */
function number(one) {
  return Number(one.dataset.event ?? one.cells[0].textContent);
}

/** The program's lines with their numbers, out of its card or of the figure itself. */
function listing(holder) {
  const { card, lines } = holder.dataset;
  const code = holder.querySelector("pre") ?? document.getElementById(card)?.querySelector(".il-code code");
  if (!code) return null;
  const rows = [[]];
  for (const node of code.childNodes) {
    const [first, ...more] = node.nodeType === Node.TEXT_NODE ? node.data.split("\n") : [node.cloneNode(true)];
    rows.at(-1).push(first);
    rows.push(...more.map((text) => [text]));
  }
  const numbers = lines.split(" ").flatMap((range) => {
    const [from, to = from] = range.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
  const made = numbers.map((at, i) => {
    const text = h("span", {}, rows[i]);
    const line = h("span", { "data-line": at }, h("i", { "aria-hidden": "true" }), text);
    line.style.setProperty("--in", `${text.textContent.search(/\S|$/)}ch`);
    return line;
  });
  return h("pre", { className: "il-listing highlight", tabIndex: 0, role: "group", ariaLabel: "The program" }, made);
}

function chip(letter) {
  return h("b", { className: "il-chip", "data-strand": letter }, letter);
}
