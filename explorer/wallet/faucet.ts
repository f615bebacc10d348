/** @module Test coins, from the devnet's faucet through the node's own port. */
import { chain } from "../data/chain.ts";

/** @throws Error with the faucet's words. */
export async function askFaucet(address: string): Promise<void> {
  let response: Response;
  try {
    response = await fetch("/faucet/credit", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ address, denom: chain.value.denom }),
      signal: AbortSignal.timeout(30_000),
    });
  } catch {
    throw new Error("The faucet does not answer. It runs beside a devnet's node.");
  }
  if (response.ok) return;
  const text = (await response.text()).slice(0, 300);
  if (response.status === 404) throw new Error("This node has no faucet: ask somebody to send you coins.");
  let words = text;
  try {
    const json = JSON.parse(text) as { message?: unknown; error?: unknown };
    const inner = json.error as { message?: unknown } | undefined;
    words = String(inner?.message ?? json.message ?? json.error ?? text);
  } catch {
    // Plain text says it.
  }
  throw new Error(words === "" ? `The faucet refused (HTTP ${response.status}).` : words);
}
