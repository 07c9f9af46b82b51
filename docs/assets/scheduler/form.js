/* The form: a set-up in its fields, and the set-up that stands in them. */

import { chip } from "./run.js";
import { SETUP, TASK, fault, letter, parsed, plain } from "./setup.js";

/** Write a set-up into the form of a lab. against: the policy beside it, or "". */
export function fill(lab, setup, against) {
  const values = { policy: setup.policy, against, ...texts(setup, SETUP) };
  for (const [name, value] of Object.entries(values)) lab.querySelector(`[name=${name}]`).value = value;
  lab.querySelector("[name=autogroup]").checked = setup.autogroup;
  lab.querySelector("tbody").replaceChildren(...setup.tasks.map((task, i) => row(lab, task, i)));
}

/** The row of a task. */
export function row(lab, task, i) {
  const made = lab.querySelector("template").content.firstElementChild.cloneNode(true);
  made.querySelector("th").append(chip(i));
  for (const field of made.querySelectorAll("[aria-label]")) field.ariaLabel += ` of ${letter(i)}`;
  for (const [name, value] of Object.entries(texts(task, TASK))) made.querySelector(`[name=${name}]`).value = value;
  made.querySelector("[name=idle]").checked = task.idle;
  return made;
}

/** What stands in the form: { setup, against, wrong }, the last in sentences. Marks what is wrong. */
export function given(lab) {
  const wrong = [];
  const taken = (within, rules) =>
    Object.fromEntries(
      Object.keys(rules).map((name) => {
        const field = within.querySelector(`[name=${name}]`);
        const value = field.value ? parsed(name, field.value) : NaN;
        const why = fault(name, value);
        if (why) wrong.push(`${field.ariaLabel ?? field.closest("label").textContent.trim().split(" ")[0]}: ${why}.`);
        field.ariaInvalid = why ? "true" : null;
        return [name, value];
      }),
    );
  const [policy, against] = [...lab.querySelectorAll("select")].map((one) => one.value);
  const setup = { ...taken(lab, SETUP), policy, autogroup: lab.querySelector("[name=autogroup]").checked };
  const rows = [...lab.querySelector("tbody").rows];
  setup.tasks = rows.map((one) => ({ ...taken(one, TASK), idle: one.querySelector("[name=idle]").checked }));
  return { setup, against: against === policy ? "" : against, wrong };
}

/** By name, the numbers as they stand in the form. */
function texts(one, rules) {
  return Object.fromEntries(Object.keys(rules).map((name) => [name, plain(name, one[name])]));
}
