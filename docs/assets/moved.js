/* On the page that stands at an old address: on to the new one, with what follows the #. It runs
   before the page's own refresh, which would lose that. */
document.addEventListener("DOMContentLoaded", () => {
  const there = document.getElementById("there");
  location.replace(there.href + location.hash);
});
