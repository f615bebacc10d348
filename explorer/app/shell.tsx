/** @module What is around every page: skip link, top bar, banners, the page itself, toasts, the live region. */
import type { ComponentChildren } from "preact";
import { chain } from "../data/chain.ts";
import { head } from "../data/node.ts";
import { Toasts } from "../parts/toasts.tsx";
import { Banners } from "./banners.tsx";
import { spoken } from "./say.ts";
import { TopBar } from "./top-bar.tsx";

export function Shell({ children }: { children: ComponentChildren }) {
  return (
    <>
      <a class="skip-link" href="#main">
        Skip to the page
      </a>
      <TopBar />
      <Banners />
      <main class="page" id="main" tabIndex={-1}>
        {children}
      </main>
      <Foot />
      <Toasts />
      <div class="sr-only" aria-live="polite" role="status">
        {spoken.value}
      </div>
    </>
  );
}

function Foot() {
  return (
    <footer class="site-foot">
      <span>{head.value?.chainId ?? chain.value.chainId}</span>
      <span>This page reads the ledger through the node that serves it and checks proofs itself.</span>
    </footer>
  );
}
