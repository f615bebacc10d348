/** The demo, killed in its middle: it goes on, and its figures are the market's. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { AssayClient } from "@assay/client/client";
import { askDevnet } from "@assay/devnet/control";
import { ClaimKind, ClaimStatus, type Dataset, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { afterAll, expect, test } from "vitest";
import { DevnetFolder, freeOffset } from "./devnet-process.ts";

const ASSAY = 1_000_000n;
const devnet = new DevnetFolder();
afterAll(() => devnet.close(), 60_000);

const unique = (dataset: Dataset) => dataset.claims.find(({ kind }) => kind === ClaimKind.CLAIM_KIND_UNIQUE)!;

test("the story, killed in its middle, ends as it would have", async () => {
  const file = join(devnet.folder, "config.json");
  // Wide windows for slow machines; the last one is passed by mining.
  const data = {
    attest_blocks: "2000",
    reveal_max_blocks: "1000",
    challenge_window_blocks: "3000",
    unbonding_blocks: "1500",
  };
  const params = { data, challenge: { reveal_max_blocks: "200" } };
  writeFileSync(file, JSON.stringify({ block_time: "250ms", validators: [{ name: "solo" }], params }));
  const flags = ["--config", file, "--port-offset", String(await freeOffset())];

  const first = await devnet.start("--fresh", ...flags);
  const { rpc, accounts } = await first.line();
  await first.until(() => first.stderr.includes("alice published"));
  await first.kill("SIGKILL");

  const second = await devnet.start(...flags);
  await second.line();
  await second.until(() => second.stderr.includes("dave showed 3 pairs"));
  // Whatever it was about to do with the proof.
  await second.kill("SIGKILL");

  const third = await devnet.start(...flags);
  await third.line();
  const address = (name: string): string => accounts.find((one) => one.name === name)!.address;
  const client = await AssayClient.connect(rpc);
  const balance = async (name: string) => BigInt((await client.getBalance(address(name), "uassay")).amount);
  const datasetOf = async (name: string): Promise<Dataset | undefined> => {
    const { datasets } = await client.query.data.datasets({ owner: address(name) });
    return datasets[0];
  };
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 200));
  };

  const casesOf = async () =>
    (await client.query.challenge.cases({ datasetId: (await datasetOf("alice"))!.id })).cases;
  await until(async () => (await casesOf()).length > 0);
  // A case waits for those that were sealed before it.
  await askDevnet(devnet.home, "mine", 250);
  await until(async () => unique((await datasetOf("alice"))!).status === ClaimStatus.CLAIM_STATUS_LOST);
  const lost = unique((await datasetOf("alice"))!);
  expect(lost).toMatchObject({ slashedOwner: 400n * ASSAY, slashedBackers: 250n * ASSAY });
  expect((await casesOf()).filter(({ reward }) => reward > 0n)).toMatchObject([
    { reward: 160n * ASSAY, burned: 490n * ASSAY },
  ]);
  // Dave has his bond again, and what the claim's owner lost to him; fees are below an ASSAY.
  await until(async () => (await balance("dave")) > 10_100n * ASSAY);
  expect(10_160n * ASSAY - (await balance("dave"))).toBeLessThan(ASSAY);

  await until(async () => (await datasetOf("erin"))?.status === DatasetStatus.DATASET_STATUS_ACTIVE);
  await until(async () => (await datasetOf("bob"))?.status === DatasetStatus.DATASET_STATUS_ACTIVE);
  await until(async () => unique((await datasetOf("bob"))!).backersStake === 250n * ASSAY);
  await askDevnet(devnet.home, "mine", 3_000);
  await until(async () => (await datasetOf("bob"))!.status === DatasetStatus.DATASET_STATUS_FINAL);
  // Carol lost what backed Alice, and has what backed Bob; Bob's content is still at stake, until he retires it.
  await until(async () => (await balance("carol")) > 9_700n * ASSAY);
  expect(9_750n * ASSAY - (await balance("carol"))).toBeLessThan(ASSAY);
  await until(async () => (await balance("bob")) > 9_700n * ASSAY);
  expect(9_800n * ASSAY - (await balance("bob"))).toBeLessThan(10n * ASSAY);
  expect(
    (await datasetOf("erin"))!.claims.every(({ status }) => status === ClaimStatus.CLAIM_STATUS_OPEN),
  ).toBe(true);

  // What the genesis gave, less what burned and fees.
  const supply = BigInt((await client.query.bank.supplyOf("uassay")).amount);
  const burned = (5n * 10_000n + 1_000_000n + 1_000n) * ASSAY - supply;
  expect(burned).toBeGreaterThanOrEqual(490n * ASSAY);
  expect(burned).toBeLessThan(510n * ASSAY);
  expect(third.stderr).not.toContain("The demo stopped");
  expect(await third.kill("SIGINT")).toBe(0);
}, 240_000);
