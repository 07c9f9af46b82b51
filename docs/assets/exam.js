// <interleave-exam>: draws a sheet of the page's questions. The number of the sheet
// stands in the address; the questions, the store and the verdicts are the quizzes' own.

import { asked, copied, keep } from "./address.js";
import { h } from "./dom.js";
import { row, sentence, tally } from "./standing.js";

const SIZE = 20;
const SHEETS = 10000;
const ALL = "all"; // the sheet that has every question

/** The names on a sheet: one of each chapter at least, then the next by lot. names: {chapter: [name]}. */
export function sheet(number, names, size = SIZE) {
  const lot = (name) => [hash(`${number} ${name}`), name];
  const drawn = Object.values(names).map((of) => of.map(lot).sort(byLot));
  const firsts = drawn.flatMap(([first]) => (first ? [first] : []));
  const rest = drawn.flatMap((of) => of.slice(1)).sort(byLot);
  return new Set([...firsts, ...rest.slice(0, Math.max(0, size - firsts.length))].map(([, name]) => name));
}

const byLot = ([one, a], [other, b]) => one - other || (a < b ? -1 : 1);

/** FNV-1a with a last stir, so that names that are alike do not get lots that are alike. */
function hash(text) {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ char.charCodeAt(0), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

class Exam extends HTMLElement {
  connectedCallback() {
    this.chapters = JSON.parse(this.dataset.chapters);
    this.quizzes = [...document.querySelectorAll("interleave-quiz")];
    this.end = document.querySelector(".il-exam__end");
    this.fill ??= () => this.result();
    this.addEventListener("click", this);
    window.addEventListener("hashchange", this);
    window.addEventListener("interleave:progress", this.fill);
    this.querySelector(".il-exam__what").hidden = true;
    this.querySelector(".il-buttons").hidden = false;
    this.hashchange();
  }

  disconnectedCallback() {
    window.removeEventListener("hashchange", this);
    window.removeEventListener("interleave:progress", this.fill);
  }

  handleEvent(event) {
    this[event.type](event);
  }

  /** The sheet that the address asks for; all questions where it asks for one of them. */
  hashchange() {
    const text = asked(this.id);
    if (/^\d{1,9}$/.test(text ?? "")) this.take(+text);
    else if (text === ALL || (location.hash.length > 1 && text === null)) this.all();
    else this.draw();
  }

  async click({ target }) {
    const what = target.closest("[data-do]")?.dataset.do;
    if (what === "draw") this.draw();
    if (what === "all") {
      keep(this.id, ALL);
      this.all();
    }
    if (what === "copy") this.say(`${this.told} ${(await copied(this.id, `${this.number}`)) ? "The link is copied." : "The link now stands in the address bar."}`);
  }

  draw() {
    this.take(Math.floor(Math.random() * SHEETS));
    keep(this.id, `${this.number}`);
  }

  take(number) {
    const names = this.chapters.map(({ name }) => [name, this.of(name).map((quiz) => quiz.dataset.quiz)]);
    this.number = number;
    const chosen = sheet(number, Object.fromEntries(names));
    this.show((quiz) => chosen.has(quiz.dataset.quiz));
    this.tell(`Sheet ${number}: ${chosen.size} of ${this.quizzes.length} questions, from every chapter.`);
  }

  all() {
    this.number = null;
    this.show(() => true);
    this.tell(`All ${this.quizzes.length} questions.`);
  }

  show(chosen) {
    for (const quiz of this.quizzes) quiz.classList.toggle("il-off", !chosen(quiz));
    this.querySelector("[data-do=copy]").hidden = this.number === null;
    this.querySelector("[data-do=all]").hidden = this.number === null;
    this.end.hidden = false;
    this.result();
  }

  /** The questions of a chapter: those whose ids begin with its name. */
  of(name) {
    return this.quizzes.filter((quiz) => quiz.dataset.quiz.startsWith(`exam-${name}-`));
  }

  /** How the sheet stands, and what to read again. */
  result() {
    const on = this.quizzes.filter((quiz) => !quiz.classList.contains("il-off")).map(ask);
    const chapters = this.chapters.map(({ name, title, url }) => {
      const own = on.filter(({ id }) => id.startsWith(`exam-${name}-`));
      const { later, missed } = tally(own);
      const again = later + missed ? [" Read again: ", h("a", { href: url }, title), "."] : [];
      return own.length ? h("li", {}, h("b", {}, title), row(own), h("span", {}, ...sentence(tally(own)), ...again)) : "";
    });
    const whole = h("p", {}, "In all: ", ...sentence(tally(on)));
    this.end.querySelector(".il-exam__result").replaceChildren(whole, h("ol", { className: "il-exam__chapters" }, chapters.filter(Boolean)));
  }

  tell(words) {
    this.told = words;
    this.say(words);
  }

  say(words) {
    this.querySelector(".il-exam__said").textContent = words;
  }
}

function ask(quiz) {
  const { quiz: id, version } = quiz.dataset;
  return { id, version, href: `#${quiz.id}`, title: quiz.querySelector(".quiz-question").textContent.trim() };
}

if (!customElements.get("interleave-exam")) customElements.define("interleave-exam", Exam);
