// The kinds of questions: what the reader gave, whether it is right, and what is
// said of it. Each makes of a quiz:
//   lacks()       what is missing before it can be judged, or undefined
//   judge()       { right, words, whys, chosen }
//   mark()        shows in the question what was wrong
//   retry()       makes room for another try
//   close()       the question is settled
//   open()        the question is asked anew

import { order } from "./order.js";
import { typed } from "./typed.js";
import { answers, quoted, why } from "./why.js";

export const kinds = { single: choice, multiple: choice, outcomes: choice, order, typed, predict: typed, schedule };

function label(row, tone) {
  row.querySelector(".quiz-mark")?.remove();
  row.classList.remove("quiz-is-right", "quiz-is-wrong");
  if (!tone) return;
  const mark = document.createElement("span");
  mark.className = "quiz-mark";
  mark.textContent = tone;
  row.append(mark);
  row.classList.add(`quiz-is-${tone}`);
}

function choice(quiz) {
  const inputs = [...quiz.querySelectorAll("fieldset input")];
  const right = (input) => input.dataset.correct === "true";
  const text = (input) => quoted(input.nextElementSibling.textContent);
  const about = (input) => answers(quiz)[inputs.indexOf(input)];
  const row = (input) => input.closest(".quiz-option");
  const one = quiz.dataset.kind === "single";
  return {
    lacks() {
      if (inputs.some((input) => input.checked)) return undefined;
      return { words: one ? "Choose an answer first." : "Tick what is right first.", focus: inputs[0] };
    },
    judge() {
      const chosen = inputs.filter((input) => input.checked);
      const wrong = chosen.filter((input) => !right(input));
      const missing = inputs.some((input) => right(input) && !input.checked);
      const words = wrong.length ? (one ? "Wrong." : "Wrong, not all of these.") : "Not complete: what you ticked is right, and something is missing.";
      const told = wrong.length ? wrong : chosen;
      return {
        right: !wrong.length && !missing,
        words,
        whys: told.flatMap((input) => why(about(input), one ? "" : `${text(input)}:`)),
        chosen: chosen.map((input) => input.value),
      };
    },
    mark() {
      for (const input of inputs) label(row(input), input.checked && !right(input) ? "wrong" : "");
    },
    retry() {
      for (const input of inputs) {
        if (one || !right(input)) input.checked = false;
        label(row(input), "");
      }
      inputs[0].focus();
    },
    close() {
      for (const input of inputs) {
        label(row(input), right(input) ? "right" : input.checked ? "wrong" : "");
        input.disabled = true;
      }
    },
    open() {
      for (const input of inputs) {
        input.disabled = input.checked = false;
        label(row(input), "");
      }
      inputs[0].focus();
    },
  };
}

/** The explorer in the question tells when its goal is reached. */
function schedule(quiz) {
  const reached = ({ detail }) => {
    // Instant navigation has taken the page away.
    if (!quiz.isConnected) window.removeEventListener("interleave:progress", reached);
    else if (detail?.id === quiz.dataset.goal && detail.entry?.last.right && !quiz.reached) {
      quiz.reached = true;
      quiz.take({ right: true, words: "", whys: [], chosen: detail.entry.last.detail });
    }
  };
  window.addEventListener("interleave:progress", reached);
  quiz.querySelector(".quiz-show").hidden = false;
  return { close() {} };
}
