/** The browser that the page is tested in: Debian's Chromium, driven by playwright-core. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

const PLACES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Undefined where there is none. */
export const chromiumPath = PLACES.find((path) => path !== undefined && existsSync(path));

/** What a skipped suite says of itself. */
export const howToGetIt =
  chromiumPath === undefined
    ? " (needs Chromium: `apt-get install chromium`, or CHROMIUM=/path/to/chromium)"
    : "";

/** Headless, with no service that calls home, and with fonts that do not differ between machines. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath!,
    env: {
      ...process.env,
      FONTCONFIG_FILE: fileURLToPath(new URL("./fonts.conf", import.meta.url)),
    } as Record<string, string>,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}
