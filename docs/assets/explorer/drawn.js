/* Puts a moment of a walk on the page, into what scripts/seat.py wrote there. */

import { ending, name, next, values } from "./told.js";

/** Listing, threads, values, steps and output, as they are now. */
export function draw(seat, walk) {
  cursors(seat, walk);
  threads(seat, walk);
  shared(seat, walk);
  steps(seat, walk);
  const printed = seat.querySelector(".il-seat__output");
  printed.textContent = walk.data.graph.outputs[walk.node.output];
  printed.hidden = !printed.textContent;
  for (const button of seat.querySelectorAll("[data-do=undo], [data-do=restart]"))
    button.setAttribute("aria-disabled", !walk.path.length);
}

/** The verdict; share: the sentence on how many schedules end so. */
export function verdict(seat, walk, { word, share, won }) {
  const end = seat.querySelector(".il-seat__end");
  const told = ending(walk);
  end.hidden = !told;
  end.classList.toggle("is-won", won);
  const [first, rest] = end.querySelectorAll(".il-seat__verdict > *");
  first.textContent = word;
  rest.textContent = told && `${told} ${share}`;
}

/** The examples become buttons. */
export function replayable(seat) {
  for (const example of seat.querySelectorAll("span[data-schedule]")) {
    const button = element("button");
    button.type = "button";
    button.dataset.schedule = example.dataset.schedule;
    button.append(...example.childNodes, element("span", "replay"));
    example.replaceWith(button);
  }
}

function cursors(seat, walk) {
  const last = walk.path.at(-1)?.slot;
  for (const line of seat.querySelectorAll("[data-line]")) {
    const here = walk.node.lines.flatMap((at, slot) => (at === Number(line.dataset.line) ? [slot] : []));
    line.firstChild.replaceChildren(
      ...here.map((slot) => {
        const one = chip(walk, slot);
        one.dataset.state = slot === last ? "went" : next(walk, slot).state;
        return one;
      }),
    );
    line.classList.toggle("is-at", here.some((slot) => slot > 0));
  }
}

function threads(seat, walk) {
  for (const one of seat.querySelectorAll("[data-slot]")) {
    const { state, text } = next(walk, Number(one.dataset.slot));
    one.dataset.state = state;
    one.lastChild.textContent = text;
    if (one.localName === "button") one.setAttribute("aria-disabled", state !== "ready");
  }
}

function shared(seat, walk) {
  const rows = seat.querySelectorAll(".il-seat__values > div");
  values(walk).forEach(({ value, was }, i) => {
    rows[i].classList.toggle("is-changed", was !== null);
    rows[i].lastChild.replaceChildren(value, ...(was === null ? [] : [element("small", `was ${was}`)]));
  });
}

function steps(seat, walk) {
  const done = walk.path.map(({ slot, does }) => {
    const one = element("li");
    one.append(chip(walk, slot), " ", element("span", does));
    return one;
  });
  const list = seat.querySelector(".il-seat__path");
  list.replaceChildren(...done);
  list.scrollTo(list.scrollWidth, list.scrollHeight);
}

function chip(walk, slot) {
  const one = element("b", name(walk, slot));
  one.className = "il-chip";
  one.dataset.thread = slot;
  return one;
}

function element(kind, text = "") {
  const one = document.createElement(kind);
  one.textContent = text;
  return one;
}
