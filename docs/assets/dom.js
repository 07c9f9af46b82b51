// Elements in a line, and days in words.

/** An element with properties (a dash in the name makes an attribute) and children. */
export function h(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.includes("-")) made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.flat().filter((child) => child !== null && child !== ""));
  return made;
}

/** "3 Nov", with the year where it is another one. */
export function day(at) {
  const year = new Date(at).getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year }).format(at);
}

/** "1 question", "2 questions". */
export function count(n, what) {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}
