/** @module Where the top bar leads. */

export interface NavItem {
  readonly href: string;
  readonly text: string;
}

export const MAIN_NAV: readonly NavItem[] = [
  { href: "/datasets", text: "Datasets" },
  { href: "/challenges", text: "Challenges" },
  { href: "/blocks", text: "Blocks" },
  { href: "/validators", text: "Validators" },
];

export const MORE_NAV: readonly NavItem[] = [{ href: "/params", text: "Parameters" }];

/** Whether a path belongs to a nav item. */
export function isUnder(path: string, href: string): boolean {
  if (href === "/blocks" && path.startsWith("/tx/")) return true;
  return path === href || path.startsWith(`${href}/`);
}
