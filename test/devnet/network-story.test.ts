/** First light's story, told by four real validators: one claim falls, one dataset becomes final. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { AssayClient } from "@assay/client/client";
import { ClaimKind, ClaimStatus, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { afterAll, describe, expect, test } from "vitest";
import { needs } from "../harness/binaries.ts";
import { DevnetFolder, freeOffset } from "./devnet-process.ts";

const comet = needs("cometbft");

describe.skipIf(comet.missing)(`a devnet of four real nodes${comet.howToGetIt}`, () => {
  const devnet = new DevnetFolder();
  afterAll(() => devnet.close(), 60_000);

  test("tells the story: one claim falls, one dataset becomes final", async () => {
    process.env.ASSAY_COMETBFT = comet.path;
    const file = join(devnet.folder, "config.json");
    // Validators answer and Dave proves in time on a busy machine too; the last window takes half a minute.
    const data = { attest_blocks: "300", reveal_max_blocks: "60", challenge_window_blocks: "100" };
    writeFileSync(file, JSON.stringify({ engine: "cometbft", block_time: "300ms", params: { data } }));
    const running = await devnet.start("--config", file, "--port-offset", String(await freeOffset()));
    const { rpc, accounts, nodes } = await running.line();
    expect(nodes).toHaveLength(4);
    await running.until(() => running.stderr.includes("The claim fell: its owner lost 400 ASSAY"));
    await running.until(() => /yelp-restaurant-sentences is final/.test(running.stderr));
    expect(running.stderr).not.toContain("The demo stopped");

    const client = await AssayClient.connect(rpc);
    const owned = async (name: string) => {
      const owner = accounts.find((one) => one.name === name)!.address;
      return (await client.query.data.datasets({ owner })).datasets[0]!;
    };
    const unique = (await owned("alice")).claims.find(({ kind }) => kind === ClaimKind.CLAIM_KIND_UNIQUE)!;
    expect(unique.status).toBe(ClaimStatus.CLAIM_STATUS_LOST);
    expect((await owned("bob")).status).toBe(DatasetStatus.DATASET_STATUS_FINAL);
    expect(await running.kill("SIGINT")).toBe(0);
  }, 360_000);
});
