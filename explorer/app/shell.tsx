/** @module What is around every page: skip link, top bar, banners, the page itself, toasts, the live region. */
import type { ComponentChildren } from "preact";
import { chain } from "../data/chain.ts";
import { head } from "../data/node.ts";
import { Voice } from "../parts/voice.tsx";
import { Banners } from "./banners.tsx";
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
      <Voice />
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
