/** @module Dialogs that any page may open by `?do=`: search, wallet, sending coins, how to publish. */
import { PublishHelp } from "../pages/publish-help.tsx";
import { SearchDialog } from "../pages/search-dialog.tsx";
import { SendDialog } from "../wallet/send-dialog.tsx";
import { WalletDialog } from "../wallet/wallet-dialog.tsx";
import { closeDialog } from "./close-dialog.ts";
import { route } from "./router.ts";

export function GlobalDialogs() {
  const { query } = route.value;
  switch (query.get("do")) {
    case "search":
      return <SearchDialog close={closeDialog} />;
    case "wallet":
      return <WalletDialog close={closeDialog} />;
    case "send":
      return <SendDialog close={closeDialog} to={query.get("to") ?? ""} />;
    case "publish":
      return <PublishHelp close={closeDialog} />;
    default:
      return null;
  }
}
