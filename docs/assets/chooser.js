// <interleave-chooser>: questions one after another, until a rule fits. All words, and
// the rules as a table, are in the page; the answers so far stand in its address.

import { asked, copied, keep } from "./address.js";

/** What is asked, in order, and the answer, or null while one is missing. First rule first. */
export function walk(rules, given) {
  const questions = new Set();
  for (const [answer, when] of rules) {
    const lacks = Object.entries(when).find(([question, option]) => {
      questions.add(question);
      return given[question] !== option;
    });
    if (!lacks) return { questions, answer };
    if (!Object.hasOwn(given, lacks[0])) return { questions, answer: null };
  }
  return { questions, answer: null };
}

class Chooser extends HTMLElement {
  connectedCallback() {
    this.rules = JSON.parse(this.dataset.rules);
    this.form = this.querySelector("form");
    this.fields = [...this.querySelectorAll("fieldset")];
    this.form.hidden = false;
    this.form.addEventListener("change", this);
    this.form.addEventListener("click", this);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    window.addEventListener("hashchange", this);
    this.hashchange();
    this.draw();
  }

  disconnectedCallback() {
    window.removeEventListener("hashchange", this);
  }

  handleEvent(event) {
    this[event.type](event);
  }

  change() {
    const { answer, questions } = this.draw();
    keep(this.id, this.address());
    const next = this.fields.find((field) => questions.has(field.dataset.question) && !field.querySelector(":checked"));
    this.say(answer ? `Answer: ${this.row(answer).querySelector("a").textContent}.` : `Next question: ${next.querySelector("legend").textContent}`);
  }

  async click({ target }) {
    const what = target.closest("[data-do]")?.dataset.do;
    if (what === "copy") this.say((await copied(this.id, this.address())) ? "The link is copied." : "The link now stands in the address bar.", true);
    if (what === "restart") this.restart();
  }

  restart() {
    this.form.reset();
    this.draw();
    keep(this.id, "");
    this.say("All questions are open again.");
    this.form.querySelector("input").focus();
  }

  /** The answers that the address gives. */
  hashchange() {
    const text = asked(this.id);
    if (text === null) return;
    const names = text.replaceAll("%2C", ",").split(",");
    for (const input of this.form.querySelectorAll("input")) input.checked = names.includes(input.value);
    this.draw();
    this.scrollIntoView();
  }

  /** Show what is asked, and the answer if there is one. */
  draw() {
    const given = Object.fromEntries([...this.form.querySelectorAll(":checked")].map((input) => [input.name, input.value]));
    const found = walk(this.rules, given);
    for (const field of this.fields) field.hidden = !found.questions.has(field.dataset.question);
    for (const row of this.querySelectorAll("tbody tr")) row.classList.toggle("il-choose__fits", row.dataset.rule === found.answer);
    this.querySelector(".il-buttons").hidden = !Object.keys(given).length;
    this.show(found.answer);
    return found;
  }

  /** A copy of what the page says of this answer. */
  show(answer) {
    const result = this.querySelector(".il-choose__result");
    result.hidden = !answer;
    result.replaceChildren();
    const heading = answer && document.getElementById(`use-${answer}`);
    for (let one = heading; one && (one === heading || !/^H[1-6]$/.test(one.tagName)); one = one.nextElementSibling) {
      const copy = one.cloneNode(true);
      for (const part of [copy, ...copy.querySelectorAll("[id]")]) part.removeAttribute("id");
      for (const link of copy.querySelectorAll(".headerlink")) link.remove();
      result.append(copy);
    }
  }

  row(answer) {
    return this.querySelector(`[data-rule="${answer}"]`);
  }

  /** The options that count, as they stand in the address. */
  address() {
    return this.fields.filter((field) => !field.hidden).flatMap((field) => [...field.querySelectorAll(":checked")].map((input) => input.value)).join(",");
  }

  say(words, seen = false) {
    const status = this.querySelector("[role=status]");
    status.className = seen ? "il-choose__said" : "il-hidden";
    status.textContent = words;
  }
}

if (!customElements.get("interleave-chooser")) customElements.define("interleave-chooser", Chooser);
