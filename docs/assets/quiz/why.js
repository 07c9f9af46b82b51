// What the author wrote under an option.

export const quoted = (text) => `“${text.trim()}”`;

/** What the answer says of each option, as the author wrote them. */
export const answers = (quiz) => [...quiz.querySelectorAll(".quiz-whys > li")];

/** A copy of what the author wrote under an option, one of the answers, with a lead where it is wanted. */
export function why(option, lead) {
  const written = option.querySelector(".quiz-why");
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
