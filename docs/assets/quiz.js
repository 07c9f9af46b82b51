// <interleave-quiz> and <interleave-results>. The page holds all that there is
// to read; this adds the verdict, the second try and the memory.

import { day, h } from "./dom.js";
import { kinds } from "./quiz/kinds.js";
import { row, sentence, tally } from "./standing.js";
import { attempt, forget, get, isDue, says } from "./store.js";

class Quiz extends HTMLElement {
  connectedCallback() {
    if (this.state) return;
    this.state = "open";
    this.answered = false; // since the page was opened
    for (const part of ["form", "said", "bar", "check", "show", "again", "answer"]) {
      this[part] = this.querySelector(`.quiz-${part}`);
    }
    this.ask = kinds[this.dataset.kind](this);
    this.form.addEventListener("submit", (event) => this.submitted(event));
    this.form.addEventListener("input", () => this.state === "wrong" && this.reopen());
    this.form.addEventListener("keydown", ({ key, ctrlKey, metaKey }) => {
      if (key === "Enter" && (ctrlKey || metaKey)) this.form.requestSubmit?.();
    });
    this.show.addEventListener("click", () => this.giveUp());
    this.again.addEventListener("click", () => this.restart());
    this.recall();
  }

  /** Enter or the button: check, or make room for another try. */
  submitted(event) {
    event.preventDefault();
    if (this.state === "wrong") {
      this.reopen();
      this.said.replaceChildren();
      this.ask.retry();
    } else if (this.state === "open") {
      const lack = this.ask.lacks();
      if (!lack) this.take(this.ask.judge());
      else {
        this.say("lack", lack.words);
        lack.focus?.focus();
      }
    }
  }

  /** Keep a verdict and say it. */
  take({ right, words, whys, chosen }) {
    const { quiz, version } = this.dataset;
    const entry = attempt(quiz, version, right, { again: this.answered, chosen });
    this.answered = true;
    if (right) return this.settle("right", entry.tries === 1 ? "Right, at the first try." : "Right.");
    this.say(words.startsWith("Wrong") ? "wrong" : "part", words, whys);
    this.ask.mark();
    this.show.hidden = false;
    this.state = "wrong";
    this.check.textContent = "Try again";
    this.recall();
  }

  /** The answer without having found it, which counts where an answer was wanted. */
  giveUp() {
    const { quiz, version } = this.dataset;
    const entry = get(quiz);
    const wanted = entry?.version !== version || (isDue(entry) && !this.answered);
    if (wanted) attempt(quiz, version, false, { shown: true });
    this.settle("shown", this.check ? "Here is the answer." : "Here is the explanation.");
  }

  reopen() {
    this.state = "open";
    this.said.classList.add("quiz-stale");
    this.check.textContent = "Check";
  }

  /** The end of the question: the answer, the explanation, and what was wrong with the rest. */
  settle(tone, words) {
    this.say(tone, words);
    this.state = "done";
    this.answered = true;
    this.ask.close();
    this.dataset.done = "";
    this.answer.open = true;
    this.show.hidden = true;
    if (this.check) this.check.hidden = !(this.again.hidden = false);
    this.recall();
    // Whoever has reached a goal is still at the explorer.
    if (this.check || tone === "shown") this.answer.querySelector(".quiz-result").focus();
  }

  restart() {
    this.state = "open";
    delete this.dataset.done;
    this.answer.open = false;
    this.said.replaceChildren();
    this.check.hidden = !(this.again.hidden = true);
    this.check.textContent = "Check";
    this.recall();
    this.ask.open();
  }

  /** What is known of the reader's answers, and a way to have it forgotten. */
  recall() {
    this.querySelector(".quiz-earlier")?.remove();
    const entry = get(this.dataset.quiz);
    const same = entry?.version === this.dataset.version;
    const words = [entry && this.state !== "wrong" ? this.remembered(entry, same) : "", this.trouble()];
    if (same && this.state === "open") this.show.hidden = false;
    if (!words.join("")) return;
    const button = h("button", { type: "button", className: "quiz-forget" }, "Forget this answer");
    button.addEventListener("click", () => this.forget());
    this.bar.append(h("p", { className: "quiz-earlier" }, words.filter(Boolean).join(" "), words[0] ? [" ", button] : ""));
  }

  remembered({ first, began, last, tries }, same) {
    if (!same) return "The right answer is another one since you answered this.";
    const [when, at] = this.answered ? ["", ""] : ["Answered earlier: ", (moment) => `, on ${day(moment)}`];
    const said = (words, moment) => `${when || "Kept: "}${words}${at ? at(moment) : ""}.`;
    if (first) return said("right at the first try", began);
    return last.right ? said(`right after ${tries} tries`, last.at) : said("not right yet", last.at);
  }

  forget() {
    forget(this.dataset.quiz);
    this.answered = this.reached = false;
    if (this.state === "done" && this.check) this.restart();
    this.recall();
    this.show.hidden = Boolean(this.check);
    this.say("lack", "Forgotten. This question is new again.");
    (this.check ?? this.show).focus();
  }

  /** Trouble with the store is told at the first question, and wherever an answer was not kept. */
  trouble() {
    return this.answered || document.querySelector("interleave-quiz") === this ? says() : "";
  }

  say(tone, words, more = []) {
    this.said.className = `quiz-said quiz-said-${tone}`;
    this.said.replaceChildren(h("p", { className: "quiz-verdict" }, words), ...more);
  }
}

/** How the reader stands on this page. */
class Results extends HTMLElement {
  connectedCallback() {
    this.fill ??= () => this.draw();
    window.addEventListener("interleave:progress", this.fill);
    this.fill();
  }

  disconnectedCallback() {
    window.removeEventListener("interleave:progress", this.fill);
  }

  draw() {
    const asks = [...document.querySelectorAll("interleave-quiz")].map((one) => ({
      id: one.dataset.quiz,
      version: one.dataset.version,
      href: `#${one.id}`,
      title: one.querySelector(".quiz-question").textContent.trim(),
    }));
    const title = h("p", { className: "quiz-sum-title" }, "Your answers on this page");
    this.replaceChildren(title, row(asks), h("p", {}, ...sentence(tally(asks)), ...this.links()));
  }

  /** Where the whole site's progress is, if it has such a page. */
  links() {
    const { progress } = this.dataset;
    return progress ? [" ", h("a", { href: progress }, "Your progress in all chapters")] : [];
  }
}

if (!customElements.get("interleave-quiz")) {
  customElements.define("interleave-quiz", Quiz);
  customElements.define("interleave-results", Results);
}
