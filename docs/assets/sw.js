/* The whole book in this browser, for a reader who asked for it (offline.js). The build writes
   before this which VERSION it is, and FILES: each file's path and a hash of what is in it.

   A version is kept in a cache of its own, whole or not at all. A newer one is fetched beside it,
   and takes over once no page of the old one is open: so an open page goes on as it began. */

const HERE = new URL("./", location.href);
const OURS = `interleave ${HERE.pathname} `; // other sites may share the origin, and the store
const NAME = OURS + VERSION;
const MARK = "X-Interleave-Hash";
const AT_ONCE = 6;

addEventListener("install", (event) => event.waitUntil(keepAll()));
addEventListener("activate", (event) => event.waitUntil(begin()));
addEventListener("fetch", (event) => {
  const path = asked(event.request);
  if (path !== null) event.respondWith(answer(event.request, path));
});

async function keepAll() {
  try {
    const cache = await caches.open(NAME);
    const before = await Promise.all((await others()).map((name) => caches.open(name)));
    const paths = Object.keys(FILES);
    const waiting = paths.values();
    let [done, lost] = [0, null];
    const work = async () => {
      for (const path of waiting) {
        if (lost) return;
        await cache.put(place(path), (await had(before, path)) ?? (await fetched(path)));
        tell({ done: ++done, all: paths.length });
      }
    };
    const ended = Array.from({ length: AT_ONCE }, () => work().catch((error) => (lost ??= error)));
    await Promise.all(ended);
    if (lost) throw lost;
  } catch (error) {
    await caches.delete(NAME);
    tell({ failed: String(error.message) });
    throw error;
  }
}

async function begin() {
  for (const name of await others()) await caches.delete(name);
  await clients.claim();
}

async function others() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME);
}

/** The same file out of an older version, or undefined. */
async function had(before, path) {
  for (const cache of before) {
    const found = await cache.match(place(path));
    if (found?.headers.get(MARK) === FILES[path]) return found;
  }
  return undefined;
}

/** Past the browser's own cache, and no other than what this version has. */
async function fetched(path) {
  const came = await fetch(place(path.replace(/(^|\/)index\.html$/, "$1")), { cache: "no-cache" });
  if (!came.ok) throw new Error(`${path} could not be fetched`);
  const body = await came.arrayBuffer();
  if ((await hash(body)) !== FILES[path]) throw new Error(`${path} is of another version`);
  const headers = new Headers(came.headers);
  headers.set(MARK, FILES[path]);
  return new Response(body, { headers });
}

async function hash(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(bytes.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The kept file that a request is for, or null. For a page that is not there, the one that says so. */
function asked(request) {
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(HERE.href)) return null;
  let path = decodeURIComponent(url.pathname.slice(HERE.pathname.length));
  if (path === "" || path.endsWith("/")) path += "index.html";
  if (Object.hasOwn(FILES, path)) return path;
  return request.mode === "navigate" ? "404.html" : null;
}

async function answer(request, path) {
  const kept = await (await caches.open(NAME)).match(place(path));
  if (path !== "404.html") return kept ?? fetch(request); // the reader may have dropped the store
  return fetch(request).catch(() => kept ?? Response.error());
}

function place(path) {
  return new URL(path, HERE).href;
}

async function tell(what) {
  const pages = await clients.matchAll({ includeUncontrolled: true, type: "window" });
  for (const page of pages) page.postMessage({ interleave: "offline", ...what });
}
