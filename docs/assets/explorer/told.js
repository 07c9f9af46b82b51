/* What a moment of a walk is in words: for buttons, and for who listens. */

const ENDS = {
  finished: "The program has finished.",
  deadlock: "Deadlock: nobody can go on.",
  livelock: "Livelock: they can go on for ever, and none can finish.",
  error: "The program has ended with an error.",
};

/** What a thread does next, or why it cannot: {state, text}; scripts/seat.py says the same. */
export function next(walk, slot) {
  const { lines, blocked } = walk.node;
  const [, does, to] = walk.edge(slot) ?? [];
  if (to >= 0) return { state: "ready", text: does || "goes on" };
  if (to < 0) return { state: "blocked", text: `${does || "goes on"}: not complete, this was not explored` };
  if (slot in blocked) return { state: "blocked", text: blocked[slot] };
  if (slot >= lines.length) return { state: "unborn", text: "is not started yet" };
  return { state: "ended", text: "has ended" };
}

/** The shared values, with what they were before the last step where that is different. */
export function values(walk) {
  const before = walk.path.length ? walk.nodes[walk.path.at(-1).from].values : walk.node.values;
  return walk.data.graph.names.map((name, i) => {
    const value = walk.node.values[i];
    return { name, value, was: before[i] === value ? null : before[i] };
  });
}

/** The last step and what came of it, in a few words. */
export function step(walk) {
  const { slot, does, from } = walk.path.at(-1);
  const known = values(walk);
  const worthIt = known.length > 2 ? known.filter(({ was }) => was !== null) : known;
  const stopped = Object.entries(walk.node.blocked).filter(
    ([one, why]) => one !== "0" && walk.nodes[from].blocked[one] !== why,
  );
  const { outputs } = walk.data.graph;
  const [old, now] = [walk.nodes[from], walk.node].map(({ output }) => outputs[output]);
  const printed = now.startsWith(old) ? now.slice(old.length).trim() : now;
  return [
    `${name(walk, slot)} ${does}.`,
    ...worthIt.map((one) => `${one.name} is ${one.value}.`),
    ...stopped.map(([one, why]) => `${name(walk, Number(one))} ${why}.`),
    printed && `It printed: ${printed.split("\n").join("; ")}.`,
  ].filter(Boolean).join(" ");
}

/** Who can go on. */
export function choices(walk) {
  const names = walk.node.go.filter(([, , to]) => to >= 0).map(([slot]) => name(walk, slot));
  return names.length ? `${names.join(" or ")} can go on.` : "";
}

/** How it ended, once it has; "" before. */
export function ending(walk) {
  const number = walk.ending();
  return number < 0 ? "" : ENDS[walk.data.outcomes[number].end];
}

/** Why a walk along a schedule stopped before this letter. */
export function impossible(walk, letter) {
  const done = walk.path.length;
  const slot = walk.slot(letter);
  const why = slot < 0 ? "there is no such thread" : `${name(walk, slot)} ${next(walk, slot).text}`;
  const kept = ["", "The step before it was kept."][done] ?? `The ${done} steps before it were kept.`;
  return `Step ${done + 1} of this address, “${letter}”, is impossible: ${why}. ${kept}`.trim();
}

export function name(walk, slot) {
  return walk.data.threads[slot].letter;
}
