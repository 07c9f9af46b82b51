"""The policy of the pages, in a real browser. Each page's own visit tells what it forbids."""

from tests.site.conftest import KINDS, Tab, every_kind_of_page
from tests.site.tiny import exceptions

# A script that nobody wrote, in each of the ways in which one comes into a page.
INTRUDE = """async () => {
  const told = [];
  document.addEventListener("securitypolicyviolation", (e) => told.push(e.violatedDirective));
  window.ran = [];
  const script = document.createElement("script");
  script.textContent = "window.ran.push('inline')";
  document.body.append(script);
  const image = document.createElement("img");
  image.setAttribute("onerror", "window.ran.push('handler')");
  image.src = "data:,";
  document.body.append(image);
  await import("data:text/javascript,window.ran.push('data')").catch(() => {});
  try { new Function("window.ran.push('string')")(); } catch {}
  await fetch("https://example.org/").catch(() => {});
  await new Promise((done) => setTimeout(done, 100));
  return { ran: window.ran, told: [...new Set(told)].sort() };
}"""


@every_kind_of_page
def test_no_script_runs_but_the_site_s_own(tab: Tab, address: str) -> None:
    found = tab.visit(address).evaluate(INTRUDE)
    assert found["ran"] == []
    assert {"connect-src", "script-src-attr", "script-src-elem"} <= set(found["told"])


LISTEN = """() => {
  window.told = [];
  document.addEventListener("securitypolicyviolation", (e) => window.told.push(e.blockedURI));
}"""


def test_a_page_that_comes_by_instant_navigation_breaks_no_rule(tab: Tab) -> None:
    with tab.instant():
        page = tab.visit("")
        page.wait_for_load_state("networkidle")  # the theme has read the sitemap
        page.evaluate(LISTEN)
        # The navigation names the labs' pages while one of them is open.
        for address in [KINDS[1], "lab/", *KINDS[2:]]:
            canonical = page.locator(f"link[rel=canonical][href$='/{address}']")
            entry = page.locator(f".md-sidebar--primary a[href$='{address}']")
            entry.first.evaluate("(link) => link.click()")
            canonical.wait_for(state="attached")
    assert page.evaluate("() => window.told") == [], "none of these pages was loaded anew"
    assert exceptions(tab) == []
