import { ascii } from "@assay/primitives/bytes";
import { sha256 } from "@assay/primitives/hash";
import { DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { Msg } from "@assay/proto/gen/assay/registry/v1/tx";
import {
  ParentKind,
  type ParentTerms,
  TensorType,
  type Version,
  VersionStatus,
  VersionTerms,
} from "@assay/proto/gen/assay/registry/v1/types";
import type { DeepPartial } from "@assay/proto/wire/message-type";
import { salt, type TestSet } from "../../test/harness/dataset.ts";
import { describeFailureOrder, type FailureRow } from "../../test/harness/failure-order.ts";
import { ASSAY, address, Market } from "../../test/harness/market.ts";
import { edge, finalSet, parent, SHORT_WINDOWS, TestModel, versionTerms } from "../../test/harness/model.ts";
import { state as dataState } from "../data/state.ts";
import { state } from "./state.ts";

const RICH = { bob: 10_000n * ASSAY, pam: 10_000n * ASSAY, olga: 10_000n * ASSAY, poor: 1000n };

const pause = ({ market }: { market: Market }): void =>
  market.write((ctx) => state.params.set(ctx, { ...state.params.must(ctx), paused: true }));

/** Changes a stored version behind the module's back. */
const edit = (market: Market, id: Uint8Array, change: Partial<Version>): void =>
  market.write((ctx) => state.versions.set(ctx, id, { ...state.versions.get(ctx, id)!, ...change }));

const editSet = (market: Market, set: TestSet, change: object): void =>
  market.write((ctx) =>
    dataState.datasets.set(ctx, set.id, { ...dataState.datasets.get(ctx, set.id)!, ...change }),
  );

/** Where versions are published: a closed parent of pam's that bob may name, and a final set of olga's. */
function publishMarket() {
  const market = new Market({ coins: RICH, ...SHORT_WINDOWS });
  const closed = new TestModel("pam", "base", { openLineage: false }).activate(market);
  const set = finalSet(market, "olga", "rows");
  const grant = {
    owner: address("pam"),
    parentId: closed.versionId,
    builder: address("bob"),
    minWeightBps: 500,
  };
  market.must(Msg.GrantLineage, grant);
  return { market, closed, set, grant };
}

interface PublishDraft extends ReturnType<typeof publishMarket> {
  readonly message: { owner: string; terms: VersionTerms | undefined };
}

const terms =
  (change: DeepPartial<VersionTerms>) =>
  ({ message }: PublishDraft): void => {
    message.terms = VersionTerms.fromPartial({ ...message.terms, ...change });
  };

const publishTerms = ({ closed, set }: ReturnType<typeof publishMarket>): VersionTerms =>
  versionTerms({ parents: [parent(closed, 500), parent(set, 2500)] });

const changeParents =
  (change: (parent: ParentTerms, i: number) => DeepPartial<ParentTerms>) =>
  (draft: PublishDraft): void =>
    terms({ parents: (draft.message.terms?.parents ?? []).map((p, i) => ({ ...p, ...change(p, i) })) })(
      draft,
    );

const loop = { operators: ["Loop"] };
const otherParent: DeepPartial<ParentTerms> = {
  kind: ParentKind.PARENT_KIND_VERSION,
  id: salt("nobody"),
  weightBps: 1,
};
/** Rows that both messages of a publish share: those before state is looked at, and those after the model is found. */
const stateless: readonly FailureRow<PublishDraft>[] = [
  { code: "registry/5", message: { terms: undefined } },
  { code: "registry/6", breaks: terms({ modelBlob: { sha256: sha256(ascii("x")), size: 0n } }) },
  { code: "registry/7", breaks: terms(loop) },
  {
    code: "registry/8",
    breaks: terms({ inputs: [{ name: "ids", type: TensorType.TENSOR_TYPE_UNSPECIFIED, axes: [] }] }),
  },
  { code: "registry/9", breaks: terms({ task: "Text Classification" }) },
  { code: "registry/10", breaks: terms({ licence: "MIT or so" }) },
  { code: "registry/11", breaks: terms({ card: "# Spam" }) },
  { code: "registry/12", breaks: terms({ contentUrls: ["file:///etc/passwd"] }) },
  { code: "registry/13", breaks: changeParents((_p, i) => (i === 1 ? { weightBps: 0 } : {})) },
  { code: "registry/2", breaks: pause },
];
const stateful: readonly FailureRow<PublishDraft>[] = [
  { code: "registry/14", breaks: terms({ useBps: 5001 }) },
  { code: "registry/6", breaks: terms({ modelBlob: { sha256: salt("big"), size: (1n << 26n) + 1n } }) },
  { code: "registry/13", breaks: changeParents((_p, i) => (i === 1 ? { weightBps: 2501 } : {})) },
  {
    code: "registry/20",
    breaks: (draft) =>
      terms({ parents: [...(draft.message.terms?.parents ?? []).slice(0, 1), otherParent] })(draft),
  },
  {
    code: "registry/21",
    breaks: ({ market, set }) => editSet(market, set, { status: DatasetStatus.DATASET_STATUS_ACTIVE }),
  },
  {
    code: "registry/22",
    breaks: ({ market, grant }) => void market.must(Msg.GrantLineage, { ...grant, minWeightBps: 501 }),
  },
  {
    code: "sdk/5",
    breaks: ({ market }) =>
      market.write((ctx) => state.params.set(ctx, { ...state.params.must(ctx), publishBurn: 10n ** 12n })),
  },
];

function modelDraft() {
  const around = publishMarket();
  const message: { owner: string; name: string; terms: VersionTerms | undefined } = {
    owner: address("bob"),
    name: "spam",
    terms: publishTerms(around),
  };
  return { ...around, message };
}
type ModelDraft = ReturnType<typeof modelDraft>;

describeFailureOrder<ModelDraft>(
  "registry",
  "MsgPublishModel",
  modelDraft,
  ({ market, message }) => market.deliver(Msg.PublishModel, message),
  [
    { code: "sdk/7", message: { owner: "assay1nobody" } },
    { code: "registry/4", message: { name: "Spam!" } },
    ...stateless,
    {
      code: "registry/15",
      breaks({ market }) {
        market.write((ctx) => {
          const model = new TestModel("bob", "spam");
          state.models.set(ctx, model.modelId, {
            ...state.models.map.valueCodec.decode(new Uint8Array(0)),
            id: model.modelId,
            owner: address("pam"),
          });
        });
      },
    },
    ...stateful,
  ],
);

function versionDraft() {
  const around = publishMarket();
  const model = new TestModel("bob", "spam").activate(around.market);
  const message: { owner: string; modelId: Uint8Array; terms: VersionTerms | undefined } = {
    owner: address("bob"),
    modelId: model.modelId,
    terms: publishTerms(around),
  };
  return { ...around, model, message };
}

describeFailureOrder<ReturnType<typeof versionDraft>>(
  "registry",
  "MsgPublishVersion",
  versionDraft,
  ({ market, message }) => market.deliver(Msg.PublishVersion, message),
  [
    { code: "sdk/7", message: { owner: "" } },
    { code: "registry/3", message: { modelId: new Uint8Array(31) } },
    ...stateless,
    { code: "registry/16", message: { modelId: salt("no model") } },
    { code: "registry/18", message: { owner: address("pam") } },
    ...stateful,
  ],
);

function liveDraft() {
  const market = new Market({ coins: RICH, ...SHORT_WINDOWS });
  const model = new TestModel("bob", "spam").activate(market);
  return { market, model };
}

function retireDraft() {
  const { market, model } = liveDraft();
  return { market, model, message: { owner: address("bob"), versionId: model.versionId } };
}

describeFailureOrder<ReturnType<typeof retireDraft>>(
  "registry",
  "MsgRetireVersion",
  retireDraft,
  ({ market, message }) => market.deliver(Msg.RetireVersion, message),
  [
    { code: "sdk/7", message: { owner: "x" } },
    { code: "registry/3", message: { versionId: new Uint8Array(33) } },
    { code: "registry/17", message: { versionId: salt("no version") } },
    { code: "registry/18", message: { owner: address("pam") } },
    {
      code: "registry/19",
      breaks: ({ market, model }) =>
        edit(market, model.versionId, { status: VersionStatus.VERSION_STATUS_PENDING }),
    },
  ],
);

describeFailureOrder(
  "registry",
  "MsgOfferModel",
  () => {
    const { market, model } = liveDraft();
    return { market, message: { owner: address("bob"), modelId: model.modelId, to: address("pam") } };
  },
  ({ market, message }) => market.deliver(Msg.OfferModel, message),
  [
    { code: "sdk/7", message: { owner: "x" } },
    { code: "sdk/7", message: { to: "cosmos1x" } },
    { code: "registry/3", message: { modelId: new Uint8Array(0) } },
    { code: "registry/16", message: { modelId: salt("no model") } },
    { code: "registry/18", message: { owner: address("pam") } },
    { code: "registry/23", message: { to: "" } },
  ],
);

describeFailureOrder(
  "registry",
  "MsgAcceptModel",
  () => {
    const { market, model } = liveDraft();
    market.must(Msg.OfferModel, { owner: address("bob"), modelId: model.modelId, to: address("pam") });
    return { market, message: { newOwner: address("pam"), modelId: model.modelId } };
  },
  ({ market, message }) => market.deliver(Msg.AcceptModel, message),
  [
    { code: "sdk/7", message: { newOwner: "x" } },
    { code: "registry/3", message: { modelId: new Uint8Array(0) } },
    { code: "registry/16", message: { modelId: salt("no model") } },
    { code: "registry/23", message: { newOwner: address("olga") } },
  ],
);

describeFailureOrder(
  "registry",
  "MsgGrantLineage",
  () => {
    const { market, model } = liveDraft();
    const message = {
      owner: address("bob"),
      parentId: model.versionId,
      builder: address("pam"),
      minWeightBps: 300,
    };
    return { market, message };
  },
  ({ market, message }) => market.deliver(Msg.GrantLineage, message),
  [
    { code: "sdk/7", message: { owner: "x" } },
    { code: "sdk/7", message: { builder: "" } },
    { code: "registry/3", message: { parentId: new Uint8Array(0) } },
    { code: "registry/13", message: { minWeightBps: 10_001 } },
    { code: "registry/17", message: { parentId: salt("no version") } },
    { code: "registry/18", message: { owner: address("pam") } },
    { code: "registry/24", message: { minWeightBps: 0 } },
  ],
);

const score = (market: Market, model: TestModel, testSet: string) => {
  const message = { owner: address("bob"), versionId: model.versionId, testSet, metric: "f1", rows: 9n };
  market.must(Msg.ReportScore, message);
};

function scoreDraft() {
  const market = new Market({ coins: RICH, registry: { maxScores: 2 } });
  const model = new TestModel("bob", "spam").activate(market);
  const message = {
    owner: address("bob"),
    versionId: model.versionId,
    testSet: "sms",
    datasetId: new Uint8Array(0) as Uint8Array,
    metric: "accuracy",
    valuePpm: 980_000,
    rows: 400n,
  };
  return { market, model, message };
}

describeFailureOrder<ReturnType<typeof scoreDraft>>(
  "registry",
  "MsgReportScore",
  scoreDraft,
  ({ market, message }) => market.deliver(Msg.ReportScore, message),
  [
    { code: "sdk/7", message: { owner: "x" } },
    { code: "registry/3", message: { datasetId: new Uint8Array(3) } },
    { code: "registry/25", message: { valuePpm: 1_000_001 } },
    { code: "registry/2", breaks: pause },
    { code: "registry/17", message: { versionId: salt("no version") } },
    { code: "registry/18", message: { owner: address("pam") } },
    {
      code: "registry/19",
      breaks: ({ market, model }) =>
        edit(market, model.versionId, { status: VersionStatus.VERSION_STATUS_RETIRED }),
    },
    { code: "registry/27", message: { datasetId: salt("no dataset") } },
    {
      code: "registry/26",
      breaks({ market, model }) {
        for (const testSet of ["one", "two"]) score(market, model, testSet);
      },
    },
  ],
);

type Edge = ReturnType<typeof edge>;
const edges =
  (change: (edge: Edge) => Edge[]) =>
  ({ message }: { message: { edges: Edge[] } }): void => {
    message.edges = change(message.edges[0]!);
  };

/** Bob's model was made from olga's set and has earned. */
function pullDraft() {
  const market = new Market({ coins: RICH, ...SHORT_WINDOWS });
  const set = finalSet(market, "olga", "rows");
  const model = new TestModel("bob", "spam", { parents: [parent(set, 1000)] }).activate(market);
  model.receive(market, "pam", 1000n);
  const account = address("pam");
  return { market, set, model, message: { account, edges: [edge(model, set)] } };
}

describeFailureOrder<ReturnType<typeof pullDraft>>(
  "registry",
  "MsgPull",
  pullDraft,
  ({ market, message }) => market.deliver(Msg.Pull, message),
  [
    { code: "sdk/7", message: { account: "x" } },
    {
      code: "registry/3",
      breaks: edges(({ versionId }) => [{ versionId, parentId: new Uint8Array(1) }]),
    },
    {
      code: "registry/12",
      breaks: edges((one) => Array(33).fill(one)),
    },
    {
      code: "registry/17",
      breaks: edges(({ parentId }) => [{ versionId: salt("none"), parentId }]),
    },
    {
      code: "registry/28",
      breaks: edges(({ versionId }) => [{ versionId, parentId: salt("none") }]),
    },
    { code: "registry/29", breaks: ({ market, set }) => editSet(market, set, { openCases: 1 }) },
    {
      code: "registry/30",
      breaks: ({ market, message }) => void market.deliver(Msg.Pull, message),
    },
  ],
);
