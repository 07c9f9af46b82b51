/* <interleave-race>: a program of the lab, its runs and what came of them. scripts/lab/box.py
   writes all that stands in it. */

import { get, attempt, says } from "../../assets/store.js";
import { browser, cores } from "./about.js";
import { standing } from "./isolation.js";
import { Race } from "./race.js";
import { counted, percent, sentence, sums, width, written } from "./tally.js";

const REFUSED = "It cannot run in this browser. What it did in ours is recorded here:";

class Bench extends HTMLElement {
  connectedCallback() {
    this.runs = [];
    this.one("[data-do=run]").onclick = () => (this.race ? this.stop() : this.run());
    this.one("[data-do=clear]").onclick = () => this.clear();
    this.stand ??= () => this.draw();
    window.addEventListener("interleave:lab", this.stand);
    if (this.isWon()) this.one(".lab-won").hidden = false;
    this.draw();
  }

  disconnectedCallback() {
    window.removeEventListener("interleave:lab", this.stand);
    this.race?.end();
    this.race = null;
  }

  /* What the reader does */

  async run() {
    const race = (this.race = new Race(this.dataset.program));
    this.say("Running.");
    this.draw();
    try {
      for (let n = 0; n < this.dataset.runs && this.race === race; n++) {
        const facts = await race.run();
        if (facts && this.race === race) this.runs.push(facts);
        this.draw();
      }
    } catch (error) {
      if (this.race === race) this.over(`The workers did not run: ${error.message}`);
      race.end();
      return;
    }
    race.end();
    if (this.race === race) this.over("");
  }

  stop() {
    this.race.end();
    this.over("Stopped.");
  }

  clear() {
    if (this.race || !this.runs.length) return;
    this.runs = [];
    this.say("Cleared.");
    this.draw();
  }

  /* What comes of it */

  /** The end of some runs; why: the sentence on it, where there is something to say. */
  over(why) {
    this.race = null;
    const n = this.runs.length;
    const result = n ? `${n} ${n === 1 ? "run" : "runs"}. ${sentence(this.runs)}` : "";
    this.say([why, result, this.reached()].filter(Boolean).join(" "));
    this.draw();
  }

  /** Keeps that the goal was reached, once; gives a sentence for it. */
  reached() {
    const { goal, version, fact } = this.dataset;
    if (!goal || !(sums(this.runs)[fact] > 0) || this.isWon()) return "";
    attempt(goal, version, true);
    this.one(".lab-won").hidden = false;
    return `Goal reached. ${says()}`.trim();
  }

  isWon() {
    const { goal, version } = this.dataset;
    const entry = goal ? get(goal) : null;
    return entry !== null && entry.version === version && entry.last.right;
  }

  draw() {
    const how = standing();
    const open = how === "open";
    const some = this.runs.length > 0;
    this.one(".lab-row").hidden = !open;
    this.one(".lab-closed").hidden = open;
    if (!open && how !== "closed") this.one(".lab-closed").textContent = REFUSED;
    this.one("[data-do=run]").textContent = this.race ? "Stop" : `Run it ${this.dataset.runs} times${some ? " more" : ""}`;
    this.one("[data-do=clear]").setAttribute("aria-disabled", Boolean(this.race) || !some);
    this.one(".lab-own").hidden = !some;
    if (some) this.chart();
  }

  chart() {
    for (const row of this.querySelectorAll(".lab-own tbody tr")) {
      const { n, of } = counted(this.runs, row.dataset);
      row.querySelector("rect").setAttribute("width", width(n, of));
      row.querySelector(".lab-count").textContent = written(n);
      row.querySelector(".lab-share").textContent = percent(n, of);
    }
    const n = this.runs.length;
    this.one(".lab-own .lab-where").textContent = `observed on your machine · ${browser()} · ${cores()} · ${n} ${n === 1 ? "run" : "runs"}`;
  }

  say(sentence) {
    this.one("[role=status]").textContent = sentence;
  }

  one(selector) {
    return this.querySelector(selector);
  }
}

if (!customElements.get("interleave-race")) customElements.define("interleave-race", Bench);
