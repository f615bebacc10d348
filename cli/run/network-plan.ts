/** Where the nodes of a new network are and how they reach each other. */
import { CONFIG_KEYS } from "@assay/chain/config";
import { ValidatorKey } from "@assay/chain/engine/keys";
import type { NodePlan } from "@assay/chain/node-homes";

const THIS_MACHINE = "127.0.0.1";
/** Between the ports of two nodes on one machine. */
const STEP = 100;

const portKeys = CONFIG_KEYS.filter(([key]) => key.endsWith("_port")) as [string, string, number][];

/**
 * @param homes one for each validator key.
 * @param machines a host for each; empty puts all on this machine, at ports of their own.
 */
export function nodePlans(
  homes: readonly string[],
  monikers: readonly string[],
  validatorKeys: readonly ValidatorKey[],
  machines: readonly string[],
): NodePlan[] {
  return homes.map((home, i) => {
    const shift = machines.length > 0 ? 0 : i * STEP;
    const ports = Object.fromEntries(portKeys.map(([key, , port]) => [key, port + shift]));
    return {
      home,
      validatorKey: validatorKeys[i]!,
      nodeKey: ValidatorKey.generate(),
      reachedAt: { host: machines[i] ?? THIS_MACHINE, port: ports.p2p_port! },
      settings: {
        moniker: monikers[i]!,
        ...(homes.length > 1 && machines.length === 0 ? ports : {}),
        ...(machines.length > 0 ? { p2p_host: "0.0.0.0" } : {}),
      },
    };
  });
}
