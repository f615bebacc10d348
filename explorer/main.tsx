/** @module The page begins here. */
import { render } from "preact";
import { App, pageTitle } from "./app/app.tsx";
import { startClock } from "./app/clock.ts";
import { focusTitle } from "./app/focus-title.ts";
import { keepCopiesPlain } from "./app/plain-copy.ts";
import { navigate, route, startRouter, withQuery } from "./app/router.ts";
import { loadChain } from "./data/chain.ts";
import { startNode } from "./data/node.ts";
import { followDeeds } from "./wallet/deeds.ts";
import { resumePending } from "./wallet/resume.ts";
import { followOtherTabs } from "./wallet/wallet.ts";

startRouter(() => {
  document.title = pageTitle(route.value.path);
  focusTitle(route.value.path);
});
document.title = pageTitle(route.value.path);
startClock();
followOtherTabs();
keepCopiesPlain();
startNode();
void loadChain();

addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    if (!document.querySelector("dialog[open]")) navigate(withQuery({ do: "search" }));
  }
});

render(<App />, document.getElementById("app")!);
followDeeds();
resumePending();
