/** @module The bar at the top: where one can go, the search, whether the chain lives, the wallet. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { blockMs, connection, head } from "../data/node.ts";
import { groupDigits } from "../format/amount.ts";
import { formatAgo } from "../format/time.ts";
import { Icon, Logo } from "../parts/icon.tsx";
import { WalletButton } from "../wallet/wallet-button.tsx";
import { nowMs } from "./clock.ts";
import { isUnder, MAIN_NAV, MORE_NAV } from "./nav.ts";
import { navigate, route, withQuery } from "./router.ts";
import { setTheme, type Theme, theme } from "./theme.ts";

export function TopBar() {
  const { path } = route.value;
  return (
    <header class="top-bar">
      <div class="top-bar-in">
        <a class="brand" href="/" aria-label="Assay, overview">
          <Logo />
          Assay
        </a>
        <nav class="main-nav" aria-label="Main">
          {MAIN_NAV.map((item) => (
            <a
              key={item.href}
              class="nav-link"
              href={item.href}
              aria-current={isUnder(path, item.href) ? "page" : undefined}
            >
              {item.text}
            </a>
          ))}
          <Menu
            label="More"
            button={
              <>
                More <Icon name="down" size={14} />
              </>
            }
            class="menu-button"
          >
            {MORE_NAV.map((item) => (
              <a key={item.href} href={item.href}>
                {item.text}
              </a>
            ))}
            <hr />
            <ThemeRow />
          </Menu>
        </nav>
        <div class="top-end">
          <button type="button" class="search-button" onClick={() => navigate(withQuery({ do: "search" }))}>
            <Icon name="search" />
            <span class="text">Search or jump to</span>
            <kbd>Ctrl K</kbd>
          </button>
          <Pulse />
          <WalletButton />
          <a class="icon-button phone-only" href={withQuery({ do: "search" })} aria-label="Search">
            <Icon name="search" size={20} />
          </a>
          <Menu label="Menu" button={<Icon name="menu" size={20} />} class="icon-button phone-only" atRight>
            {[...MAIN_NAV, ...MORE_NAV].map((item) => (
              <a
                key={item.href}
                href={item.href}
                aria-current={isUnder(path, item.href) ? "page" : undefined}
              >
                {item.text}
              </a>
            ))}
            <hr />
            <a href={withQuery({ do: "wallet" })}>
              <Icon name="wallet" /> Wallet
            </a>
            <hr />
            <ThemeRow />
          </Menu>
        </div>
      </div>
    </header>
  );
}

/** Height and age of the newest block; the dot tells by colour, the words for those who do not see it. */
function Pulse() {
  const at = head.value;
  const state = connection.value;
  if (at === undefined) {
    return (
      <span class={`pulse${state === "down" ? " is-down" : " is-late"}`}>
        <span class="pulse-dot" />
        {state === "down" ? "no answer" : "connecting"}
      </span>
    );
  }
  const age = nowMs.value - at.timeMs;
  const late = age > Math.max(20_000, 5 * blockMs.value);
  const look = state === "down" ? " is-down" : late ? " is-late" : "";
  return (
    <a class={`pulse${look}`} href={`/blocks/${at.height}`} title="Newest block">
      <span class="pulse-dot" />
      <span>
        <b>{groupDigits(at.height)}</b>
        <span class="pulse-age"> · {formatAgo(at.timeMs, nowMs.value)}</span>
      </span>
    </a>
  );
}

interface MenuProps {
  readonly label: string;
  readonly button: ComponentChildren;
  readonly class: string;
  readonly atRight?: boolean;
  readonly children: ComponentChildren;
}

/** A button that opens a short list; Escape, a choice, or a click elsewhere closes it. */
function Menu({ label, button, class: look, atRight = false, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { path, query } = route.value;
  const here = `${path}?${query}`;
  // A change of page closes it
  useEffect(() => setOpen(false), [here]);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
    };
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from the button and what it opens
    <div
      class={`menu${look.includes("phone-only") ? " phone-only" : ""}`}
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        setOpen(false);
        box.current?.querySelector("button")?.focus();
      }}
    >
      <button
        type="button"
        class={look}
        aria-label={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && <div class={`menu-sheet${atRight ? " at-right" : ""}`}>{children}</div>}
    </div>
  );
}

const THEMES: readonly (readonly [Theme, "sun" | "moon" | "screen", string])[] = [
  ["light", "sun", "Light"],
  ["dark", "moon", "Dark"],
  ["system", "screen", "System"],
];

function ThemeRow() {
  return (
    <fieldset class="theme-choice">
      <legend class="menu-label least">Theme</legend>
      <div class="theme-row">
        {THEMES.map(([name, icon, text]) => (
          <button type="button" key={name} aria-pressed={theme.value === name} onClick={() => setTheme(name)}>
            <Icon name={icon} /> {text}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
