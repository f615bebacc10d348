/** What a newcomer sees when the ledger runs. */
import type { DevnetKey } from "./keys.ts";

export interface DevnetFacts {
  readonly chainId: string;
  readonly rpc: string;
  readonly web: string;
  /** `host:port`, as gRPC clients take it. */
  readonly grpc: string;
  readonly faucet: string;
  readonly content: string;
  readonly metrics: string;
  /** Real nodes; empty where one process is the whole ledger. */
  readonly nodes: readonly { readonly name: string; readonly rpc: string }[];
  readonly home: string;
  readonly logs: string;
  readonly accounts: readonly (DevnetKey & { readonly balance: string; readonly role?: string })[];
  /** Height when it was printed. */
  readonly height: number;
  readonly firstBlockMs: number;
  readonly demo: boolean;
}

/** One JSON line for programs. */
export function jsonLine(facts: DevnetFacts): string {
  return JSON.stringify({
    chain_id: facts.chainId,
    rpc: facts.rpc,
    rest: facts.web,
    grpc: facts.grpc,
    explorer: facts.web,
    faucet: facts.faucet,
    content: facts.content,
    metrics: facts.metrics,
    engine: facts.nodes.length > 0 ? "cometbft" : "embedded",
    ...(facts.nodes.length > 0 ? { nodes: facts.nodes } : {}),
    home: facts.home,
    height: facts.height,
    accounts: facts.accounts.map(({ name, address, mnemonic }) => ({ name, address, mnemonic })),
  });
}

const pad = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - text.length));

/** @param color ANSI for terminals that want it. */
export function banner(facts: DevnetFacts, color: boolean): string {
  const bold = (text: string): string => (color ? `\u001b[1m${text}\u001b[0m` : text);
  const faint = (text: string): string => (color ? `\u001b[2m${text}\u001b[0m` : text);
  const lines: string[] = [];
  lines.push(
    "",
    `${bold("Assay devnet")}  ${facts.chainId}, block ${facts.height} after ${(facts.firstBlockMs / 1000).toFixed(1)} s`,
    "",
  );
  const urls: [string, string][] = [
    ["Explorer", facts.web],
    ["RPC", facts.rpc],
    ["REST", `${facts.web}/docs`],
    ["gRPC", facts.grpc],
    ["Faucet", facts.faucet],
    ["Content", facts.content],
    ["Metrics", facts.metrics],
    ["Data", facts.home],
    ["Logs", facts.logs],
  ];
  for (const [name, value] of urls) lines.push(`  ${pad(name, 10)}${value}`);
  if (facts.nodes.length > 0) {
    lines.push("", `${bold("Validators")}  each a CometBFT node with its application`, "");
    for (const { name, rpc } of facts.nodes) lines.push(`  ${pad(name, 10)}${rpc}`);
    lines.push("", "  Kill any process of this devnet: it starts again by itself.");
  }
  lines.push(
    "",
    `${bold("Accounts")}  ${faint("DEV ONLY: these words are public, never send real coins to them")}`,
    "",
  );
  for (const { name, address, balance, role, mnemonic } of facts.accounts) {
    lines.push(`  ${pad(name, 8)}${address}  ${pad(balance, 16)}${role ?? ""}`.trimEnd());
    lines.push(faint(`  ${pad("", 8)}${mnemonic}`));
  }
  lines.push("", bold("What to try"), "");
  if (facts.demo) {
    lines.push(
      "  Open the explorer: within a minute one claim falls and its stake burns; half a minute later another stands.",
      '  Then take a stake yourself: press "Start the tour". One dataset here holds copied rows; find them and prove it.',
    );
  }
  lines.push(
    "  npm run assay -- query data datasets",
    "  npm run assay -- dataset check FILE.csv --text COLUMN --label COLUMN",
    "  npm run assay -- --help",
    "",
    "  Ctrl-C stops it; the same command goes on from the same block.",
    "",
  );
  return lines.join("\n");
}
