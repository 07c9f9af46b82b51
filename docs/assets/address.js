/* A schedule in the page's address: #seat-races-deposit_broken=AAB */

/** The schedule that the address asks of a seat, or null. */
export function asked(id) {
  const [name, schedule] = location.hash.slice(1).split("=");
  return name === id && schedule !== undefined ? schedule : null;
}

/** Put a schedule there; an empty one leaves nothing. */
export function keep(id, schedule) {
  replace(schedule ? fragment(id, schedule) : location.pathname + location.search);
}

/** Copy the link; where the browser does not allow that, put it into the address. */
export async function copied(id, schedule) {
  const link = new URL(fragment(id, schedule), location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    replace(link);
    return false;
  }
}

function fragment(id, schedule) {
  return schedule ? `#${id}=${schedule}` : `#${id}`;
}

function replace(address) {
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // The browser has had enough of changes for a while.
  }
}
