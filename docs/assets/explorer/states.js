/* Fetches the states of a program, as scripts.explore found them. */

/** The exploration. Throws an Error with a sentence for the reader. */
export async function states({ url, program, source }) {
  const text = await fetch(url)
    .then((answer) => (answer.ok ? answer.text() : Promise.reject()))
    .catch(() => {
      throw new Error("The steps of this program could not be fetched. Reload the page when you are online.");
    });
  let data;
  try {
    data = read(text);
  } catch {
    throw new Error("The file with the steps of this program is damaged. Reload the page to get it anew.");
  }
  if (data.program === program && data.source.startsWith(source)) return data;
  throw new Error("The steps that came are those of another version of this program. Reload the page.");
}

/** Throws when there is a hole in it: a walk trusts every number. */
function read(text) {
  const data = JSON.parse(text);
  const { names, outputs, nodes } = data.graph;
  const sound = ({ lines, values, go, blocked, output, end }) =>
    lines.length <= data.threads.length &&
    values.length === names.length &&
    typeof blocked === "object" &&
    typeof outputs[output] === "string" &&
    typeof end === "string" &&
    go.every(([slot, , to]) => slot in data.threads && (to === -1 || to in nodes));
  if (!nodes.length || !data.outcomes.length || !nodes.every(sound)) throw new Error();
  return data;
}
