/* Whether a set-up does what a goal asks for: the twin of scripts/schedule/goals.py. */

import { MS, write } from "./setup.js";

const COMPARED = { "<": (a, b) => a < b, "<=": (a, b) => a <= b, "=": (a, b) => a === b, ">=": (a, b) => a >= b };

/** when: its conditions; start: the address at which it begins; run: { setup, figures, shares() }. */
export function reached({ when, start }, { setup, figures, shares }) {
  const tasksOf = (address) => address.slice(address.indexOf("/"));
  const value = (what, name = "A") => {
    const task = name.charCodeAt(0) - 65;
    if (what === "count") return setup.tasks.length;
    if (what === "length") return setup.length / MS;
    if (what in setup) return Number(setup[what]);
    if (what === "share") return shares()[task] ?? null;
    const time = figures[task]?.[what] ?? null;
    return setup.tasks[task]?.[what] ?? (time === null ? null : time / MS);
  };
  return when.split("; ").every((condition) => {
    if (condition === "kept") return tasksOf(write(setup)) === tasksOf(start);
    if (condition.startsWith("policy")) return condition.endsWith(setup.policy);
    const [, all, what, task, by, other, sign, wanted] = /^(all )?(\w+)(?: ([A-H]))?(?: \/ (\w+) ([A-H]))? ([<>=]+) (\S+)$/.exec(condition);
    const own = all ? setup.tasks.map((one) => one[what]) : [value(what, task)];
    const divisor = by ? value(by, other) : 1;
    return own.every((one) => one !== null && divisor && COMPARED[sign](one / divisor, Number(wanted)));
  });
}
