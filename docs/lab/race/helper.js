/* A service worker for this folder alone: it passes the page on, and the scripts of workers, with
   the two headers that let a page share memory between its workers. It keeps nothing, and asks
   nobody but this site. A host that sends the headers itself never needs it. Without a network it
   gives what the reader let the book's own worker keep (sw.js), which answers for no page here. */

const HEADERS = {
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Opener-Policy": "same-origin",
};

addEventListener("install", () => skipWaiting());

addEventListener("fetch", (event) => {
  const { destination, mode } = event.request;
  const opens = mode === "navigate" || destination === "worker";
  event.respondWith(opens ? passedOn(event.request) : fetched(event.request));
});

async function fetched(request) {
  try {
    return await fetch(request);
  } catch (lost) {
    const url = new URL(request.url);
    if (url.pathname.endsWith("/")) url.pathname += "index.html";
    const kept = await caches.match(url, { ignoreSearch: true });
    if (kept) return kept;
    throw lost;
  }
}

async function passedOn(request) {
  const answer = await fetched(request);
  if (answer.type === "opaqueredirect" || !answer.ok) return answer;
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
  return new Response(answer.body, { headers, status: answer.status, statusText: answer.statusText });
}
