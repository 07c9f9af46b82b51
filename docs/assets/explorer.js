/* <interleaving-explorer>: the reader's seat. scripts/seat.py writes all that stands in it;
   here it learns to walk. The states are fetched when the element comes near the view, when the
   address names it, or at the first press. */

import { asked, copied, keep } from "./address.js";
import { draw, replayable, verdict } from "./explorer/drawn.js";
import { states } from "./explorer/states.js";
import { attempt, get, says } from "./store.js";
import { choices, impossible, name, next, step } from "./explorer/told.js";
import { Walk } from "./explorer/walk.js";

const NEAR = "600px";
const OVER = "Undo, or start again.";
const KEYS = { U: "undo", BACKSPACE: "undo", R: "restart" };

class InterleavingExplorer extends HTMLElement {
  connectedCallback() {
    if (!this.dataset.url) return; // the graph was too large: the table is all there is
    const { signal } = (this.leaving = new AbortController());
    this.wins = (this.dataset.wins ?? "").split(",").filter(Boolean).map(Number);
    this.found = new Set();
    this.prepare();
    this.addEventListener("click", (event) => this.clicked(event), { signal });
    this.addEventListener("keydown", (event) => this.pressed(event), { signal });
    window.addEventListener("hashchange", () => this.openAddress(), { signal });
    this.near = new IntersectionObserver(([one]) => one.isIntersecting && this.load(), { rootMargin: NEAR });
    this.near.observe(this);
    this.openAddress();
  }

  disconnectedCallback() {
    this.leaving?.abort();
    this.near?.disconnect();
  }

  /** Endings are the reader's to find; examples can be replayed. */
  prepare() {
    this.toggleAttribute("data-live", true);
    this.how = this.one(".il-seat__how").textContent;
    if (!this.hasAttribute("data-mended")) this.rows().forEach((row) => row.classList.add("is-covered"));
    replayable(this);
    if (this.isWon()) this.showWon();
  }

  /* What was found */

  /** Once; gives whether there is something to walk in. */
  load() {
    this.near.disconnect();
    return (this.loading ??= states(this.dataset).then(
      (data) => {
        this.walk = new Walk(data, this.wins);
        this.draw();
        return true;
      },
      (error) => this.failed(error),
    ));
  }

  failed(error) {
    this.removeAttribute("data-live");
    const trouble = this.one(".il-seat__trouble");
    trouble.textContent = `${error.message} Until then, the table has all that was found.`;
    trouble.hidden = false;
    this.all("[data-schedule]").forEach((button) => (button.disabled = true));
    this.twin()?.toggleAttribute("data-shown", true);
    return false;
  }

  /* What the reader does */

  clicked({ target }) {
    const button = target.closest("button");
    const { slot, do: what, schedule } = button?.dataset ?? {};
    if (slot) this.step(Number(slot));
    else if (schedule) this.replay(schedule);
    else if (what) this[what]();
  }

  pressed(event) {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (target.closest("input, textarea, select, [contenteditable]")) return;
    const upper = key.toUpperCase();
    const button = this.all("button[data-slot]").find((one) => one.dataset.key === upper);
    const act = button ? "step" : KEYS[upper];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation(); // the theme has keys of its own
    if (!event.repeat || act === "undo") this[act](Number(button?.dataset.slot));
  }

  async step(slot) {
    if (!(await this.load())) return;
    if (!this.walk.go(slot)) return this.say(`${name(this.walk, slot)} ${next(this.walk, slot).text}.`);
    this.moved(step(this.walk));
    if (!this.won() || this.isWon()) return;
    attempt(this.dataset.goal, this.dataset.version, true, this.walk.schedule);
    if (says()) this.tell(says());
  }

  undo() {
    if (!this.walk?.path.length) return;
    this.walk.rewind(this.walk.path.length - 1);
    this.moved("Undone.");
  }

  restart() {
    if (!this.walk?.path.length) return;
    this.walk.rewind(0);
    this.moved("Back at the start.");
  }

  async replay(schedule) {
    if (!(await this.load())) return;
    this.walk.follow(schedule);
    this.moved("Replayed.");
    this.one(".il-seat__desk").scrollIntoView({ block: "nearest" });
  }

  /** Back to where the goal was in reach for the last time. */
  hint() {
    const kept = this.walk.lastChance();
    const { slot } = this.walk.path[kept];
    this.walk.rewind(kept);
    const where = kept ? `Back after step ${kept}` : "Back at the start";
    this.moved("");
    this.tell(`${where}: from here the goal is in reach. Last time you let ${name(this.walk, slot)} go.`);
  }

  mended() {
    const twin = this.twin();
    twin.scrollIntoView({ block: "start" });
    (twin.querySelector(".il-seat__desk") ?? twin).focus({ preventScroll: true });
  }

  reveal() {
    this.rows().forEach((row) => row.classList.remove("is-covered"));
    this.one("[data-do=reveal]").setAttribute("aria-disabled", true);
    this.twin()?.toggleAttribute("data-shown", true);
    this.say("All endings are shown.");
  }

  async copy() {
    if (!(await this.load())) return;
    const done = await copied(this.id, this.walk.schedule);
    this.tell(done ? "The link is copied." : "The link now stands in the address bar.");
  }

  /* The address */

  async openAddress() {
    const schedule = asked(this.id);
    if (schedule === null) return;
    this.toggleAttribute("data-shown", true);
    if (!(await this.load()) || schedule === this.walk.schedule) return;
    const wrong = this.walk.follow(schedule);
    this.moved("");
    this.scrollIntoView({ block: "start" });
    if (wrong) this.tell(impossible(this.walk, wrong));
  }

  /* The goal */

  won() {
    return this.wins.includes(this.walk.ending());
  }

  isWon() {
    const entry = get(this.dataset.goal);
    return entry?.last.right === true && entry.version === this.dataset.version;
  }

  showWon() {
    this.one(".il-seat__won").hidden = false;
    this.twin()?.toggleAttribute("data-shown", true);
  }

  /* What the reader sees and hears */

  /** After every change; what: the sentence on it. */
  moved(what) {
    const focused = this.contains(document.activeElement) && document.activeElement;
    this.draw();
    if (focused && !focused.checkVisibility()) this.one(".il-seat__desk").focus({ preventScroll: true });
    keep(this.id, this.walk.schedule);
    this.say(`${what} ${this.outlook()}`);
  }

  draw() {
    const { walk } = this;
    draw(this, walk);
    const number = walk.ending();
    const row = this.rows()[number];
    const won = this.won();
    const { goal, miss } = this.dataset;
    const word = won ? "Goal reached." : goal && number >= 0 ? miss : "";
    verdict(this, walk, { word, won, share: row?.dataset.share ?? "" });
    this.one("[data-do=hint]").hidden = won || !goal;
    this.one("[data-do=mended]").hidden = !won || !this.twin();
    this.one(".il-seat__how").textContent = number < 0 ? this.how : OVER;
    if (number >= 0) this.find(number, row);
    if (won) this.showWon();
  }

  find(number, row) {
    this.found.add(number);
    row?.classList.remove("is-covered");
    const count = this.one(".il-seat__count");
    if (count) count.textContent = this.found.size;
  }

  /** A sentence for everybody, until the next step. */
  tell(sentence) {
    this.one(".il-seat__how").textContent = sentence;
    this.say(`${sentence} ${this.outlook()}`);
  }

  /** The verdict, or who can go on. */
  outlook() {
    const told = this.one(".il-seat__verdict").textContent.trim();
    return told ? `${told} ${OVER}` : choices(this.walk);
  }

  /** A sentence for who listens. */
  say(sentence) {
    this.one("[role=status]").textContent = sentence.trim();
  }

  one(selector) {
    return this.querySelector(selector);
  }

  all(selector) {
    return [...this.querySelectorAll(selector)];
  }

  rows() {
    return this.all(".il-seat__endings tbody tr");
  }

  /** The seat of the mended program, where there is one. */
  twin() {
    return this.nextElementSibling;
  }
}

customElements.define("interleaving-explorer", InterleavingExplorer);
