/* Policies of the textbooks: one line (first come first served, shortest job first, round robin),
   and the multi-level feedback queue. The twins of scripts/schedule/line.py and levels.py. */

import { FOREVER, NOBODY, letter } from "./setup.js";

export class Line {
  constructor(setup, quantum = 0, shortest = false) {
    Object.assign(this, { setup, quantum, shortest, line: [], running: Array(setup.cpus).fill(NOBODY), ends: [] });
  }

  add(task) {
    this.line.push(task);
    return NOBODY;
  }

  ran() {}

  stop(cpu) {
    this.running[cpu] = NOBODY;
  }

  due(cpu) {
    return this.quantum ? this.ends[cpu] : FOREVER;
  }

  look(cpu, now) {
    this.ends[cpu] = now + this.quantum;
    return this.line.length > 0;
  }

  choose(cpu, now) {
    if (this.running[cpu] !== NOBODY) this.line.push(this.running[cpu]);
    const ranks = this.line.map((task, place) => (this.shortest ? this.setup.tasks[task].burst || FOREVER : place));
    this.seen = this.line.map((task, place) => [letter(task), ranks[place], 0]);
    const [chosen = NOBODY] = this.line.splice(ranks.indexOf(Math.min(...ranks)), this.line.length && 1);
    this.running[cpu] = chosen;
    this.ends[cpu] = now + this.quantum;
    return chosen;
  }
}

export class Levels {
  constructor(setup) {
    Object.assign(this, { setup, lines: [[], [], []], lifts: setup.boost, running: Array(setup.cpus).fill(NOBODY), clock: [] });
    this.level = setup.tasks.map(() => 0);
    this.used = setup.tasks.map(() => 0);
  }

  add(task, now) {
    this.lift(now);
    this.lines[this.level[task]].push(task);
    if (this.running.includes(NOBODY)) return NOBODY;
    const levels = this.running.map((one) => this.level[one]);
    const lowest = Math.max(...levels);
    return lowest > this.level[task] ? levels.indexOf(lowest) : NOBODY;
  }

  ran(cpu, time) {
    this.used[this.running[cpu]] += time;
    this.clock[cpu] += time;
  }

  stop(cpu) {
    this.sink(this.running[cpu]);
    this.running[cpu] = NOBODY;
  }

  due(cpu) {
    const task = this.running[cpu];
    const left = this.clock[cpu] + this.quantum(task) - this.used[task];
    return Math.min(left, this.lifts || FOREVER);
  }

  look(cpu, now) {
    this.lift(now);
    return this.sink(this.running[cpu]);
  }

  choose(cpu, now) {
    const before = this.running[cpu];
    if (before !== NOBODY) {
      const line = this.lines[this.level[before]];
      line.splice(this.used[before] ? 0 : line.length, 0, before);
    }
    this.seen = this.lines.flatMap((line, level) => line.map((task) => [letter(task), level, 0]));
    this.clock[cpu] = now;
    return (this.running[cpu] = this.lines.find((line) => line.length)?.shift() ?? NOBODY);
  }

  quantum(task) {
    return this.setup.quantum * 2 ** this.level[task];
  }

  sink(task) {
    if (this.used[task] < this.quantum(task)) return false;
    this.level[task] = Math.min(this.level[task] + 1, 2);
    this.used[task] = 0;
    return true;
  }

  lift(now) {
    if (!this.lifts || now < this.lifts) return;
    while (this.lifts <= now) this.lifts += this.setup.boost;
    this.level.fill(0);
    this.used.fill(0);
    this.lines = [this.lines.flat(), [], []];
  }
}
