/* A set-up that has run, and its place on the page: the picture's, the words', the table. */

import { h } from "../dom.js";
import { ms } from "./chart.js";
import { FAIR, byWeight, letter } from "./setup.js";
import { figures, longShares, simulate } from "./simulation.js";

/** A set-up that has run, with its place on the page. measured: shares by nice value. */
export function run(setup, name, measured) {
  const outcome = simulate(setup);
  const rows = figures(setup, outcome);
  let long;
  const shares = () => (long ??= longShares(setup));
  const picture = h("div", { className: "il-figure__picture" });
  const table = h("div", { className: "il-scroll", tabIndex: 0, role: "group", "aria-label": `Figures, ${name}` }, tabled(setup, rows, shares, measured));
  const section = h("section", { ariaLabel: name }, h("h3", {}, name), picture, h("p"), h("p", { className: "il-lab__seen" }), table);
  return { setup, outcome, name, figures: rows, rows, shares, picture, section };
}

function tabled(setup, rows, shares, measured) {
  const { tasks } = setup;
  const formula = FAIR.includes(setup.policy) && setup.cpus === 1 && tasks.every(({ burst }) => !burst) && byWeight(setup);
  const points = formula && measurement(setup, measured);
  const per = (share) => `${share.toFixed(2)} %`;
  const isEndless = ({ burst, sleep, rounds }) => !burst || (sleep && !rounds);
  const line = (kind, cells) => h("tr", {}, cells.map((one) => h(kind, kind === "th" ? { scope: "col" } : {}, one)));
  const heads = ["Task", "Waited", "Longest wait", "Response", "Turnaround", "Share", ...(formula ? ["By weight"] : []), ...(points ? ["Measured"] : [])];
  const body = rows.map(({ waited, longest, response, turnaround }, i) => {
    const share = isEndless(tasks[i]) ? per(shares()[i]) : "–";
    return line("td", [chip(i), ...[waited, longest, response, turnaround].map(ms), share, ...(formula ? [per(100 * formula[i])] : []), ...(points ? [per(points[i])] : [])]);
  });
  return h("table", { className: "il-table il-lab__figures" }, h("thead", {}, line("th", heads)), h("tbody", {}, body));
}

/** What chapter 7 measured of these two hogs, if it did. */
function measurement({ tasks, policy, autogroup }, measured) {
  const [one, other] = tasks;
  if (policy !== "eevdf" || tasks.length !== 2 || one.nice || one.idle || other.idle) return null;
  const share = autogroup && one.terminal !== other.terminal ? undefined : measured[other.nice];
  return share === undefined ? null : [100 - share, share];
}

/** A task's letter in its colour. */
export function chip(i) {
  return h("b", { className: "il-chip", "data-strand": letter(i) }, letter(i));
}
