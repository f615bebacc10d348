/** How the devnet's children are called. */
import { join } from "node:path";
import { type DevnetConfig, FAUCET } from "./config.ts";
import { type DevnetHome, keyFile } from "./home.ts";
import { HOST, nodePorts, type Ports } from "./ports.ts";
import type { ChildSpec } from "./processes.ts";

export interface Children {
  readonly node: ChildSpec;
  /** What people talk to. */
  readonly services: readonly ChildSpec[];
  /** One for each validator. */
  readonly attestors: readonly ChildSpec[];
}

export function childrenOf(home: string, config: DevnetConfig, keys: DevnetHome, ports: Ports): Children {
  /** A real validator has a node of its own. */
  const rpcOf = (i: number): number =>
    config.engine === "cometbft" ? nodePorts(config.portOffset, i).rpc : ports.rpc;
  const node = ["--node", `http://${HOST}:${ports.rpc}`];
  const account = (name: string): string[] => [
    ...["--key-file", keyFile(home, name), "--bech32-prefix", config.bech32Prefix],
    ...["--gas-price", `${config.minGasPrice}${config.denom}`],
  ];
  return {
    node: { name: "node", args: ["start", "--home", home] },
    services: [
      {
        name: "content",
        args: [
          ...["serve", "content", ...node, "--port", String(ports.content)],
          ...["--folder", join(home, "content")],
        ],
      },
      {
        name: "faucet",
        args: [
          ...["serve", "faucet", ...node, "--port", String(ports.faucet), ...account(FAUCET)],
          ...["--chain-id", config.chainId, "--denom", config.denom, "--grant", config.faucetGrant],
        ],
      },
    ],
    attestors: keys.validators.map(({ name, address }, i) => ({
      name: `attestor-${i + 1}`,
      args: [
        ...[
          "serve",
          "attestor",
          "--node",
          `http://${HOST}:${rpcOf(i)}`,
          "--port",
          String(ports.attestor + i),
          ...account(name),
        ],
        ...["--validator", address, "--content", `http://${HOST}:${ports.content}`, "--allow-private"],
      ],
    })),
  };
}
