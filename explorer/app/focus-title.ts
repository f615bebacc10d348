/** @module After a change of page the reader is at its head, with a screen reader too. */
import { route } from "./router.ts";

const LOOK_MS = 60;
const MAX_LOOKS = 60;

/**
 * A page that loads has one title first and another when it is there; until then the focus is on the page as a whole. So
 * this looks for a while, and stops as soon as the reader has gone on.
 */
export function focusTitle(path: string, looks = 0): void {
  if (route.peek().path !== path || looks > MAX_LOOKS) return;
  const at = document.activeElement;
  const title = document.querySelector<HTMLElement>("main h1");
  if (looks === 0) document.getElementById("main")?.focus({ preventScroll: true });
  // A dialog has the focus by itself, be it of the new page or on its way out with the old one.
  else if (document.querySelector("dialog[open]") === null) {
    if (at === null || at === document.body || at.id === "main") title?.focus({ preventScroll: true });
    else if (at !== title) return;
  }
  setTimeout(() => focusTitle(path, looks + 1), LOOK_MS);
}
