/** @module What messages would cost, by simulation, asked a moment after the form stands still. */
import type { EncodeObject } from "@assay/client/encode-object";
import { useEffect, useState } from "preact/hooks";
import { type Fault, toFault } from "../data/fault.ts";
import { signing } from "./lazy.ts";
import { wallet } from "./wallet.ts";

export type FeeState =
  | { readonly state: "none" | "asking" }
  /** Base units. */
  | { readonly state: "ready"; readonly base: bigint }
  /** They would fail: why. */
  | { readonly state: "refused"; readonly fault: Fault };

const PAUSE_MS = 250;

/** `key` stands for the messages; undefined asks nothing. */
export function useFee(key: string | undefined, messages: () => readonly EncodeObject[]): FeeState {
  const [fee, setFee] = useState<FeeState>({ state: "none" });
  const mine = wallet.value;
  // The key stands for the messages; a wallet that was locked is another object once it is open.
  useEffect(() => {
    if (key === undefined || mine === undefined) {
      setFee({ state: "none" });
      return;
    }
    let over = false;
    setFee({ state: "asking" });
    const timer = setTimeout(async () => {
      try {
        const { feeOf } = await signing();
        const found = await feeOf(mine, messages());
        if (!over) setFee({ state: "ready", base: BigInt(found.amount[0]?.amount ?? "0") });
      } catch (error) {
        if (!over) setFee({ state: "refused", fault: toFault(error) });
      }
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [key, mine]);
  return fee;
}
