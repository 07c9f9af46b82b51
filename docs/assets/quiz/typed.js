// Blanks to fill in: words, numbers with a tolerance, and what a program prints.

import { answers, why } from "./why.js";

/** See kinds.js. */
export function typed(quiz) {
  const inputs = [...quiz.querySelectorAll(".quiz-blank")];
  const expected = answers(quiz).map((item) => ({
    item,
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
      const items = [...new Set(lost.map((input) => about(input)?.item).filter(Boolean))];
      const which = inputs.length > 1 ? `Wrong in ${lost.length} of ${inputs.length} blanks.` : "Wrong.";
      return { right: !lost.length, words: which, whys: items.flatMap((item) => why(item, "")), chosen: inputs.map((input) => input.value) };
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
