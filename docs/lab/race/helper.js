/* A service worker for this folder alone: it passes the page on, and the scripts of workers, with
   the two headers that let a page share memory between its workers. It keeps nothing, and asks
   nobody but this site. A host that sends the headers itself never needs it. */

const HEADERS = {
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Opener-Policy": "same-origin",
};

addEventListener("install", () => skipWaiting());

addEventListener("fetch", (event) => {
  const { destination, mode } = event.request;
  if (mode === "navigate" || destination === "worker") event.respondWith(passedOn(event.request));
});

async function passedOn(request) {
  const answer = await fetch(request);
  if (answer.type === "opaqueredirect" || !answer.ok) return answer;
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
  return new Response(answer.body, { headers, status: answer.status, statusText: answer.statusText });
}
