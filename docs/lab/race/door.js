// <interleave-door>: says whether the lab is open, and opens it.

import { h } from "../../assets/dom.js";
import { browser, cores, isParallel } from "./about.js";
import { helper, isGiven, open, standing, wasAskedFor } from "./isolation.js";

const RECORDED = "What the programs did on our machine is recorded below each of them.";
const TITLES = { open: "The lab is open", closed: "The lab is closed" };
const WORDS = {
  closed:
    "Browsers let workers share memory only on a page that is cut off from other sites. To open the lab, a small helper (a service worker) is put into your browser, for this page alone, and the page is loaded once more. Nothing is sent anywhere, and you can take the helper away again.",
  arrived: "The link that brought you here did not load this page anew, so it has to be loaded once more. Nothing else is in the way.",
  insecure: `This page did not come over HTTPS, and then browsers share no memory. ${RECORDED}`,
  blocked: `This browser has no service workers here: some have none in private windows, or a setting keeps them away. ${RECORDED}`,
  refused: `You asked for the lab, and this browser still lets the page share no memory. ${RECORDED}`,
  gone: "The helper is gone. The lab stays open until you leave this page.",
};

class Door extends HTMLElement {
  connectedCallback() {
    if (this.head) return;
    this.head = h("p", { className: "lab-title" });
    this.words = h("p", { role: "status" });
    this.button = h("button", { type: "button" });
    this.button.addEventListener("click", () => (standing() === "open" ? this.takeAway() : this.open()));
    this.replaceChildren(this.head, this.words, h("p", { className: "lab-row" }, this.button));
    this.draw();
    if (wasAskedFor()) this.focus();
  }

  async draw() {
    const how = standing();
    const inPlace = Boolean(await helper());
    const arrived = how === "closed" && (inPlace || (await isGiven()));
    const words = {
      open: opened(inPlace),
      closed: arrived ? WORDS.arrived : WORDS.closed,
    };
    const asks = {
      open: inPlace ? "Take the helper away" : "",
      closed: arrived ? "Load this page anew" : "Open the lab",
      refused: "Try again",
    };
    this.dataset.standing = how;
    this.head.textContent = TITLES[how] ?? "The lab stays closed";
    this.words.textContent = words[how] ?? WORDS[how];
    this.button.textContent = asks[how] ?? "";
    this.button.hidden = !asks[how];
    this.button.classList.toggle("lab-first", how === "closed");
  }

  async open() {
    if (this.opening) return;
    this.opening = true;
    this.words.textContent = "Opening. This page is loaded anew in a moment.";
    await open();
    this.opening = false;
    this.draw();
    this.dispatchEvent(new Event("interleave:lab", { bubbles: true }));
  }

  async takeAway() {
    await (await helper())?.unregister();
    this.words.textContent = WORDS.gone;
    this.button.hidden = true;
    this.focus();
  }
}

function opened(inPlace) {
  const by = inPlace ? "the helper" : "the server of this site";
  const few = isParallel() ? "" : " On one core the workers take turns: the second experiment will show nothing new.";
  return `You have ${browser()}, which reports ${cores()}. The page was cut off from other sites by ${by}.${few}`;
}

if (!customElements.get("interleave-door")) customElements.define("interleave-door", Door);
