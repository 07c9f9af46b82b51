/* One of the two workers of a race. A message starts a run: {shared, me, program}; the answer is
   what its part returned in each round, and what then stood in shared[0]. */

import { programs } from "./programs.js";

const DATA = [0, 64]; // what programs use; far apart, so that no two share a cache line
const MEET = [128, 192]; // how often each worker came
const BED = 255; // stays 0
const PATIENCE = 20_000; // looks, some tens of microseconds
const NAP = 0.1; // ms
let came = 0;

/** Both go on from here at the same time. They wait awake, for waking takes too long; only where
    the other one has no core, this one makes room for it. */
function meet(shared, me) {
  came += 1;
  Atomics.store(shared, MEET[me], came);
  for (let looks = 0; Atomics.load(shared, MEET[1 - me]) < came; looks++) {
    if (looks > PATIENCE) Atomics.wait(shared, BED, 0, NAP);
  }
}

onmessage = ({ data: { shared, me, program } }) => {
  const { A, B, rounds = 1 } = programs[program];
  const part = me ? B : A;
  const returned = new Uint8Array(rounds);
  for (let round = 0; round < rounds; round++) {
    if (!me) for (const at of DATA) shared[at] = 0;
    meet(shared, me);
    returned[round] = part(shared);
    meet(shared, me);
  }
  postMessage({ returned, left: shared[0] });
};
