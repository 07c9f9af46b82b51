/* The Gantt chart of a run, the twin of scripts/draw/gantt.py; and each moment in words. */

import { MS, NOBODY, letter } from "./setup.js";

const LOOKS = { runs: "filled", ready: "outlined", sleeps: "dotted" };
const WHAT = {
  arrives: "arrives",
  wakes: "wakes up",
  waits: "has to give up the CPU",
  sleeps: "goes to sleep",
  ends: "has ended",
};
const LINE = "first in line";
const WHY = { fifo: LINE, rr: LINE, sjf: "the shortest burst", mlfq: "first on the highest level", cfs: "the least virtual time", eevdf: "owed time, and the earliest deadline" };
// What the policy saw of each candidate.
const SEEN = {
  sjf: (a) => (a > 1000 * MS ? "without end" : ms(a)),
  mlfq: (a) => `level ${a + 1}`,
  cfs: (a) => `${ms(a)} ahead`,
  eevdf: (a, b) => `${a < 0 ? "owes" : "is owed"} ${ms(Math.abs(a))}, deadline ${b < 0 ? "passed" : `in ${ms(b)}`}`,
};

export const ms = (time) => (time === null ? "–" : `${+(time / MS).toFixed(2)} ms`);

/** All that happened at a moment, and the candidates of the last choice: [what, seen]. */
export function told({ policy, cpus }, { events }, at) {
  const now = events.filter((event) => event.at === at);
  const seen = now.findLast((event) => event.seen.length > 1)?.seen ?? [];
  const what = now.map(({ what, task, cpu, seen }) => {
    if (what !== "runs") return `${letter(task)} ${WHAT[what]}.`;
    return `${letter(task)} runs${cpus > 1 ? ` on CPU ${cpu + 1}` : ""}: ${seen.length > 1 ? WHY[policy] : "nobody else could"}.`;
  });
  const all = SEEN[policy] ? seen.map(([name, a, b]) => `${name} ${SEEN[policy](a, b)}`) : [];
  return [`At ${ms(at)}: ${what.join(" ") || "nothing changes here."}`, all.join("; ")];
}

/** The picture of a run; titles: its title and description. */
export function chart({ length, cpus, tasks }, { spans }, id, titles, width) {
  const left = cpus > 1 ? 56 : 36;
  const scale = (width - 2 - left) / length;
  const rows = [...(cpus > 1 ? ["CPU 1", "CPU 2"] : []), ...tasks.map((_, i) => letter(i))];
  const y = (name) => 13 + rows.indexOf(name) * 30;
  const x = (time) => left + time * scale;
  const bottom = 2 + rows.length * 30;
  const svg = make("svg", { width, height: bottom + 54, role: "img", "aria-labelledby": `${id}-0 ${id}-1` }, [
    ...["title", "desc"].map((tag, i) => make(tag, { id: `${id}-${i}` }, [titles[i]])),
    ...ticks(length / MS, (width - left) / 60).flatMap((at, i, all) => {
      const [place, isLast] = [x(at * MS), i === all.length - 1];
      const atEnd = place > width - 24;
      return [
        make("line", { x1: place, y1: 0, x2: place, y2: bottom + 5, class: "f-grid" }),
        make("text", { x: atEnd ? width : place, y: bottom + 18, class: `f-small f-${atEnd ? "end" : "middle"}` }, [isLast ? `${at} ms` : at]),
      ];
    }),
    ...rows.flatMap((name) => [head(name, y(name)), line(left, width - 2, y(name), "f-guide")]),
    line(left, width - 2, bottom, "f-axis"),
  ]);
  for (const span of spans) {
    const name = letter(span.task);
    const on = cpus > 1 && span.cpu !== NOBODY ? [name, `CPU ${span.cpu + 1}`] : [name];
    const bars = on.map((row) => bar(span.state, x(span.start), x(span.stop), y(row)));
    svg.append(Object.assign(make("g", { class: "il-event", "data-strand": name }, bars), { span }));
  }
  const states = Object.keys(LOOKS).filter((state) => spans.some((span) => span.state === state));
  const key = states.flatMap((state, i) => [bar(state, 2 + i * 80, 22 + i * 80, bottom + 39), make("text", { x: 28 + i * 80, y: bottom + 43 }, [state])]);
  const now = make("path", { class: "il-lab__now" });
  svg.append(make("g", { class: "f-key f-small" }, key), now);
  /** Show a moment, or with null all of them. */
  svg.point = (at) => {
    now.setAttribute("d", at === null ? "" : `M${x(at)} 0V${bottom}`);
    for (const group of svg.querySelectorAll(".il-event")) {
      group.classList.toggle("is-future", at !== null && group.span.start > at);
      group.classList.toggle("is-past", at !== null && group.span.stop <= at);
    }
  };
  return svg;
}

function bar(state, left, right, y) {
  if (state === "sleeps") return line(left, right, y, "f-dotted");
  const high = state === "runs" ? 12 : 8;
  return make("rect", { x: left, y: y - high / 2, width: Math.max(right - left, 1), height: high, class: `f-${LOOKS[state]}` });
}

function head(name, y) {
  const text = (x) => make("text", { x, y: y + 4.3, class: "f-small" }, [name]);
  if (name[1]) return text(1);
  return make("g", { class: "f-chip", "data-strand": name }, [make("rect", { x: 1, y: y - 11, width: 22, height: 22, rx: 5 }), text(12)]);
}

/** Round numbers from 0 to the end, at most so many. */
function ticks(end, most) {
  const power = 10 ** Math.floor(Math.log10(end / most));
  const step = [1, 2, 5, 10, 20].map((factor) => power * factor).find((one) => end / one <= most);
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, i) => +(i * step).toFixed(6));
}

const line = (left, right, y, look) => make("line", { x1: left, y1: y, x2: right, y2: y, class: look });

function make(tag, attributes, children = []) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
