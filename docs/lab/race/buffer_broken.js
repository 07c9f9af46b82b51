// Each worker writes 1, then reads what the other one wrote.
// claim: both_0 > 0

export const rounds = 10000; // in each run
const x = 0; // two places in the shared memory
const y = 64; // both hold 0 before each round

export function A(shared) {
  shared[x] = 1;
  return shared[y]; // r1
}

export function B(shared) {
  shared[y] = 1;
  return shared[x]; // r2
}
