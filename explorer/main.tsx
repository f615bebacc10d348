/** @module The page begins here. */
import { effect } from "@preact/signals";
import { render } from "preact";
import { App, pageTitle } from "./app/app.tsx";
import { startClock } from "./app/clock.ts";
import { focusTitle } from "./app/focus-title.ts";
import { keepCopiesPlain } from "./app/plain-copy.ts";
import { navigate, route, startRouter, withQuery } from "./app/router.ts";
import { loadChain } from "./data/chain.ts";
import { isUp, startNode } from "./data/node.ts";
import { followDeeds } from "./wallet/deeds.ts";
import { followExtensions } from "./wallet/follow-extension.ts";
import { resumePending } from "./wallet/resume.ts";
import { followOtherTabs } from "./wallet/wallet.ts";

startRouter(() => {
  document.title = pageTitle(route.value.path);
  focusTitle(route.value.path);
});
document.title = pageTitle(route.value.path);
startClock();
followOtherTabs();
followExtensions();
keepCopiesPlain();
startNode();
// Also after the node was down: it may have come back with a faucet, or a tour.
effect(() => {
  if (isUp.value) void loadChain();
});

addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    if (!document.querySelector("dialog[open]")) navigate(withQuery({ do: "search" }));
  }
});

render(<App />, document.getElementById("app")!);
followDeeds();
resumePending();
