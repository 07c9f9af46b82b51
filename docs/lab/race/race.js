// A race: two workers on one program, over memory that both see.

import { programs } from "./programs.js";

const CELLS = 256;
const WORKER = new URL("worker.js", import.meta.url);

export class Race {
  constructor(program) {
    this.program = program;
    this.shared = new Int32Array(new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT));
    this.workers = [0, 1].map(() => new Worker(WORKER, { type: "module" }));
    this.ended = new Promise((resolve) => (this.resolve = resolve));
  }

  /** One run; gives its facts, or null when the race was ended. Throws where no worker starts. */
  async run() {
    const answers = this.workers.map((worker, me) => this.ask(worker, me));
    const both = await Promise.race([Promise.all(answers), this.ended]);
    return both && facts(programs[this.program], both);
  }

  /** Stop both workers, wherever they are. */
  end() {
    for (const worker of this.workers) worker.terminate();
    this.resolve(null);
  }

  ask(worker, me) {
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message || "The browser did not start the workers."));
      };
      worker.postMessage({ shared: this.shared, me, program: this.program });
    });
  }
}

/** What came of one run, in numbers; claims of the programs name them. */
function facts({ additions, rounds }, [a, b]) {
  if (additions) return { additions: 2 * additions, lost: 2 * additions - a.left };
  const of = { rounds, both_0: 0, a_0: 0, b_0: 0, both_1: 0 };
  const names = [["both_0", "a_0"], ["b_0", "both_1"]]; // by r1, then r2
  for (let round = 0; round < rounds; round++) of[names[a.returned[round]][b.returned[round]]] += 1;
  return of;
}
