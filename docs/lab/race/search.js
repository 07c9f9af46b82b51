/* The theme's search, for a page that is isolated: its workers must come with the helper's headers,
   and the helper sees no more than this folder. scripts/hook.py puts this file in the theme's
   place, and says after the question mark where the theme's own is. */

importScripts(new URL(location.search.slice(1), location.href));
