/* The fair scheduler's frame: a queue for each CPU, groups in it, ticks, and who moves where.
   The twin of scripts/schedule/fair.py, which says why. */

import { Entity, Queue, first, over } from "./rules.js";
import { NOBODY, UNIT, letter, weight } from "./setup.js";

export class Fair {
  constructor(setup, rules) {
    Object.assign(this, { setup, rules, groups: {}, ticks: [] });
    this.queues = Array.from({ length: setup.cpus }, (_, cpu) => new Queue(cpu));
    this.at = setup.tasks.map(() => 0);
    this.tasks = setup.tasks.map((task, i) => new Entity(letter(i), i, weight(task), i, task.idle));
  }

  add(task, now, isNew) {
    const one = this.tasks[task];
    if (one.delayed) {
      this.wake(one);
    } else {
      this.move(one, this.home(task));
      this.join(one, isNew);
    }
    one.since = now;
    const queue = this.queues[this.at[task]];
    if (!queue.current) return NOBODY;
    const isOver = this.charged(queue);
    return this.preempts(queue, one) || isOver ? queue.cpu : NOBODY;
  }

  ran(cpu, time) {
    for (const one of this.queues[cpu].running) {
      one.v += one.virtual(time);
      one.ran += time;
    }
  }

  stop(cpu, sleeps) {
    const queue = this.queues[cpu];
    this.charged(queue);
    this.quit(queue.running.at(-1), sleeps);
    for (const level of queue.levels) level.current = null;
  }

  due(cpu) {
    return this.ticks[cpu];
  }

  look(cpu, now) {
    this.ticks[cpu] = now + this.setup.tick;
    const queue = this.queues[cpu];
    const isOver = this.charged(queue);
    return queue.levels.map((level) => this.rules.tick(level)).includes(true) || isOver;
  }

  choose(cpu, now) {
    const root = this.queues[cpu];
    this.ticks[cpu] = (over(now, this.setup.tick) + 1) * this.setup.tick;
    const before = root.running;
    this.clear(root);
    if (!root.entities.length) this.pull(cpu);
    const picked = [];
    this.seen = [];
    for (let at = root; at?.entities.length; at = picked.at(-1).inside) {
      this.seen.push(...this.rules.seen(at));
      const one = this.rules.pick(at);
      if (one !== at.current) this.rules.chosen(one);
      at.current = one;
      picked.push(one);
    }
    for (const one of before) if (!picked.includes(one) && one.inside) one.inside.current = null;
    return picked.at(-1)?.task ?? NOBODY;
  }

  /** Take out who sleeps and is next: it owes nothing any more. */
  clear(root) {
    while (root.entities.length) {
      let at = root;
      let one = this.rules.pick(at);
      while (one.inside && !one.delayed) one = this.rules.pick((at = one.inside));
      if (!one.delayed) return;
      this.out(one);
      one.lag = Math.min(one.lag, 0);
      if (at.group && !at.entities.length) this.quit(at.group, true);
    }
  }

  quit(one, sleeps) {
    const { queue } = one;
    one.delayed = sleeps && this.rules.lingers?.(queue, one);
    if (one.delayed) return;
    this.out(one);
    if (queue.group && !queue.entities.length) this.quit(queue.group, sleeps);
  }

  out(one) {
    const { queue } = one;
    this.rules.leave?.(queue, one);
    queue.remove(one);
    if (queue.current === one) queue.current = null;
    one.queue = one.delayed = null;
  }

  join(one, isNew) {
    const cpu = this.at[one.task];
    let queue = this.queues[cpu];
    if (this.setup.autogroup) {
      const group = this.group(cpu, this.setup.tasks[one.task].terminal);
      if (!group.queue) this.enter(queue, group);
      else if (group.delayed) this.wake(group);
      queue = group.inside;
    }
    this.enter(queue, one, isNew);
  }

  enter(queue, one, isNew) {
    this.rules.place(queue, one, isNew);
    queue.entities.push(one);
    one.queue = queue;
  }

  wake(one) {
    this.rules.wake(one.queue, one);
    one.delayed = false;
  }

  group(cpu, terminal) {
    const made = (this.groups[[cpu, terminal]] ??= new Entity(`terminal ${terminal}`, terminal, UNIT, NOBODY));
    made.inside ??= new Queue(cpu, made);
    return made;
  }

  home(task) {
    const old = this.at[task];
    const load = (queue) => queue.leaves.reduce((sum, one) => sum + (one.delayed ? 0 : one.weight), 0);
    return first(this.queues, (queue) => [load(queue), queue.cpu !== old]).cpu;
  }

  move(one, cpu) {
    const old = this.at[one.task];
    if (cpu !== old) this.rules.migrate?.(one, this.queues[old], this.queues[cpu]);
    this.at[one.task] = cpu;
  }

  pull(cpu) {
    const running = this.queues.flatMap((queue) => queue.running);
    const waiting = this.queues.flatMap((queue) => queue.leaves).filter((one) => !one.delayed && !running.includes(one));
    if (!waiting.length) return;
    const one = first(waiting, (each) => [each.since, each.order]);
    this.quit(one, false);
    this.move(one, cpu);
    this.join(one);
  }

  /** Whether who woke up goes before who runs: compared where their ways part. */
  preempts(root, woken) {
    const { group } = woken.queue;
    const chain = group ? [group, woken] : [woken];
    const { running } = root;
    const at = chain.findIndex((one, i) => running[i] !== one);
    const [now, one] = [running[at], chain[at]];
    if (now.idle === one.idle) return this.rules.preempts(one.queue, one);
    if (now.idle) now.until = now.v;
    return now.idle;
  }

  charged(queue) {
    return queue.levels.map((level) => this.rules.charged(level)).includes(true);
  }
}
