// The same, with an addition that nobody can come in between.
// claim: lost == 0

export const additions = 1000000;

// Each of the two workers calls this. The number is shared[0].
export function A(shared) {
  for (let i = 0; i < additions; i++) {
    Atomics.add(shared, 0, 1);
  }
}

export const B = A;
