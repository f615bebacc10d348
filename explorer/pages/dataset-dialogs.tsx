/** @module What `?do=` opens on a dataset's page. */
import type { Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { closeDialog } from "../app/close-dialog.ts";
import { route } from "../app/router.ts";
import { CheckDialog } from "./check-dialog.tsx";
import { StakeDialog } from "./stake-dialog.tsx";
import { UnstakeDialog } from "./unstake-dialog.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

export function DatasetDialogs({ dataset }: { dataset: Dataset }) {
  const { query } = route.value;
  const kind = Number(query.get("claim") ?? 0);
  switch (query.get("do")) {
    case "back":
      return <StakeDialog dataset={dataset} kind={kind} close={closeDialog} />;
    case "unstake":
      return <UnstakeDialog dataset={dataset} close={closeDialog} />;
    case "withdraw":
      return <WithdrawDialog dataset={dataset} close={closeDialog} />;
    case "check":
      return <CheckDialog dataset={dataset} kind={kind} close={closeDialog} />;
    default:
      return null;
  }
}
