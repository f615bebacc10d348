/** A ledger goes on under the engine that began it, and the other says so. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { expect, test } from "vitest";
import { startTestNode } from "../test/harness/test-node.ts";
import { startApplication } from "./application-node.ts";
import { loadConfig } from "./config.ts";
import { checkEngine } from "./engine-check.ts";
import { MemoryBackend } from "./store/backend-memory.ts";

test("what the embedded engine made is not for CometBFT", async () => {
  const node = await startTestNode();
  const folder = mkdtempSync(join(tmpdir(), "assay-abci-"));
  try {
    await node.node.nextBlock();
    await node.node.stop();
    const asked = startApplication({
      config: { ...loadConfig(node.home, {}, {}), engine: "cometbft" },
      abci: `unix://${folder}/abci.sock`,
      nodeRpc: "http://127.0.0.1:1",
      logger: pino({ level: "silent" }),
      onFault: () => {},
    });
    await expect(asked).rejects.toMatchObject({
      message: expect.stringContaining(
        "was made under the embedded engine, and CometBFT has none of its blocks",
      ),
      remedy: expect.stringContaining("Start it with --engine embedded"),
    });
  } finally {
    await node.restart();
    await node.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("state without blocks is not for the embedded engine; an empty store is for both", async () => {
  const backend = new MemoryBackend();
  await expect(checkEngine(backend, 5n, "embedded")).rejects.toThrow("was made under CometBFT");
  await checkEngine(backend, 5n, "cometbft");
  for (const engine of ["embedded", "cometbft"] as const) await checkEngine(backend, 0n, engine);
});
