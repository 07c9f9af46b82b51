/* Whether this page may share memory between workers, and the way there. Browsers ask for a page
   that is cut off from other sites: "cross-origin isolated", by two headers it must come with. */

const FOLDER = new URL(".", import.meta.url).href;
const HELPER = new URL("helper.js", import.meta.url);
// Kept while the page is loaded anew. Not in sessionStorage: browsers keep one for isolated pages
// and one for others, so that what one of them takes away is still there for the other.
const MARK = "interleave-lab-race";
const PATIENCE = 10_000; // ms
const FRESH = 60_000;
const reloaded = taken();
let failed = reloaded && !isOpen();

/** "open"; "closed": it can be asked for; or why it cannot be had: "insecure", "blocked", "refused". */
export function standing() {
  if (isOpen()) return "open";
  if (!isSecureContext) return "insecure";
  if (!navigator.serviceWorker) return "blocked";
  return failed ? "refused" : "closed";
}

/** Whether this page was loaded anew because the reader opened the lab. */
export const wasAskedFor = () => reloaded;

/** Whether loading the page anew is enough: its host sends the headers, and it came by instant
    navigation, with those of the page before it. */
export async function isGiven() {
  const [came] = performance.getEntriesByType("navigation");
  if (!came || came.name.startsWith(FOLDER)) return false;
  const { headers } = await fetch(FOLDER, { method: "HEAD" }).catch(() => new Response());
  return headers.has("Cross-Origin-Embedder-Policy") && headers.has("Cross-Origin-Opener-Policy");
}

/** Load the page anew, with the helper in place where the host sends no headers. Only a reader's
    click comes here, so nothing can go round in circles. Gives the standing where there was no way. */
export async function open() {
  try {
    if (!(await isGiven())) {
      await ready(await navigator.serviceWorker.register(HELPER, { scope: FOLDER }));
    }
  } catch {
    failed = true;
    return standing();
  }
  mark();
  location.reload();
  return new Promise(() => {}); // the page is about to go
}

/** The helper's registration, where it is in place. */
export async function helper() {
  const found = await navigator.serviceWorker?.getRegistration(FOLDER).catch(() => undefined);
  return found?.scope === FOLDER ? found : undefined;
}

function isOpen() {
  return Boolean(globalThis.crossOriginIsolated) && typeof SharedArrayBuffer === "function";
}

/** Not navigator.serviceWorker.ready: a page that came by instant navigation would wait for ever. */
function ready(registration) {
  return new Promise((resolve, reject) => {
    setTimeout(reject, PATIENCE);
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    const look = () => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject();
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

function mark() {
  try {
    localStorage.setItem(MARK, String(Date.now()));
  } catch {
    // Then the next page does not know that it was asked for, and offers it again.
  }
}

function taken() {
  try {
    const asked = Number(localStorage.getItem(MARK));
    localStorage.removeItem(MARK);
    return Date.now() - asked < FRESH;
  } catch {
    return false;
  }
}
