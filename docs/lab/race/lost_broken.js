// Two workers add one to the same number, a million times each.
// claim: lost > 0

export const additions = 1000000;

// Each of the two workers calls this. The number is shared[0].
export function A(shared) {
  for (let i = 0; i < additions; i++) {
    const seen = Atomics.load(shared, 0);
    Atomics.store(shared, 0, seen + 1);
  }
}

export const B = A;
