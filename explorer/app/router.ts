/**
 * The address bar as a signal. Links are plain `<a href="/...">`; a click on one is caught here.
 *
 * @module
 */
import { signal } from "@preact/signals";

export interface Route {
  /** Without a trailing slash, except `/` itself. */
  readonly path: string;
  readonly query: URLSearchParams;
}

function read(): Route {
  const { pathname, search } = globalThis.location ?? { pathname: "/", search: "" };
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, "") || "/" : pathname;
  return { path, query: new URLSearchParams(search) };
}

export const route = signal<Route>(read());

/** Called after another page is on; not after a change of the query alone. */
let onPage: () => void = () => {};

function show(): void {
  const before = route.value.path;
  route.value = read();
  if (route.value.path !== before) onPage();
}

/** Goes to a path of this page; `replace` leaves no step in the history. */
export function navigate(to: string, replace = false): void {
  const here = location.pathname + location.search;
  if (to === here) return;
  if (replace) history.replaceState(history.state, "", to);
  else {
    history.replaceState({ ...history.state, scroll: scrollY }, "");
    // A dialog that this page opened is closed by going back.
    history.pushState({ opened: /[?&]do=/.test(to) && !/[?&]do=/.test(here) }, "", to);
  }
  const before = route.value.path;
  show();
  if (!replace && route.value.path !== before) scrollTo(0, 0);
}

/** The present path with some of the query changed; undefined or "" takes a key out. */
export function withQuery(changes: Readonly<Record<string, string | undefined>>, base = route.value): string {
  const query = new URLSearchParams(base.query);
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined || value === "") query.delete(key);
    else query.set(key, value);
  }
  const text = query.toString();
  return text === "" ? base.path : `${base.path}?${text}`;
}

/** `:name` takes one segment. Returns the segments, decoded, or undefined. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const want = pattern.split("/");
  const have = path.split("/");
  if (want.length !== have.length) return undefined;
  const found: Record<string, string> = {};
  for (const [i, part] of want.entries()) {
    if (part.startsWith(":")) {
      try {
        found[part.slice(1)] = decodeURIComponent(have[i]!);
      } catch {
        return undefined;
      }
      if (have[i] === "") return undefined;
    } else if (part !== have[i]) return undefined;
  }
  return found;
}

/** Starts listening to clicks and to the back button. */
export function startRouter(whenPageChanges: () => void): void {
  onPage = whenPageChanges;
  history.scrollRestoration = "manual";
  addEventListener("popstate", (event: PopStateEvent) => {
    show();
    const y = (event.state as { scroll?: number } | null)?.scroll ?? 0;
    // Twice: once what is cached is drawn, and once more when its height has settled.
    requestAnimationFrame(() => {
      scrollTo(0, y);
      setTimeout(() => scrollY !== y && y > 0 && scrollTo(0, y), 120);
    });
  });
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const anchor = (event.target as Element | null)?.closest?.("a");
    if (anchor?.target !== "" || anchor.hasAttribute("download")) return;
    const href = anchor.getAttribute("href");
    if (href === null || !href.startsWith("/") || href.startsWith("//")) return;
    event.preventDefault();
    navigate(href, anchor.dataset.replace !== undefined);
  });
}
