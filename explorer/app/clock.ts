/** @module The reader's clock as a signal, once a second while the page is looked at. */
import { signal } from "@preact/signals";

export const nowMs = signal(Date.now());

export function startClock(): void {
  setInterval(() => {
    if (!document.hidden) nowMs.value = Date.now();
  }, 1000);
  document.addEventListener("visibilitychange", () => {
    nowMs.value = Date.now();
  });
}
