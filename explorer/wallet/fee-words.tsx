/** @module The fee's line of a preview. */
import { Amount } from "../parts/amount.tsx";
import { Icon } from "../parts/icon.tsx";
import type { FeeState } from "./use-fee.ts";

export function FeeWords({ fee }: { fee: FeeState }) {
  switch (fee.state) {
    case "none":
      return <span class="ink3">known once the form is filled in</span>;
    case "asking":
      return <span class="ink3">asking the node</span>;
    case "refused":
      return <span class="ink3">–</span>;
    case "ready":
      return (
        <>
          <Amount base={fee.base} exact /> burned
        </>
      );
  }
}

/** Why the ledger would refuse, before anything is signed. */
export function FeeRefusal({ fee }: { fee: FeeState }) {
  if (fee.state !== "refused" || fee.fault.unreachable) return null;
  return (
    <div class="note is-red" role="alert">
      <Icon name="warn" />
      <div>
        <p class="note-title">
          {fee.fault.code === undefined ? "The fee is not known yet" : "The ledger would refuse this now"}
        </p>
        <p>{fee.fault.title}</p>
        {fee.fault.cause !== undefined && <p>{fee.fault.cause}</p>}
        {fee.fault.code === undefined && <p>{fee.fault.fix}</p>}
      </div>
    </div>
  );
}
