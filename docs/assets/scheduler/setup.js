/* Set-ups: tasks and a machine, their limits, their weights, and how they stand in an address
   (scripts/schedule/address.py says how). Times are whole nanoseconds. */

export const MS = 1e6;
export const NOBODY = -1;
export const FOREVER = Number.MAX_SAFE_INTEGER;
export const POLICIES = ["fifo", "sjf", "rr", "mlfq", "cfs", "eevdf"];
export const FAIR = ["cfs", "eevdf"];
export const MOST = 8;
export const UNIT = 1024; // the weight of nice 0

// name: [letter in an address, usual, least, most, unit]
export const SETUP = {
  length: ["w", 200, 10, 1000, MS],
  cpus: ["c", 1, 1, 2, 1],
  tick: ["k", 4, 1, 20, MS],
  slice: ["s", 2.8, 0.1, 100, MS],
  quantum: ["q", 10, 0.5, 500, MS],
  boost: ["o", 100, 10, 2000, MS],
};
export const TASK = {
  nice: ["n", 0, -20, 19, 1],
  arrives: ["a", 0, 0, 1000, MS],
  burst: ["b", 0, 0.25, 1000, MS],
  sleep: ["z", 0, 0.25, 1000, MS],
  rounds: ["x", 0, 0, 100, 1],
  terminal: ["t", 1, 1, 4, 1],
};
const SWITCHES = { autogroup: "g", idle: "i" };
const RULES = { ...SETUP, ...TASK };
const MAY_BE_ZERO = ["burst", "sleep", "boost"]; // which means never, or without end

// sched_prio_to_weight of kernel/sched/core.c, from nice -20 to 19.
const WEIGHTS = [
  88761, 71755, 56483, 46273, 36291, 29154, 23254, 18705, 14949, 11916, 9548, 7620, 6100, 4904, 3906, 3121, 2501, 1991, 1586, 1277,
  1024, 820, 655, 526, 423, 335, 272, 215, 172, 137, 110, 87, 70, 56, 45, 36, 29, 23, 18, 15,
];

const usual = (rules) => Object.fromEntries(Object.entries(rules).map(([name, [, value, , , unit]]) => [name, value * unit]));

/** A hog at nice 0. */
export const hog = () => ({ ...usual(TASK), idle: false });

export const letter = (number) => String.fromCharCode(65 + number);

export const weight = ({ nice, idle }) => (idle ? 3 : WEIGHTS[nice + 20]);

/** The formula: each one's share of one CPU that all of them want all the time. */
export function byWeight({ tasks, autogroup }) {
  const sum = (of) => of.reduce((all, task) => all + weight(task), 0);
  const groups = new Set(tasks.map((task) => task.terminal)).size;
  return tasks.map((task) =>
    autogroup ? weight(task) / sum(tasks.filter((one) => one.terminal === task.terminal)) / groups : weight(task) / sum(tasks),
  );
}

/** A number as a person writes it, and back. */
export const plain = (name, value) => String(Math.round(value) / RULES[name][4]);
export const parsed = (name, text) => Math.round(text * RULES[name][4] * 1e3) / 1e3;

/** What a number has to be, where it is not; else "". */
export function fault(name, value) {
  const [, , least, most, unit] = RULES[name];
  const zero = MAY_BE_ZERO.includes(name);
  const fits = Number.isInteger(value) && value >= least * unit && value <= most * unit;
  return fits || (zero && value === 0) ? "" : `${zero ? "0, or " : ""}${least} to ${most}`;
}

/** The address of a set-up, and of a second policy. */
export function write(setup, against = "") {
  const words = (one, rules) => [
    ...Object.entries(rules).map(([name, [sign, value, , , unit]]) => (one[name] === value * unit ? "" : sign + plain(name, one[name]))),
    ...Object.entries(SWITCHES).map(([name, sign]) => (one[name] ? sign : "")),
  ];
  const joined = (all) => all.filter(Boolean).join(",");
  return [joined([setup.policy, against, ...words(setup, SETUP)]), ...setup.tasks.map((task) => joined(words(task, TASK)) || "n0")].join("/");
}

/** What an address says; wrong: what in it means nothing. */
export function read(text) {
  const wrong = [];
  const take = (word, into, rules) => {
    const [, sign, digits] = /^([a-z])(-?\d{1,5}(?:\.\d{1,6})?)?$/.exec(word) ?? [];
    const name = Object.keys(digits ? rules : SWITCHES).find((one) => (digits ? rules[one][0] : SWITCHES[one]) === sign && one in into);
    const value = digits ? name && parsed(name, digits) : true;
    if (!name || (digits && fault(name, value))) wrong.push(word);
    else into[name] = value;
  };
  const [first, ...rest] = text.split("/").map((part) => part.split(",").filter(Boolean));
  const [policy = "eevdf", against = ""] = new Set(first.filter((word) => POLICIES.includes(word)));
  const setup = { ...usual(SETUP), policy, autogroup: false };
  for (const word of first) if (!POLICIES.includes(word)) take(word, setup, SETUP);
  wrong.push(...rest.slice(MOST).map((words) => words.join()));
  setup.tasks = rest.slice(0, MOST).map((words) => {
    const task = hog();
    for (const word of words) take(word, task, TASK);
    return task;
  });
  return { setup, against, wrong };
}
