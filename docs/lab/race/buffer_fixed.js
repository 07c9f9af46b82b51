// The same, written and read with Atomics.
// claim: both_0 == 0

export const rounds = 10000; // in each run
const x = 0; // two places in the shared memory
const y = 64; // both hold 0 before each round

export function A(shared) {
  Atomics.store(shared, x, 1);
  return Atomics.load(shared, y); // r1
}

export function B(shared) {
  Atomics.store(shared, y, 1);
  return Atomics.load(shared, x); // r2
}
