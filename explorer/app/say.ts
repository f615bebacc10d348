/**
 * What is said aloud (one polite live region) and what floats up (toasts). Only for what the reader did, and for the
 * node going down and coming back; never for each block.
 *
 * @module
 */
import { signal } from "@preact/signals";

export interface Toast {
  readonly id: number;
  readonly tone: "done" | "failed";
  readonly title: string;
  /** Grey, after the title. */
  readonly aside?: string;
  readonly body?: string;
  readonly link?: { readonly href: string; readonly text: string };
}

export const toasts = signal<readonly Toast[]>([]);
export const spoken = signal("");

const TOAST_MS = 6000;
let lastId = 0;

/** Puts a sentence into the live region. */
export function say(text: string): void {
  spoken.value = "";
  // Two turns, so that the same sentence twice is read twice.
  setTimeout(() => {
    spoken.value = text;
  }, 50);
}

/** Success goes after 6 s; a failure stays until it is closed. */
export function toast(what: Omit<Toast, "id">): void {
  const id = ++lastId;
  toasts.value = [...toasts.value.slice(-3), { ...what, id }];
  say([what.title, what.aside, what.body].filter(Boolean).join(" "));
  if (what.tone === "done") setTimeout(() => dropToast(id), TOAST_MS);
}

export function dropToast(id: number): void {
  toasts.value = toasts.value.filter((item) => item.id !== id);
}
