/** Publishing and challenging on a real node, with ends at every moment. */

import { toHex } from "@assay/primitives/bytes";
import { Answer, QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";
import { CaseStatus } from "@assay/proto/gen/assay/challenge/v1/types";
import { Access, ClaimKind, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { QueryClient } from "@cosmjs/stargate";
import { Comet38Client } from "@cosmjs/tendermint-rpc";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestNode, type TestNode } from "../test/harness/test-node.ts";
import { coin } from "./amount.ts";
import { challenge } from "./challenge.ts";
import { resumeReveal, type SealStep } from "./commit-reveal.ts";
import { check } from "./dataset/check.ts";
import { contentTerms, type PackedDataset, pack } from "./dataset/pack.ts";
import { proofAgainst } from "./dataset/proof.ts";
import { findEvent } from "./events.ts";
import { answer } from "./modules/attest/messages.ts";
import { parseChallengeEvent } from "./modules/challenge/events.ts";
import { parseDataEvent } from "./modules/data/events.ts";
import { stake, unstake } from "./modules/data/messages.ts";
import { setupDataExtension } from "./modules/data/queries.ts";
import { MemoryPendingStore, type PendingReveal } from "./pending.ts";
import { datasetIdOf, publishDataset, publishedBy } from "./publish.ts";
import { SigningAssayClient } from "./signing.ts";
import { firstAccount, importWallet } from "./wallet.ts";

let node: TestNode;
beforeAll(async () => {
  node = await startTestNode();
});
afterAll(() => node.close());

interface Actor {
  readonly client: SigningAssayClient;
  readonly address: string;
}

async function actor(name: string): Promise<Actor> {
  const wallet = await importWallet(node.mnemonic(name));
  const client = SigningAssayClient.createWithSigner(node.rpcUrl, wallet, { pollMs: 30 });
  return { client, address: (await firstAccount(wallet)).address };
}

/** Forty rows, of which two pairs are near. */
function rows(): PackedDataset {
  const texts = Array.from(
    { length: 38 },
    (_, i) => `row ${i}: ${"abcdefghij".repeat(3)} ${i * 7919} ${"xyz"[i % 3]}`,
  );
  const sample = "The quick brown fox jumps over the lazy dog, and then it sleeps.";
  return pack(
    [sample, ...texts, `${sample} `].map((text, i) => ({ text, label: i % 2 === 0 ? "no" : "yes" })),
  );
}

async function publishArgs({ client, address }: Actor, packed: PackedDataset, name: string) {
  const params = await client.query.data.params();
  const owned = coin(params.minOwnerStake, params.stakeDenom);
  return {
    owner: address,
    terms: {
      ...contentTerms(packed),
      name,
      version: 1,
      task: "text-classification",
      licence: "CC0-1.0",
      access: Access.ACCESS_PUBLIC,
      windowBlocks: params.challengeWindowBlocks,
    },
    claims: [
      { kind: ClaimKind.CLAIM_KIND_AVAILABLE, stake: owned },
      { kind: ClaimKind.CLAIM_KIND_UNIQUE, max: 0, stake: owned },
    ],
  };
}

/** Says yes to all open questions for each validator. */
async function attest(): Promise<void> {
  for (const name of ["val-1", "val-2", "val-3"]) {
    const { client, address } = await actor(name);
    const { questions } = await client.query.attest.questions({
      status: QuestionStatus.QUESTION_STATUS_OPEN,
    });
    const messages = questions.map(({ id }) =>
      answer({ attestor: address, questionId: id, answer: Answer.ANSWER_YES }),
    );
    if (messages.length > 0) await client.signAndBroadcast(address, messages);
  }
}

/** Keeps, and then ends the process, as it were, at the given number of savings. */
class DyingStore extends MemoryPendingStore {
  #left: number;
  constructor(left: number) {
    super();
    this.#left = left;
  }
  override async save(pending: PendingReveal): Promise<void> {
    await super.save(pending);
    if (--this.#left === 0) throw new Error("killed");
  }
}

describe("a dataset's way, by single calls", () => {
  it("publishes, is held, is backed, is challenged, and loses", async () => {
    const alice = await actor("alice");
    const packed = rows();
    const store = new MemoryPendingStore();
    const steps: string[] = [];
    const onStep = (s: SealStep): void => {
      const step = s.step === "sealed" ? s.step : `${s.step} ${s.state.state}`;
      if (steps.at(-1) !== step) steps.push(step);
    };
    const published = await publishDataset(alice.client, await publishArgs(alice, packed, "first-set"), {
      store,
      onStep,
    });
    expect(steps).toEqual([
      ...["sealing estimating", "sealing signing", "sealing signed", "sealing sent", "sealed"],
      ...["showing estimating", "showing signing", "showing signed", "showing sent", "showing included"],
    ]);
    expect(await store.list()).toEqual([]);
    const id = published.datasetId;
    expect(toHex(id)).toBe(toHex(await datasetIdOf(alice.client, alice.address, "first-set", 1)));
    expect(publishedBy(published.tx)).toEqual(published);
    const event = findEvent(parseDataEvent, published.tx.events, "data.dataset_published");
    expect(event?.value).toMatchObject({ owner: alice.address, name: "first-set", rowCount: 40n });

    const { data } = alice.client.query;
    expect((await data.dataset(id)).status).toBe(DatasetStatus.DATASET_STATUS_PENDING);
    await attest();
    const dataset = await data.dataset(toHex(id));
    expect(dataset.status).toBe(DatasetStatus.DATASET_STATUS_ACTIVE);
    expect((await data.datasets({ owner: alice.address })).datasets).toEqual([dataset]);
    expect((await data.totals()).datasets).toBe(1n);

    const bob = await actor("bob");
    const claim = ClaimKind.CLAIM_KIND_UNIQUE;
    await bob.client.signAndBroadcast(bob.address, [
      stake({ staker: bob.address, datasetId: id, claim, amount: coin(50_000_000n) }),
      unstake({ staker: bob.address, datasetId: id, claim, amount: coin(10_000_000n) }),
    ]);
    const { positions } = await data.positions({ datasetId: id, account: bob.address });
    expect(positions).toMatchObject([{ amount: 40_000_000n, isOwner: false }]);
    expect((await data.unbondings({ account: bob.address })).unbondings).toMatchObject([
      { amount: 10_000_000n },
    ]);
    expect(await data.withdrawable(bob.address)).toEqual([]);

    const carol = await actor("carol");
    const report = check({
      rows: packed.rows,
      labelOf: packed.labelOf,
      labelCount: 2,
      charset: packed.charset,
    });
    const proof = proofAgainst({ kind: claim, max: 0 }, report, packed);
    const challenged = await challenge(
      carol.client,
      { challenger: carol.address, datasetId: id, claim, proof: proof! },
      { store },
    );
    expect(challenged.status).toBe(CaseStatus.CASE_STATUS_PROVEN);
    const found = await carol.client.query.challenge.case(challenged.caseId);
    expect(found).toMatchObject({ challenger: carol.address, claim, shown: 1, allowed: 0 });
    const cases = await carol.client.query.challenge.cases({ datasetId: id });
    expect(cases.cases).toEqual([found]);
    const revealed = findEvent(parseChallengeEvent, challenged.tx.events, "challenge.challenge_revealed");
    expect(revealed?.value.caseId).toBe(challenged.caseId);
  });

  it("is read by CosmJS's own QueryClient through our extension", async () => {
    const comet = await Comet38Client.connect(node.rpcUrl);
    const client = QueryClient.withExtensions(comet, setupDataExtension);
    expect((await client.data.datasets()).datasets[0]?.terms?.name).toBe("first-set");
    comet.disconnect();
  });
});

describe("after an end at any moment", () => {
  it.each([
    ["signed, not sent: nothing was sealed", 1, "never-sealed"],
    ["sealed: it is shown", 2, "shown"],
    ["showing was signed, not sent: it is shown", 3, "shown"],
  ] as const)("%s", async (what, saves, outcome) => {
    const dave = await actor("dave");
    const store = new DyingStore(saves);
    const args = await publishArgs(dave, rows(), `resumed-${saves}`);
    await expect(publishDataset(dave.client, args, { store }), what).rejects.toThrow("killed");
    const [pending] = await store.list();
    expect(pending).toMatchObject({ kind: "publish", title: `resumed-${saves} v1`, account: dave.address });
    const copy = JSON.parse(JSON.stringify(pending)) as PendingReveal;
    const resumed = await resumeReveal((await actor("dave")).client, copy, { store });
    expect(resumed.outcome).toBe(outcome);
    expect(await store.list()).toEqual([]);
    if (resumed.outcome === "shown") {
      const { datasetId } = publishedBy(resumed.tx);
      expect((await dave.client.query.data.dataset(datasetId)).owner).toBe(dave.address);
    }
  });

  it("when all was sent: it finds that it was shown", async () => {
    const erin = await actor("erin");
    const store = new MemoryPendingStore();
    let last: PendingReveal | undefined;
    const spy = {
      save: async (pending: PendingReveal) => {
        last = pending;
        await store.save(pending);
      },
      list: () => store.list(),
      remove: async () => {},
    };
    const { tx } = await publishDataset(erin.client, await publishArgs(erin, rows(), "shown-before"), {
      store: spy,
    });
    const resumed = await resumeReveal(erin.client, last!, { store });
    expect(resumed).toMatchObject({ outcome: "shown", tx: { hash: tx.hash } });
    expect(await store.list()).toEqual([]);
  });

  it("too late: it says so, and forgets it", async () => {
    const erin = await actor("erin");
    const store = new DyingStore(2);
    await expect(
      publishDataset(erin.client, await publishArgs(erin, rows(), "too-late"), { store }),
    ).rejects.toThrow("killed");
    const [pending] = await store.list();
    const late = { ...pending!, revealBy: await erin.client.getHeight() };
    expect(await resumeReveal(erin.client, late, { store })).toEqual({ outcome: "expired" });
    expect(await store.list()).toEqual([]);
  });

  it("refuses another ledger's entry and a damaged one", async () => {
    const erin = await actor("erin");
    const store = new DyingStore(2);
    await expect(
      publishDataset(erin.client, await publishArgs(erin, rows(), "damaged"), { store }),
    ).rejects.toThrow("killed");
    const [pending] = await store.list();
    await expect(resumeReveal(erin.client, { ...pending!, chainId: "other-1" }, { store })).rejects.toThrow(
      "other-1",
    );
    await expect(resumeReveal(erin.client, { ...pending!, reveal: "AA==" }, { store })).rejects.toThrow(
      "damaged",
    );
    expect(await store.list()).toHaveLength(1);
  });

  it("seals nothing that could not be shown", async () => {
    const carol = await actor("carol");
    const { sequence } = await carol.client.getSequence(carol.address);
    const store = new MemoryPendingStore();
    const misnamed = await publishArgs(carol, rows(), "x");
    await expect(publishDataset(carol.client, misnamed, { store })).rejects.toMatchObject({
      codespace: "data",
      code: 7,
    });
    const dear = await publishArgs(carol, rows(), "too-dear");
    dear.claims[0]!.stake = coin(10n ** 14n);
    await expect(publishDataset(carol.client, dear, { store })).rejects.toMatchObject({
      codespace: "sdk",
      code: 5,
    });
    const alice = await actor("alice");
    const again = await publishArgs(alice, rows(), "first-set");
    await expect(publishDataset(alice.client, again, { store })).rejects.toMatchObject({
      codespace: "data",
      code: 9,
    });
    expect((await carol.client.getSequence(carol.address)).sequence).toBe(sequence);
    expect(await store.list()).toEqual([]);
  });
});
