// Steps to put in order, with their buttons or by dragging.

import { answers, quoted, why } from "./why.js";

/** See kinds.js. */
export function order(quiz) {
  const list = quiz.querySelector(".quiz-steps");
  const steps = () => [...list.children];
  const before = JSON.parse(quiz.dataset.before);
  const text = (step) => step.querySelector(".quiz-text").textContent;
  const names = () => steps().map((step) => step.dataset.option);
  const early = () => {
    const at = names();
    return at.find((name) => before.some(([one, other]) => other === name && at.indexOf(one) > at.indexOf(other)));
  };
  arrange(quiz, list, text);
  return {
    lacks() {},
    judge() {
      const name = early();
      const step = steps().find((one) => one.dataset.option === name);
      return {
        right: !name,
        words: "Wrong, this order does not work.",
        whys: name ? why(answers(quiz).find((item) => item.dataset.option === name), `${quoted(text(step))} comes too early.`) : [],
        chosen: names(),
      };
    },
    mark() {
      const name = early();
      for (const step of steps()) step.classList.toggle("quiz-is-wrong", step.dataset.option === name);
    },
    retry() {
      for (const step of steps()) step.classList.remove("quiz-is-wrong");
      list.querySelector("button").focus();
    },
    close() {
      const key = answers(quiz).map((item) => item.dataset.option);
      if (early()) for (const name of key) list.append(steps().find((step) => step.dataset.option === name));
      for (const step of steps()) step.classList.remove("quiz-is-wrong");
      list.inert = true;
    },
    open() {
      list.inert = false;
      list.append(...steps().reverse());
      list.querySelector("button").focus();
    },
  };
}

/** Steps move with their buttons, and by dragging where there is a pointer. */
function arrange(quiz, list, text) {
  const changed = () => list.dispatchEvent(new Event("input", { bubbles: true }));
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    const step = button?.closest(".quiz-step");
    const beyond = button?.dataset.move === "1" ? step.nextElementSibling : step?.previousElementSibling;
    if (!button) return;
    if (beyond) beyond[button.dataset.move === "1" ? "after" : "before"](step);
    button.focus();
    const place = [...list.children].indexOf(step) + 1;
    quiz.say("moved", `${quoted(text(step))} is step ${place} of ${list.children.length}.`);
    changed();
  });
  list.addEventListener("pointerdown", (event) => {
    const step = event.target.closest(".quiz-step");
    if (!step || event.target.closest("button") || event.button) return;
    event.preventDefault();
    step.setPointerCapture(event.pointerId);
    step.classList.add("quiz-dragged");
    const move = ({ clientY }) => {
      const [above, below] = [step.previousElementSibling, step.nextElementSibling];
      const middle = (one) => one.getBoundingClientRect().top + one.offsetHeight / 2;
      // The others move: a step that left its place would lose the pointer.
      if (above && clientY < middle(above)) step.after(above);
      else if (below && clientY > middle(below)) step.before(below);
    };
    const drop = () => {
      step.classList.remove("quiz-dragged");
      step.removeEventListener("pointermove", move);
      changed();
    };
    step.addEventListener("pointermove", move);
    step.addEventListener("lostpointercapture", drop, { once: true });
  });
}
