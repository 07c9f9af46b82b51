/* <scheduler-lab>: the reader gives tasks to a scheduler. The words are in
   scripts/templates/scheduler.html; the set-up lives in the address. */

import { asked, copied, keep } from "./address.js";
import { attempt, get, says } from "./store.js";
import { chart, ms, told } from "./scheduler/chart.js";
import { fill, given, row } from "./scheduler/form.js";
import { reached } from "./scheduler/goals.js";
import { run } from "./scheduler/run.js";
import { FAIR, MOST, hog, letter, read, write } from "./scheduler/setup.js";

const ALL = -1; // the whole chart
const PACE = 700;
const OUTSIDE = ["hashchange", "resize"];
// Which policies look at a setting; the others are not asked for it.
const USED = { tick: FAIR, slice: FAIR, autogroup: FAIR, quantum: ["rr", "mlfq"], boost: ["mlfq"] };

class SchedulerLab extends HTMLElement {
  connectedCallback() {
    this.toggleAttribute("data-live", true);
    this.slider = this.one("[name=at]");
    this.measured = JSON.parse(this.dataset.measured);
    for (const link of this.all("[data-setup]")) link.href = `#lab=${link.dataset.setup}`;
    for (const type of ["click", "input"]) this.addEventListener(type, this);
    for (const type of OUTSIDE) window.addEventListener(type, this);
    for (const goal of this.all("[data-goal]")) this.mark(goal);
    if (this.hashchange()) return;
    this.load(this.one("[data-setup]").dataset.setup);
    this.one(`[id="${CSS.escape(location.hash.slice(1))}"]`)?.scrollIntoView();
  }

  disconnectedCallback() {
    for (const type of OUTSIDE) window.removeEventListener(type, this);
    this.pause();
  }

  handleEvent(event) {
    this[event.type](event);
  }

  /* What the reader does */

  click(event) {
    const link = event.target.closest("[data-setup]");
    const button = event.target.closest("[data-do]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      this.choose(link.dataset.setup);
    } else if (button && button.ariaDisabled !== "true") {
      this[button.dataset.do](button);
    }
  }

  input({ target }) {
    if (target !== this.slider) return this.edited();
    this.pause();
    this.step(+target.value);
  }

  /** What the address asks for; gives whether it asks at all. */
  hashchange() {
    const text = asked(this.id);
    if (text !== null && text !== this.address) {
      this.load(text);
      this.scrollIntoView();
    }
    return text !== null;
  }

  resize() {
    this.draw();
  }

  choose(address) {
    this.load(address);
    keep(this.id, this.address);
  }

  begin(button) {
    const goal = button.closest("[data-goal]");
    this.choose(goal.dataset.start);
    this.say(goal.firstChild.textContent);
    this.scrollIntoView();
    this.one("[name=policy]").focus({ preventScroll: true });
  }

  add() {
    this.one("tbody").append(row(this, hog(), this.setup.tasks.length));
    this.edited();
    this.all("[name=nice]").at(-1).focus();
  }

  remove(button) {
    const rows = [...this.one("tbody").rows];
    const at = rows.indexOf(button.closest("tr"));
    if (rows.length === 1) return this.say("One task has to stay.");
    fill(this, { ...this.setup, tasks: this.setup.tasks.toSpliced(at, 1) }, this.against);
    this.edited();
    this.all("[data-do=remove]")[Math.min(at, rows.length - 2)].focus();
  }

  async copy() {
    this.say((await copied(this.id, this.address)) ? "The link is copied." : "The link now stands in the address bar.");
  }

  /* The set-up: from an address, and from the form */

  load(text) {
    const { setup, against, wrong } = read(text.replaceAll("%2C", ",").replaceAll("%2F", "/"));
    const notes = wrong.length ? [`In this address, “${wrong.slice(0, 4).join("”, “")}” means nothing and was left out.`] : [];
    if (!setup.tasks.length) {
      notes.push("It has no tasks, so here are two that compute.");
      setup.tasks = [hog(), hog()];
    }
    fill(this, setup, against);
    this.turn(setup, against);
    this.say(notes.join(" "));
  }

  edited() {
    const { setup, against, wrong } = given(this);
    if (wrong.length) return this.say(wrong.join(" "));
    this.turn(setup, against);
    keep(this.id, this.address);
    const won = this.all("[data-goal]").filter((goal) => this.runs.some((run) => reached(goal.dataset, run)));
    this.say(won.map((goal) => this.win(goal)).join(" "));
  }

  /* What comes of it */

  /** Run it, and show all of it. */
  turn(setup, against) {
    this.pause();
    Object.assign(this, { setup, against, address: write(setup, against), at: ALL });
    const policies = [setup.policy, against].filter(Boolean);
    for (const [name, by] of Object.entries(USED)) this.one(`[data-field=${name}]`).hidden = !policies.some((one) => by.includes(one));
    this.one("[data-do=add]").ariaDisabled = setup.tasks.length >= MOST;
    this.runs = policies.map((policy) => run({ ...setup, policy }, this.one(`[value=${policy}]`).textContent, this.measured));
    this.moments = [...new Set(this.runs.flatMap(({ outcome }) => outcome.events.map((event) => event.at)))].sort((a, b) => a - b);
    this.slider.max = this.moments.length - 1;
    const links = this.all("[data-setup]");
    for (const link of links) link.ariaCurrent = link.dataset.setup === this.address ? "true" : null;
    this.one(".il-lab__look").textContent = links.find((link) => link.ariaCurrent)?.dataset.look ?? "";
    const box = this.one(".il-lab__runs");
    box.classList.toggle("is-two", against !== "");
    box.replaceChildren(...this.runs.map((one) => one.section));
    this.draw();
  }

  /** The pictures, as wide as there is room. */
  draw() {
    for (const [i, { setup, outcome, name, rows, picture }] of this.runs.entries()) {
      const words = rows.map(({ ran, waited }, task) => `${letter(task)} ran for ${ms(ran)} and waited for ${ms(waited)}`);
      picture.replaceChildren();
      picture.append(chart(setup, outcome, `lab-${i}`, [name, `${words.join("; ")}.`], Math.max(picture.clientWidth, 240)));
    }
    this.step(this.at);
  }

  win({ dataset, children: [words] }) {
    const mark = words.querySelector(".il-goal__won");
    if (mark.hidden) attempt(dataset.goal, dataset.version, true, this.address);
    mark.hidden = false;
    return `Goal reached: ${words.querySelector("b").textContent} ${says()}`;
  }

  mark({ dataset, children: [words] }) {
    const entry = get(dataset.goal);
    words.querySelector(".il-goal__won").hidden = entry?.version !== dataset.version;
  }

  /* Steps */

  back() {
    this.pause();
    this.step(this.at - 1);
  }

  forward() {
    this.pause();
    this.step(this.at + 1);
  }

  whole() {
    this.pause();
    this.step(ALL);
  }

  play() {
    if (this.timer) return this.pause();
    this.timer = setInterval(() => document.hidden || this.next(), PACE);
    if (this.at >= this.slider.max) this.at = ALL;
    this.next();
  }

  next() {
    this.step(this.at + 1);
    if (this.at >= this.slider.max) this.pause();
  }

  pause() {
    clearInterval(this.timer);
    this.timer = null;
    this.one("[data-do=play]").textContent = "Play";
  }

  step(to) {
    const { slider, moments } = this;
    this.at = Math.min(Math.max(to, ALL), moments.length - 1);
    const now = moments[this.at] ?? null;
    const all = now === null;
    for (const { setup, outcome, picture, section } of this.runs) {
      picture.firstChild.point(now);
      const [what, seen] = section.querySelectorAll("p");
      // While it plays, or the slider itself speaks, it would be said too often.
      what.ariaLive = this.timer || document.activeElement === slider ? "off" : "polite";
      [what.textContent, seen.textContent] = all ? [`${moments.length} moments. Play them, or step.`] : told(setup, outcome, now);
    }
    slider.value = this.at;
    slider.ariaValueText = all ? "all of it" : this.runs.map(({ section }) => section.querySelector("p").textContent).join(" ");
    this.one(".il-player__count").textContent = all ? "" : `${this.at + 1} of ${moments.length}`;
    this.one("[data-do=play]").textContent = this.timer ? "Pause" : "Play";
    this.one("[data-do=back]").ariaDisabled = this.at <= 0;
    this.one("[data-do=forward]").ariaDisabled = this.at >= moments.length - 1;
    this.one("[data-do=whole]").ariaDisabled = all;
  }

  /** To whoever looks and whoever listens. */
  say(words) {
    this.one("[role=status]").textContent = words;
  }

  one(selector) {
    return this.querySelector(selector);
  }

  all(selector) {
    return [...this.querySelectorAll(selector)];
  }
}

if (!customElements.get("scheduler-lab")) customElements.define("scheduler-lab", SchedulerLab);
