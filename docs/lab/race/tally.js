// What came of several runs together.

const LEAST = 0.7; // per cent of a chart's width
const number = new Intl.NumberFormat("en-GB");

/** The facts of all runs, added up. */
export function sums(runs) {
  const total = {};
  for (const run of runs) {
    for (const [name, value] of Object.entries(run)) total[name] = (total[name] ?? 0) + value;
  }
  return total;
}

/** One sentence; scripts/lab/chart.py says the same of the recorded runs. */
export function sentence(runs) {
  const { additions, lost, rounds, both_0 } = sums(runs);
  if (additions) return `${number.format(lost)} of ${number.format(additions)} additions were lost.`;
  return `Both read 0 in ${number.format(both_0)} of ${number.format(rounds)} rounds.`;
}

/** How many, out of how many, belong into a row of the chart: data-fact, or data-over and data-upto. */
export function counted(runs, { fact, over, upto }) {
  const total = sums(runs);
  if (fact) return { n: total[fact], of: total.rounds };
  const share = ({ additions, lost }) => lost / additions;
  const inside = (run) => share(run) > Number(over) && share(run) <= Number(upto);
  return { n: runs.filter(inside).length, of: runs.length };
}

export const written = (n) => number.format(n);

/** The length of a bar; what is there can be seen. */
export const width = (n, of) => `${n && Math.max((100 * n) / of, LEAST)}%`;

/** "4.3 %"; what is there is never "0 %". */
export function percent(n, of) {
  const share = (100 * n) / of;
  return share > 0 && share < 0.1 ? "< 0.1 %" : `${Math.round(10 * share) / 10} %`;
}
