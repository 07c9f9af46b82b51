/* The simulation: time goes from one thing that happens to the next; and the figures of a run. The
   twin of scripts/schedule/simulation.py and figures.py: a test compares a thousand runs. */

import { Fair } from "./fair.js";
import { cfs, eevdf } from "./rules.js";
import { FOREVER, MS, NOBODY } from "./setup.js";
import { Levels, Line } from "./textbook.js";

const LONG = 10_000 * MS;
const MAKE = {
  fifo: (setup) => new Line(setup),
  sjf: (setup) => new Line(setup, 0, true),
  rr: (setup) => new Line(setup, setup.quantum),
  mlfq: (setup) => new Levels(setup),
  cfs: (setup) => new Fair(setup, cfs(setup)),
  eevdf: (setup) => new Fair(setup, eevdf(setup)),
};

/** What comes of a set-up: { spans, events }. */
export function simulate(setup) {
  const run = new Machine(setup);
  run.run();
  setup.tasks.forEach((_, task) => run.enter(task, null, NOBODY));
  run.spans.sort((a, b) => a.start - b.start || a.task - b.task);
  return { spans: run.spans, events: run.events };
}

class Machine {
  constructor(setup) {
    Object.assign(this, { setup, policy: MAKE[setup.policy](setup), now: 0, spans: [], events: [] });
    this.running = Array(setup.cpus).fill(NOBODY);
    this.lives = setup.tasks.map(({ burst, sleep, rounds, arrives }) => {
      return { left: burst || FOREVER, bursts: sleep ? rounds : 1, wakes: arrives, state: null, cpu: NOBODY, since: 0 };
    });
  }

  run() {
    const { length } = this.setup;
    for (;;) {
      this.endBursts();
      if (this.now === length) return;
      this.choose(new Set([...this.wake(), ...this.look()]));
      this.advance(Math.min(this.nextMoment(), length));
    }
  }

  nextMoment() {
    const moments = this.lives.map((life) => life.wakes);
    this.running.forEach((task, cpu) => {
      if (task !== NOBODY) moments.push(this.now + this.lives[task].left, this.policy.due(cpu));
    });
    return Math.min(...moments);
  }

  advance(to) {
    this.running.forEach((task, cpu) => {
      if (task === NOBODY) return;
      this.lives[task].left -= to - this.now;
      this.policy.ran(cpu, to - this.now);
    });
    this.now = to;
  }

  endBursts() {
    this.running.forEach((task, cpu) => {
      if (task === NOBODY || this.lives[task].left) return;
      const life = this.lives[task];
      const { burst, sleep } = this.setup.tasks[task];
      life.bursts -= 1;
      const sleeps = life.bursts !== 0;
      this.policy.stop(cpu, sleeps);
      this.running[cpu] = NOBODY;
      if (sleeps) Object.assign(life, { left: burst, wakes: this.now + sleep });
      this.enter(task, sleeps ? "sleeps" : null, NOBODY);
      this.tell(sleeps ? "sleeps" : "ends", task, cpu);
    });
  }

  wake() {
    return this.lives.flatMap((life, task) => {
      if (life.wakes !== this.now) return [];
      life.wakes = FOREVER;
      const isNew = life.state === null;
      this.enter(task, "ready", NOBODY);
      this.tell(isNew ? "arrives" : "wakes", task, NOBODY);
      return [this.policy.add(task, this.now, isNew)];
    });
  }

  look() {
    const due = [...this.running.keys()].filter((cpu) => this.running[cpu] !== NOBODY && this.policy.due(cpu) === this.now);
    return due.filter((cpu) => this.policy.look(cpu, this.now));
  }

  choose(asked) {
    this.running.forEach((before, cpu) => {
      if (before !== NOBODY && !asked.has(cpu)) return;
      const chosen = this.policy.choose(cpu, this.now);
      if (chosen === before) return;
      if (before !== NOBODY) {
        this.enter(before, "ready", NOBODY);
        this.tell("waits", before, cpu);
      }
      if (chosen !== NOBODY) {
        this.enter(chosen, "runs", cpu);
        this.tell("runs", chosen, cpu, this.policy.seen);
      }
      this.running[cpu] = chosen;
    });
  }

  enter(task, state, cpu) {
    const life = this.lives[task];
    const { now } = this;
    if (life.state !== null && life.since < now) {
      this.spans.push({ task, state: life.state, cpu: life.cpu, start: life.since, stop: now });
    }
    Object.assign(life, { state, cpu, since: now });
  }

  tell(what, task, cpu, seen = []) {
    this.events.push({ at: this.now, what, task, cpu, seen });
  }
}

const sum = (spans) => spans.reduce((all, { start, stop }) => all + stop - start, 0);

/** Of each task; null: not within the time that was watched. */
export function figures({ tasks }, { spans, events }) {
  return tasks.map(({ arrives }, task) => {
    const own = (state) => spans.filter((span) => span.task === task && span.state === state);
    const [runs, waits] = [own("runs"), own("ready")];
    const end = events.find((event) => event.task === task && event.what === "ends");
    return {
      ran: sum(runs),
      waited: sum(waits),
      longest: Math.max(0, ...waits.map((span) => sum([span]))),
      response: runs.length ? runs[0].start - arrives : null,
      turnaround: end ? end.at - arrives : null,
    };
  });
}

/** Each task's share of a CPU over ten seconds, in per cent. */
export function longShares(setup) {
  const long = { ...setup, length: LONG };
  return figures(long, simulate(long)).map(({ ran }) => (100 * ran) / LONG);
}
