// What a term says when it is pointed at: Escape puts it away, until next time.

let listens = false;

/** Listen once for the whole visit. */
export function start() {
  if (listens) return;
  listens = true;
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    for (const term of document.querySelectorAll(".il-term:is(:hover, :focus)")) {
      term.dataset.quiet = "";
      for (const type of ["blur", "pointerleave"]) term.addEventListener(type, () => delete term.dataset.quiet, { once: true });
    }
  });
}
