/** The market on the whole application: signed transactions with fees, genesis out and in again. */
import { toHex } from "@assay/primitives/bytes";
import { datasetId, publishCommitHash } from "@assay/primitives/dataset/id";
import { modelId, modelVersionId } from "@assay/primitives/model/id";
import { Msg as AttestMsg } from "@assay/proto/gen/assay/attest/v1/tx";
import { Answer } from "@assay/proto/gen/assay/attest/v1/types";
import { Query as ChallengeQuery } from "@assay/proto/gen/assay/challenge/v1/query";
import { Msg as ChallengeMsg } from "@assay/proto/gen/assay/challenge/v1/tx";
import { CaseStatus } from "@assay/proto/gen/assay/challenge/v1/types";
import { Query } from "@assay/proto/gen/assay/data/v1/query";
import { Msg } from "@assay/proto/gen/assay/data/v1/tx";
import { DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { Query as RegistryQuery } from "@assay/proto/gen/assay/registry/v1/query";
import { Msg as RegistryMsg } from "@assay/proto/gen/assay/registry/v1/tx";
import { ParentKind, type ParentTerms } from "@assay/proto/gen/assay/registry/v1/types";
import { messageToJson } from "@assay/proto/wire/json";
import { describe, expect, test } from "vitest";
import { createTestApp, importTestApp, msg, type TestApp, type TestMessage } from "../harness/app-harness.ts";
import {
  CLAIM_KIND_AVAILABLE,
  CLAIM_KIND_SCHEMA_VALID,
  CLAIM_KIND_UNIQUE,
  challengeHash,
  claim,
  coins,
  salt,
  sampleRows,
  TestSet,
} from "../harness/dataset.ts";
import { ASSAY } from "../harness/market.ts";
import { versionTerms } from "../harness/model.ts";

const genesis = {
  data: {
    params: {
      attest_blocks: "30",
      challenge_window_blocks: "60",
      unbonding_blocks: "40",
      reveal_max_blocks: "20",
    },
  },
  challenge: { params: { reveal_max_blocks: "20" } },
};
const rich = 10_000n * ASSAY;

const balances = { alice: rich, bob: rich, carol: rich, dave: rich, v1: rich, v2: rich, v3: rich, v4: rich };
const gas = 3_000_000n;

async function send(chain: TestApp, name: string, message: TestMessage): Promise<bigint> {
  const outcome = await chain.deliver(chain.signer(name), [message], { gas });
  expect(outcome.log).toBe("");
  return outcome.gasUsed;
}

/** Publishes as a client would; returns the dataset's id and what each step cost. */
async function publish(chain: TestApp, owner: string, set: TestSet, attested = true) {
  const { address, bytes } = chain.signer(owner);
  const id = datasetId(chain.chainId, bytes, set.terms.name, 1);
  const { featuresRoot, labelsRoot } = set.terms;
  const hash = publishCommitHash({ id, featuresRoot, labelsRoot, salt: salt("publish") });
  const commitGas = await send(chain, owner, msg(Msg.CommitPublish.request, { owner: address, hash }));
  const claims = [CLAIM_KIND_AVAILABLE, CLAIM_KIND_SCHEMA_VALID, CLAIM_KIND_UNIQUE].map((kind) =>
    claim(kind),
  );
  const message = { owner: address, terms: set.terms, claims, salt: salt("publish") };
  const publishGas = await send(chain, owner, msg(Msg.PublishDataset.request, message));
  let answerGas = 0n;
  if (attested) {
    const { dataset } = await chain.query(Query.Dataset, { id });
    for (const v of ["v1", "v2", "v3"]) {
      const answer = {
        attestor: chain.signer(v).address,
        questionId: dataset!.questionId,
        answer: Answer.ANSWER_YES,
      };
      answerGas = await send(chain, v, msg(AttestMsg.Answer.request, answer));
    }
  }
  return { id, commitGas, publishGas, answerGas };
}

const stakeOf = (chain: TestApp, name: string, id: Uint8Array, amount: bigint) => ({
  staker: chain.signer(name).address,
  datasetId: id,
  claim: CLAIM_KIND_UNIQUE,
  amount: coins(amount),
});

function challengeOf(
  chain: TestApp,
  name: string,
  set: TestSet,
  id: Uint8Array,
  pair: readonly [number, number],
) {
  const { address, bytes } = chain.signer(name);
  const proof = set.uniqueProof(pair);
  const hash = challengeHash(bytes, id, CLAIM_KIND_UNIQUE, proof, name);
  return {
    seal: msg(ChallengeMsg.CommitChallenge.request, { challenger: address, hash, bond: coins(5n * ASSAY) }),
    show: msg(ChallengeMsg.Challenge.request, {
      challenger: address,
      datasetId: id,
      claim: CLAIM_KIND_UNIQUE,
      proof,
      salt: salt(name),
    }),
  };
}

describe("the market on the whole application", () => {
  test("a claim is staked on, proved false and slashed by signed transactions of bounded gas", async () => {
    const chain = await createTestApp({ balances, genesis });
    const set = new TestSet("alice", sampleRows(3, 1));
    const { id, commitGas, publishGas, answerGas } = await publish(chain, "alice", set);
    const stakeGas = await send(chain, "bob", msg(Msg.Stake.request, stakeOf(chain, "bob", id, 50n * ASSAY)));
    const { seal, show } = challengeOf(chain, "carol", set, id, [3, 4]);
    const sealGas = await send(chain, "carol", seal);
    const showGas = await send(chain, "carol", show);
    const before = await chain.supply();
    await chain.advance(20);
    expect(before - (await chain.supply())).toBe(110n * ASSAY);
    const withdraw = { account: chain.signer("carol").address, datasetId: id };
    const withdrawGas = await send(chain, "carol", msg(Msg.Withdraw.request, withdraw));
    const { cases } = await chain.query(ChallengeQuery.Cases, { datasetId: id });
    expect(cases[0]).toMatchObject({ status: CaseStatus.CASE_STATUS_WON, reward: 40n * ASSAY });
    const used = { commitGas, publishGas, answerGas, stakeGas, sealGas, showGas, withdrawGas };
    for (const [name, amount] of Object.entries(used)) {
      expect(amount, `${name} of ${JSON.stringify(used, (_k, v) => String(v))}`).toBeLessThan(
        name === "publishGas" ? 600_000n : 250_000n,
      );
    }
  });

  test("an export in the middle of everything, imported, has the same state and goes on alike", async () => {
    const chain = await createTestApp({ balances, genesis });
    const names = ["one", "two", "three", "four"];
    const sets = names.map((name) => new TestSet("alice", sampleRows(3, 1), { name }));
    const ids: Uint8Array[] = [];
    for (const [i, set] of sets.entries()) ids.push((await publish(chain, "alice", set, i < 3)).id);
    for (const id of ids.slice(0, 3)) {
      await send(chain, "bob", msg(Msg.Stake.request, stakeOf(chain, "bob", id, 50n * ASSAY)));
      await send(chain, "bob", msg(Msg.Unstake.request, stakeOf(chain, "bob", id, 20n * ASSAY)));
    }
    // Lost, about to be lost, sealed; a fourth waits for the validators; a publish is sealed.
    const first = challengeOf(chain, "carol", sets[0]!, ids[0]!, [3, 4]);
    await send(chain, "carol", first.seal);
    await send(chain, "carol", first.show);
    await chain.advance(20);
    const second = challengeOf(chain, "carol", sets[1]!, ids[1]!, [3, 4]);
    await send(chain, "carol", second.seal);
    await send(chain, "carol", second.show);
    const third = challengeOf(chain, "dave", sets[2]!, ids[2]!, [3, 4]);
    await send(chain, "dave", third.seal);
    const hash = salt("sealed");
    await send(chain, "bob", msg(Msg.CommitPublish.request, { owner: chain.signer("bob").address, hash }));

    const exported = chain.app.exportGenesis();
    const copy = await importTestApp(exported, {});
    const again = copy.app.exportGenesis();
    expect(again.appState).toEqual(exported.appState);
    expect(again.appState.data).toMatchObject({ totals: { lost_claims: "1" } });

    // Both go on: what was sealed is shown, what is due is settled, everything ends alike.
    for (const one of [chain, copy]) {
      await send(one, "dave", third.show);
      await one.advance(90);
      for (const id of ids) {
        const { dataset } = await one.query(Query.Dataset, { id });
        const isRejected = dataset!.terms!.name === "four";
        expect(dataset!.status).toBe(
          isRejected ? DatasetStatus.DATASET_STATUS_REJECTED : DatasetStatus.DATASET_STATUS_FINAL,
        );
      }
    }
    expect(messageToJson(Query.Totals.response, await copy.query(Query.Totals, {}))).toEqual(
      messageToJson(Query.Totals.response, await chain.query(Query.Totals, {})),
    );
    expect(copy.height).toBe(chain.height);
    expect(toHex(copy.lastBlock!.appHash)).toBe(toHex(chain.lastBlock!.appHash));
  });

  test("models are published, loaded, paid for and pulled by signed transactions, and an export goes on alike", async () => {
    const chain = await createTestApp({ balances, genesis });
    const used: Record<string, bigint> = {};
    const live = async (owner: string, name: string, parents: ParentTerms[], openLineage: boolean) => {
      const id = modelId(chain.chainId, chain.signer(owner).bytes, name);
      const message = {
        owner: chain.signer(owner).address,
        name,
        terms: versionTerms({ parents, openLineage }),
      };
      used.publish = await send(chain, owner, msg(RegistryMsg.PublishModel.request, message));
      const versionId = modelVersionId(id, 1);
      const { version } = await chain.query(RegistryQuery.Version, { id: versionId });
      for (const v of ["v1", "v2", "v3"]) {
        const answer = {
          attestor: chain.signer(v).address,
          questionId: version!.questionId,
          answer: Answer.ANSWER_YES,
          measured: 2_000_000_000n,
        };
        used.answer = await send(chain, v, msg(AttestMsg.Answer.request, answer));
      }
      return { modelId: id, versionId };
    };
    const base = await live("alice", "base", [], false);
    const grant = {
      owner: chain.signer("alice").address,
      parentId: base.versionId,
      builder: chain.signer("bob").address,
      minWeightBps: 1000,
    };
    used.grant = await send(chain, "alice", msg(RegistryMsg.GrantLineage.request, grant));
    const named = { kind: ParentKind.PARENT_KIND_VERSION, id: base.versionId, weightBps: 1000 };
    const top = await live("bob", "top", [named], true);
    await send(chain, "alice", msg(RegistryMsg.GrantLineage.request, grant));
    const score = {
      owner: chain.signer("bob").address,
      versionId: top.versionId,
      testSet: "sms",
      metric: "accuracy",
      valuePpm: 973_000,
      rows: 400n,
    };
    used.score = await send(chain, "bob", msg(RegistryMsg.ReportScore.request, score));
    const offer = {
      owner: chain.signer("alice").address,
      modelId: base.modelId,
      to: chain.signer("carol").address,
    };
    used.offer = await send(chain, "alice", msg(RegistryMsg.OfferModel.request, offer));
    for (const [name, amount] of Object.entries(used)) {
      expect(amount, `${name} of ${JSON.stringify(used, (_k, v) => String(v))}`).toBeLessThan(
        name === "publish" ? 500_000n : 250_000n,
      );
    }

    const exported = chain.app.exportGenesis();
    const copy = await importTestApp(exported, {});
    expect(copy.app.exportGenesis().appState).toEqual(exported.appState);
    expect(exported.appState.registry).toMatchObject({ models: [{}, {}], grants: [{}], scores: [{}] });
    for (const one of [chain, copy]) {
      const accept = { newOwner: one.signer("carol").address, modelId: base.modelId };
      await send(one, "carol", msg(RegistryMsg.AcceptModel.request, accept));
      const retire = { owner: one.signer("bob").address, versionId: top.versionId };
      await send(one, "bob", msg(RegistryMsg.RetireVersion.request, retire));
      await one.advance(35);
    }
    expect(copy.height).toBe(chain.height);
    expect(toHex(copy.lastBlock!.appHash)).toBe(toHex(chain.lastBlock!.appHash));
  });

  test("a genesis whose models do not hold together is refused", async () => {
    const chain = await createTestApp({ balances, genesis });
    const message = { owner: chain.signer("alice").address, name: "base", terms: versionTerms() };
    await send(chain, "alice", msg(RegistryMsg.PublishModel.request, message));
    const broken = async (change: (registry: { [key: string]: never }) => void): Promise<string> => {
      const exported = structuredClone(chain.app.exportGenesis());
      change(exported.appState.registry as { [key: string]: never });
      return importTestApp(exported, {}).then(
        () => "taken",
        (error: Error) => error.message,
      );
    };
    type Registry = {
      versions: Record<string, unknown>[];
      models: Record<string, unknown>[];
      owed: unknown[];
    };
    const edit = (run: (registry: Registry) => void) =>
      broken((registry) => run(registry as unknown as Registry));
    expect(await edit(() => {})).toBe("taken");
    expect(await edit((r) => r.owed.push({ account: chain.signer("bob").address, amount: "5" }))).toMatch(
      /owes 5/,
    );
    expect(await edit((r) => r.models.pop())).toMatch(/has no model/);
    expect(await edit((r) => r.versions.push(r.versions[0]!))).toMatch(/twice/);
    expect(await edit((r) => Object.assign(r.versions[0]!, { terms: null }))).toMatch(/has no terms/);
    expect(await edit((r) => Object.assign(r.versions[0]!, { status: "VERSION_STATUS_LIVE" }))).toMatch(
      /was live/,
    );
    expect(await edit((r) => Object.assign(r.versions[0]!, { use_bps: 7 }))).toMatch(/what its terms say/);
    expect(await edit((r) => Object.assign(r.models[0]!, { versions: 2 }))).toMatch(/counts 2/);
  });
});
