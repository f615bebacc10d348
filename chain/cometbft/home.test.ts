/** Homes as `cometbft` reads them; that it does is seen in `test/network-lite`. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "smol-toml";
import { afterEach, beforeEach, expect, test } from "vitest";
import { nodeIdOf, ValidatorKey } from "../engine/keys.ts";
import { abciAddress, cometPaths, hasCometHome, peerAddress, writeCometHome } from "./home.ts";
import { type CometFile, cometConfigText, cometEnvironment } from "./settings.ts";

const FILE: CometFile = {
  moniker: 'a "quoted" name',
  rpcHost: "127.0.0.1",
  rpcPort: 1,
  p2pHost: "0.0.0.0",
  p2pPort: 2,
  abciAddress: "unix:///home/abci.sock",
  abciTransport: "grpc",
  blockTimeMs: 1500,
  mempoolSize: 10,
  mempoolBytes: 20,
  corsOrigins: ["http://a", "http://b"],
  logLevel: "warn",
  persistentPeers: ["aa@h:1", "bb@h:2"],
};

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "assay-comet-home-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test("a home holds the keys in CometBFT's own form, for its user alone", () => {
  const [validatorKey, nodeKey] = [ValidatorKey.generate(), ValidatorKey.generate()];
  const paths = cometPaths(home);
  expect(hasCometHome(home)).toBe(false);
  writeCometHome(home, { genesisText: "{}", validatorKey, nodeKey, file: FILE });
  expect(hasCometHome(home)).toBe(true);
  const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
  expect(read(paths.validatorKey)).toEqual(validatorKey.toJson());
  expect(read(paths.nodeKey)).toEqual({ priv_key: nodeKey.toJson().priv_key });
  expect(read(paths.validatorState)).toEqual({ height: "0", round: 0, step: 0 });
  for (const path of [paths.validatorKey, paths.nodeKey, paths.validatorState]) {
    expect(statSync(path).mode & 0o777).toBe(0o600);
  }
  expect(peerAddress(nodeKey, "host", 26656)).toBe(`${nodeIdOf(nodeKey.publicKey)}@host:26656`);

  // What was signed last is never forgotten.
  writeFileSync(paths.validatorState, '{"height":"9","round":0,"step":3}');
  writeCometHome(home, { genesisText: "{}", validatorKey, nodeKey, file: FILE });
  expect(read(paths.validatorState)).toMatchObject({ height: "9" });
});

test("what the home's configuration says is in the file and, over it, in the environment", () => {
  const toml = parse(cometConfigText(FILE));
  expect(toml).toMatchObject({
    moniker: FILE.moniker,
    abci: "grpc",
    log_level: "error",
    rpc: { laddr: "tcp://127.0.0.1:1", cors_allowed_origins: ["http://a", "http://b"] },
    p2p: { laddr: "tcp://0.0.0.0:2", persistent_peers: "aa@h:1,bb@h:2", allow_duplicate_ip: true },
    consensus: { timeout_commit: "1500ms" },
  });
  expect(cometEnvironment({ ...FILE, blockTimeMs: 200, rpcPort: 7 })).toMatchObject({
    CMT_MONIKER: FILE.moniker,
    CMT_RPC_LADDR: "tcp://127.0.0.1:7",
    CMT_RPC_CORS_ALLOWED_ORIGINS: "http://a,http://b",
    CMT_CONSENSUS_TIMEOUT_COMMIT: "200ms",
  });
});

test("a home whose path is too long for a socket has a port", () => {
  expect(abciAddress("/srv/assay", 26658)).toBe("unix:///srv/assay/abci.sock");
  expect(abciAddress(`/${"a".repeat(89)}`, 26658)).toBe(`unix:///${"a".repeat(89)}/abci.sock`);
  expect(abciAddress(`/${"a".repeat(90)}`, 26658)).toBe("tcp://127.0.0.1:26658");
});
