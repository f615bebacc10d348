/** @module After a change of page the reader is at its head, with a screen reader too. */
import { route } from "./router.ts";

const LOOK_MS = 60;
const MAX_LOOKS = 60;

/** The title comes when the page has loaded; until then the focus is on the page as a whole. */
export function focusTitle(path: string, looks = 0): void {
  if (route.peek().path !== path || looks > MAX_LOOKS) return;
  if (looks === 0) document.getElementById("main")?.focus({ preventScroll: true });
  else {
    // A dialog of the new page has the focus by itself.
    if (document.querySelector("dialog[open]") !== null) return;
    const title = document.querySelector<HTMLElement>("main h1");
    if (title !== null) {
      // Whoever has gone on meanwhile is left alone.
      const at = document.activeElement;
      if (at === null || at === document.body || at.id === "main") title.focus({ preventScroll: true });
      return;
    }
  }
  setTimeout(() => focusTitle(path, looks + 1), LOOK_MS);
}
