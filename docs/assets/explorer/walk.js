/* A walk in the graph of one exploration: who goes, back again, and what is still in reach. */

export class Walk {
  /** data: an exploration as read; wins: numbers of the outcomes that reach the goal. */
  constructor(data, wins) {
    this.data = data;
    this.nodes = data.graph.nodes;
    this.path = []; // of {slot, does, from}
    this.at = 0;
    this.livelocked = this.withoutEnd();
    this.promising = this.leadingTo((at) => wins.includes(this.ending(at)));
  }

  get node() {
    return this.nodes[this.at];
  }

  /** The letters of the threads, in the order in which they went; m is the main thread. */
  get schedule() {
    return this.path.map(({ slot }) => this.code(slot)).join("");
  }

  code(slot) {
    return slot ? this.data.threads[slot].letter : "m";
  }

  slot(code) {
    return this.data.threads.findIndex((_, slot) => this.code(slot) === code);
  }

  /** What a thread does next and where that leads; undefined when it cannot go on. */
  edge(slot) {
    return this.node.go.find(([one]) => one === slot);
  }

  go(slot) {
    const [, does, to] = this.edge(slot) ?? [];
    if (!(to >= 0)) return false;
    this.path.push({ slot, does: does || "goes on", from: this.at });
    this.at = to;
    return true;
  }

  /** Back to the moment after so many steps. */
  rewind(length) {
    if (length < this.path.length) this.at = this.path[length].from;
    this.path.length = Math.min(length, this.path.length);
  }

  /** From the start along a schedule; gives the letter at which that is impossible, or "". */
  follow(schedule) {
    this.rewind(0);
    for (const letter of schedule) {
      if (!this.go(this.slot(letter))) return letter;
    }
    return "";
  }

  /** The number of the outcome that a moment is, or -1. */
  ending(at = this.at) {
    const { end, output } = this.nodes[at];
    const kind = end || (this.livelocked.has(at) ? "livelock" : "");
    const text = this.data.graph.outputs[output];
    return kind ? this.data.outcomes.findIndex((o) => o.end === kind && o.output === text) : -1;
  }

  /** After how many of the steps the goal was in reach for the last time. */
  lastChance() {
    const moments = [...this.path.map(({ from }) => from), this.at];
    return moments.findLastIndex((at) => this.promising.has(at));
  }

  /** The moments from which no end can be reached any more. */
  withoutEnd() {
    const open = this.leadingTo((at) => {
      const { end, go } = this.nodes[at];
      return end || go.some(([, , to]) => to < 0);
    });
    return new Set([...this.nodes.keys()].filter((at) => !open.has(at)));
  }

  /** The moments that are so, and all from which one of them can be reached. */
  leadingTo(isSo) {
    const before = this.nodes.map(() => []);
    this.nodes.forEach(({ go }, at) => go.forEach(([, , to]) => before[to]?.push(at)));
    const found = new Set([...this.nodes.keys()].filter(isSo));
    for (const at of found) before[at].forEach((one) => found.add(one));
    return found;
  }
}
