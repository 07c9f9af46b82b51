// <interleave-offline>: the switch that keeps the whole book in this browser, and drops it again.

import { h } from "./dom.js";

const SITE = new URL("..", import.meta.url);
const WORKER = new URL("sw.js", SITE);
const OURS = `interleave ${SITE.pathname} `;
const NONE = "This browser keeps no books: some have no service workers in private windows, and none has them where a page did not come over HTTPS.";

class Offline extends HTMLElement {
  connectedCallback() {
    if (this.button) return;
    this.button = h("button", { type: "button", role: "switch", className: "md-button", textContent: "Keep the book in this browser" });
    this.button.addEventListener("click", () => (this.on() ? this.drop() : this.keep()));
    this.words = h("p", { role: "status" });
    this.replaceChildren(h("p", {}, this.button), this.words);
    this.hear = (event) => this.heard(event.data);
    navigator.serviceWorker?.addEventListener("message", this.hear);
    navigator.serviceWorker?.startMessages();
    this.look();
  }

  disconnectedCallback() {
    navigator.serviceWorker?.removeEventListener("message", this.hear);
  }

  on() {
    return this.button.getAttribute("aria-checked") === "true";
  }

  say(on, words) {
    this.button.setAttribute("aria-checked", String(on));
    this.words.textContent = words;
  }

  /** What is kept, and what there is. */
  async look() {
    if (!navigator.serviceWorker) {
      this.button.disabled = true;
      return this.say(false, NONE);
    }
    const registration = await registered();
    if (registration?.waiting && registration.active) {
      return this.say(true, `${await held()} A newer version is kept as well, and takes over when no page of the book is open any more.`);
    }
    if (registration?.active) return this.say(true, `${await held()} Any page opens without a network now.`);
    if (registration?.installing) return this.say(true, "Fetching the book.");
    const { files, bytes } = await offered();
    return this.say(false, files ? `Nothing is kept. It would be ${files} files, ${size(bytes)}.` : "Nothing is kept, and what there is to keep cannot be asked now.");
  }

  async keep() {
    this.say(true, "Fetching the book.");
    try {
      const registration = await navigator.serviceWorker.register(WORKER, { scope: SITE.pathname, updateViaCache: "none" });
      const worker = registration.installing ?? registration.waiting ?? registration.active;
      worker.addEventListener("statechange", () => this.isConnected && this.settled(worker));
    } catch {
      this.say(false, "The browser or the site's server would not have it. Nothing is kept.");
    }
  }

  settled(worker) {
    if (worker.state === "activated" || worker.state === "installed") this.look();
    if (worker.state === "redundant" && !this.failed) this.say(false, "It was broken off. Nothing is kept.");
  }

  heard({ interleave, done, all, failed }) {
    if (interleave !== "offline") return;
    this.failed = failed;
    if (failed) registered().then((one) => this.say(Boolean(one?.active), `It was broken off: ${failed}. ${one?.active ? "The version before it is still kept." : "Nothing is kept."}`));
    else this.words.textContent = `Fetching the book: ${done} of ${all} files.`;
  }

  async drop() {
    await (await registered())?.unregister();
    for (const name of await caches.keys()) if (name.startsWith(OURS)) await caches.delete(name);
    await this.say(false, "Nothing is kept any more.");
  }
}

async function registered() {
  const found = await navigator.serviceWorker.getRegistration(SITE.pathname);
  return found?.scope === SITE.href ? found : undefined;
}

/** How many files are kept, and how large they are. */
async function held() {
  const { files, bytes } = await offered();
  return `The whole book is kept here${files ? `: ${files} files, ${size(bytes)}` : ""}.`;
}

function offered() {
  return fetch(new URL("assets/offline.json", SITE)).then((answer) => answer.json()).catch(() => ({}));
}

function size(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

if (!customElements.get("interleave-offline")) customElements.define("interleave-offline", Offline);
