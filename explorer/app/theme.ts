/**
 * Light, dark, or as the system says. `public/theme.js` sets it before the first paint; this changes it.
 *
 * @module
 */
import { signal } from "@preact/signals";
import { readStored, writeStored } from "../wallet/storage.ts";

export type Theme = "light" | "dark" | "system";

const isTheme = (value: unknown): value is Theme =>
  value === "light" || value === "dark" || value === "system";

export const theme = signal<Theme>(readStored("theme", isTheme) ?? "system");

export function setTheme(next: Theme): void {
  theme.value = next;
  writeStored("theme", next === "system" ? undefined : next);
  const root = document.documentElement;
  if (next === "system") delete root.dataset.theme;
  else root.dataset.theme = next;
}
