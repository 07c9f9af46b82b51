// The kinds of questions: what the reader gave, whether it is right, and what is
// said of it. Each makes of a quiz:
//   lacks()       what is missing before it can be judged, or undefined
//   judge()       { right, words, whys, chosen }
//   mark()        shows in the question what was wrong
//   retry()       makes room for another try
//   close()       the question is settled
//   open()        the question is asked anew

export const kinds = { single: choice, multiple: choice, outcomes: choice, order, typed, predict: typed, schedule };

const quoted = (text) => `“${text.trim()}”`;

/** A copy of what the author wrote under an option, with the option's text where it is wanted. */
function why(quiz, name, lead) {
  const written = quiz.querySelector(`.quiz-whys [data-option="${name}"] .quiz-why`);
  if (!written && !lead) return [];
  const told = document.createElement("div");
  told.className = "quiz-told";
  if (lead) {
    const head = document.createElement("b");
    head.textContent = `${lead} `;
    told.append(head);
  }
  told.append(...[...(written?.cloneNode(true).childNodes ?? [])]);
  return [told];
}

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
  const text = (input) => quoted(input.labels[0].textContent);
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
      const about = wrong.length ? wrong : chosen;
      return {
        right: !wrong.length && !missing,
        words,
        whys: about.flatMap((input) => why(quiz, input.value, one ? "" : `${text(input)}:`)),
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

function typed(quiz) {
  const inputs = [...quiz.querySelectorAll(".quiz-blank")];
  const expected = [...quiz.querySelectorAll(".quiz-whys [data-option]")].map((item) => ({
    name: item.dataset.option,
    text: item.querySelector(".quiz-expected")?.textContent,
  }));
  const wrong = () => inputs.filter((input) => !accepts(input));
  const about = (input) => expected.find((one) => one.text !== undefined && same(one.text, input.value)) ?? expected.find((one) => one.text === undefined);
  return {
    lacks() {
      const empty = inputs.find((input) => !input.value.trim());
      return empty && { words: inputs.length > 1 ? "Fill in every blank first." : "Type an answer first.", focus: empty };
    },
    judge() {
      const lost = wrong();
      const names = [...new Set(lost.map((input) => about(input)?.name).filter(Boolean))];
      const which = inputs.length > 1 ? `Wrong in ${lost.length} of ${inputs.length} blanks.` : "Wrong.";
      return { right: !lost.length, words: which, whys: names.flatMap((name) => why(quiz, name, "")), chosen: inputs.map((input) => input.value) };
    },
    mark() {
      for (const input of inputs) input.setAttribute("aria-invalid", String(!accepts(input)));
    },
    retry() {
      const first = wrong()[0] ?? inputs[0];
      first.focus();
      first.select();
    },
    close() {
      for (const input of inputs) {
        input.setAttribute("aria-invalid", String(!accepts(input)));
        input.readOnly = true;
      }
    },
    open() {
      for (const input of inputs) {
        input.readOnly = false;
        input.value = "";
        input.removeAttribute("aria-invalid");
      }
      inputs[0].focus();
    },
  };
}

const accepts = (input) => JSON.parse(input.dataset.accepted).some((one) => matches(one, input.value));

/** Whether a typed text is this answer: the same words, or a number that is near enough. */
export function matches({ text, number, within = 0, unit = "" }, given) {
  if (same(text, given)) return true;
  if (number === undefined) return false;
  const parts = /^\s*([-−+]?[\d.,]*\d(?:e[-+]?\d+)?)\s*(.*?)\s*$/i.exec(given);
  if (!parts || (parts[2] && !same(parts[2], unit))) return false;
  return Math.abs(numeral(parts[1]) - number) <= within + 1e-9 * Math.abs(number);
}

/** "12,000" is twelve thousand, "0,5" is a half. */
function numeral(text) {
  const plain = text.replace("−", "-");
  return Number(/^[-+]?\d{1,3}(,\d{3})+(\.|$|e)/i.test(plain) ? plain.replaceAll(",", "") : plain.replace(",", "."));
}

const same = (one, other) => normal(one) === normal(other);

/** Without what is no matter: case, blanks, empty lines round it. */
function normal(text) {
  const lines = text.normalize("NFKC").toLowerCase().split(/\r?\n/);
  return lines.map((line) => line.replace(/\s+/g, " ").trim()).join("\n").trim();
}

function order(quiz) {
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
        whys: name ? why(quiz, name, `${quoted(text(step))} comes too early.`) : [],
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
      const key = [...quiz.querySelectorAll(".quiz-whys [data-option]")].map((item) => item.dataset.option);
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
      if (above && clientY < middle(above)) above.before(step);
      else if (below && clientY > middle(below)) below.after(step);
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

/** The explorer in the question tells when its goal is reached. */
function schedule(quiz) {
  const reached = ({ detail }) => {
    // Instant navigation has taken the page away.
    if (!quiz.isConnected) window.removeEventListener("interleave:progress", reached);
    else if (detail?.id === quiz.dataset.goal && detail.entry?.last.right && quiz.state !== "done") {
      quiz.take({ right: true, words: "", whys: [], chosen: detail.entry.last.detail });
    }
  };
  window.addEventListener("interleave:progress", reached);
  quiz.querySelector(".quiz-show").hidden = false;
  return { close() {} };
}
