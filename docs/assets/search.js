/* The search travels when a reader first opens it. The theme starts its worker with every page and
   hands it the whole book at once; this stands in the worker's place until then. As long as the
   worker has not said that it is ready, the theme asks it nothing and says "Initializing search".

   A plain script before the theme's own, as it has to be there when the theme makes its worker. */
{
  const BOOK = new URL("../search/docs.json", document.currentScript.src);
  const LOST = "The search did not come. Type on to try again.";
  const SETUP = 0; // the theme's first message: how to search, and in what
  const Given = window.Worker;
  const toggle = document.getElementById("__search");
  const field = document.forms.search?.elements.query;

  class Late extends EventTarget {
    constructor(url) {
      super();
      window.Worker = Given; // only the theme's: its search is the first on a page to ask for one
      this.url = new URL(url, document.baseURI); // another page may stand here by then
      this.setup = new Promise((resolve) => (this.heard = resolve));
      toggle.addEventListener("change", () => toggle.checked && this.begin());
      field.addEventListener("keyup", () => this.begin());
    }

    postMessage(message) {
      if (message.type === SETUP) this.heard(message);
      else this.worker?.postMessage(message);
    }

    async begin() {
      if (this.worker) return;
      const worker = (this.worker = new Given(this.url));
      worker.addEventListener("error", () => this.lose(worker));
      worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
      try {
        const [docs, { data }] = await Promise.all([fetched(), this.setup]);
        worker.postMessage({ type: SETUP, data: { ...data, docs } });
      } catch {
        this.lose(worker);
      }
    }

    lose(worker) {
      if (this.worker !== worker) return;
      worker.terminate();
      this.worker = undefined;
      document.querySelector(".md-search-result__meta").textContent = LOST;
    }
  }

  async function fetched() {
    const answer = await fetch(BOOK);
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }

  if (Given && toggle && field) window.Worker = Late;
}
