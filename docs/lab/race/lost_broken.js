// Two workers add one to a number, a million times each; many additions vanish.
// claim: lost > 0

export const additions = 1_000_000;

// Each of the two workers calls this. The number is shared[0].
export function A(shared) {
  for (let i = 0; i < additions; i++) {
    const seen = Atomics.load(shared, 0);
    Atomics.store(shared, 0, seen + 1);
  }
}

export const B = A;
