/* What is fair: EEVDF, and a share like CFS's, over queues of tasks and groups. The twins of
   scripts/schedule/entity.py, eevdf.py and cfs.py, which say why. Every division rounds down,
   and nothing is lost beyond 2^53. */

import { UNIT } from "./setup.js";

/** a / b, rounded down. */
export function over(a, b) {
  const rest = a % b;
  return (a - rest) / b - (rest < 0);
}

/** The first that comes before all others, by the ranks of each. */
export function first(all, ranks) {
  return all.reduce((best, one) => {
    const [these, those] = [ranks(one), ranks(best)];
    const i = these.findIndex((rank, at) => rank !== those[at]);
    return these[i] < those[i] ? one : best;
  });
}

/** The sum of all products, divided by c and rounded down. */
function shared(pairs, c) {
  const sum = pairs.reduce((all, [a, b]) => all + a * b, 0);
  if (Number.isSafeInteger(sum)) return over(sum, c);
  const whole = pairs.reduce((all, [a, b]) => all + BigInt(a) * BigInt(b), 0n);
  return Number(whole / BigInt(c)) - (whole < 0n && whole % BigInt(c) !== 0n);
}

export class Entity {
  constructor(name, order, weight, task, idle = false) {
    Object.assign(this, { name, order, weight, task, idle, v: 0, deadline: 0, lag: 0, until: 0, ran: 0 });
  }

  /** What a time on a CPU counts. */
  virtual(time) {
    return over(time * UNIT, this.weight);
  }
}

export class Queue {
  constructor(cpu, group) {
    Object.assign(this, { cpu, group, entities: [], floor: 0 });
  }

  get load() {
    return this.entities.reduce((sum, one) => sum + one.weight, 0);
  }

  get least() {
    return Math.min(...this.entities.map((one) => one.v));
  }

  /** The virtual time at which everybody would be, had all been served at once. */
  get average() {
    const { least, entities } = this;
    return entities.length ? least + shared(entities.map((one) => [one.v - least, one.weight]), this.load) : this.floor;
  }

  /** All tasks, those of its groups as well. */
  get leaves() {
    return this.entities.flatMap((one) => one.inside?.leaves ?? one);
  }

  /** The queues from which those who run were picked. */
  get levels() {
    return this.current ? [this, ...(this.current.inside?.levels ?? [])] : [];
  }

  /** Who has the CPU: the group first, where there is one, then the task. */
  get running() {
    return this.levels.map((level) => level.current);
  }

  remove(one) {
    this.entities.splice(this.entities.indexOf(one), 1);
  }
}

export const eevdf = ({ slice, tick }) => ({
  place(queue, one, isNew) {
    const { load } = queue;
    one.v = queue.average - (load && shared([[one.lag, load + one.weight]], load));
    one.deadline = one.v + over(one.virtual(slice), isNew ? 2 : 1);
  },
  leave(queue, one) {
    const most = one.virtual(Math.max(2 * slice, tick));
    one.lag = Math.min(Math.max(queue.average - one.v, -most), most);
    queue.floor = Math.max(queue.floor, queue.average);
  },
  lingers: (queue, one) => one.v > queue.average,
  wake(queue, one) {
    if (one.v > queue.average) return;
    queue.remove(one);
    one.lag = 0;
    this.place(queue, one);
    queue.entities.push(one);
  },
  pick({ average, current, entities }) {
    if (current?.v <= average && current.v < current.until) return current;
    const owed = entities.filter((one) => one.v <= average);
    return first(owed, (one) => [one.deadline, one === current, one.order]);
  },
  chosen(one) {
    one.until = one.deadline;
  },
  charged({ current, entities }) {
    if (current.v < current.deadline) return false;
    current.deadline = current.v + current.virtual(slice);
    return entities.length > 1;
  },
  tick: ({ current, entities }) => entities.length > 1 && current.v >= current.until,
  preempts(queue, woken) {
    return this.pick(queue) === woken;
  },
  seen: ({ average, entities }) => entities.map((one) => [one.name, average - one.v, one.deadline - average]),
});

export const cfs = ({ slice }) => {
  const turn = ({ entities, load }, one) => Math.max(slice, over(Math.max(8, entities.length) * slice * one.weight, load));
  return {
    place(queue, one, isNew) {
      one.v = Math.max(one.v, queue.floor - (isNew ? 0 : 4 * slice));
    },
    pick: ({ current, entities }) => first(entities, (one) => [one.v, one === current, one.order]),
    chosen(one) {
      one.ran = 0;
    },
    charged(queue) {
      queue.floor = Math.max(queue.floor, queue.least);
      return false;
    },
    tick(queue) {
      const { current, entities } = queue;
      if (entities.length < 2) return false;
      const behind = Math.min(...entities.filter((one) => one !== current).map((one) => one.v));
      const own = turn(queue, current);
      return current.ran > own || (current.ran >= slice && current.v - behind > own);
    },
    preempts: ({ current }, woken) => current.v - woken.v > woken.virtual(over(slice * 4, 3)),
    migrate(one, old, queue) {
      one.v += queue.floor - old.floor;
    },
    seen: ({ least, entities }) => entities.map((one) => [one.name, one.v - least, 0]),
  };
};
