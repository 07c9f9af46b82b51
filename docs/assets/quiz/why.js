// What the author wrote under an option.

export const quoted = (text) => `“${text.trim()}”`;

/** A copy of what the author wrote under an option, with the option's text where it is wanted. */
export function why(quiz, name, lead) {
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
