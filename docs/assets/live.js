// Brings the live parts of a page, and only those that it has.
const parts = {
  "interleaving-explorer": "./explorer.js",
  "scheduler-lab": "./scheduler.js",
  ".il-figure[data-player]": "./player.js",
  "interleave-offline": "./offline.js",
  "interleave-door": "../lab/race/door.js",
  "interleave-race": "../lab/race/bench.js",
  ".il-term": "./term.js",
  "[data-md-component=sidebar] nav": "./marks.js",
};

function bring() {
  for (const [selector, file] of Object.entries(parts)) {
    const found = document.querySelector(selector);
    // A part that starts by itself when it is loaded has no start().
    if (found) import(file).then((part) => part.start?.(document));
  }
}

// Material's instant navigation tells of each page; without it there is one.
if (window.document$) window.document$.subscribe(bring);
else bring();
