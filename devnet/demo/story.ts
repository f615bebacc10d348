/**
 * The demo: what people would do, done by five accounts through the client library alone. Alice claims that raw reviews hold
 * no near-duplicates, and loses; Bob's cleaned reviews stand; Erin's padded ones wait for the newcomer.
 *
 * Every step looks at the ledger first, so the story goes on where it was, however often it is stopped.
 *
 * @module
 */
import { challenge } from "@assay/client/challenge";
import { resumeReveal } from "@assay/client/commit-reveal";
import { ContentClient } from "@assay/client/content";
import { check, cleaned } from "@assay/client/dataset/check";
import { contentTerms, type LabelledText, type PackedDataset, pack } from "@assay/client/dataset/pack";
import { proofAgainst } from "@assay/client/dataset/proof";
import { isClientError } from "@assay/client/errors";
import { stake, withdraw } from "@assay/client/modules/data/messages";
import { datasetIdOf, publishDataset } from "@assay/client/publish";
import { SigningAssayClient } from "@assay/client/signing";
import { importWallet } from "@assay/client/wallet";
import { toHex } from "@assay/primitives/bytes";
import {
  Access,
  ClaimKind,
  ClaimStatus,
  type Dataset,
  DatasetStatus,
} from "@assay/proto/gen/assay/data/v1/types";
import type { DevnetConfig } from "../config.ts";
import type { DevnetKey } from "../keys.ts";
import { FilePendingStore } from "../pending-file.ts";
import { DATASETS } from "./cast.ts";
import { type LabelledRow, paddedSentences, SENTENCE_LABELS, sentences } from "./sentences.ts";

export interface StoryOptions {
  readonly nodeUrl: string;
  readonly contentUrl: string;
  readonly config: DevnetConfig;
  readonly keys: ReadonlyMap<string, DevnetKey>;
  /** Folder for what must survive a stop. */
  readonly folder: string;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** The story was told to stop. */
class Stopped extends Error {}

const ASSAY = 1_000_000n;
const UNIQUE = ClaimKind.CLAIM_KIND_UNIQUE;
const DAY_SECONDS = 86_400;

interface Plan {
  readonly owner: string;
  readonly name: string;
  readonly guideline: string;
  readonly card: string;
  readonly rows: readonly LabelledRow[];
  /** Stakes in ASSAY: available, valid rows, no near-duplicates. */
  readonly stakes: readonly [bigint, bigint, bigint];
  readonly max: number;
  readonly window?: bigint;
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

const GUIDELINE =
  "Positive where the writer is content with the thing, negative where not. Judge the sentence alone.";

function card(title: string, text: string): string {
  return `# ${title}\n\n${text}\n\nFrom the UCI "Sentiment Labelled Sentences" (Kotzias et al., KDD 2015), CC-BY-4.0.\n`;
}

function plans(config: DevnetConfig): readonly Plan[] {
  const dayBlocks = BigInt(Math.ceil((DAY_SECONDS * 1000) / Math.max(config.blockTimeMs, 1)));
  const yelp = sentences("yelp");
  return [
    {
      owner: "alice",
      name: DATASETS.amazon,
      guideline: GUIDELINE,
      card: card(
        "Product sentences",
        "Single sentences from product reviews, each labelled for its feeling. As collected, nothing removed.",
      ),
      rows: sentences("amazon"),
      stakes: [100n, 100n, 400n],
      max: 2,
    },
    {
      owner: "bob",
      name: DATASETS.yelp,
      guideline: GUIDELINE,
      card: card(
        "Restaurant sentences",
        "Single sentences from restaurant reviews, each labelled for its feeling. Near-duplicates were removed with `assay dataset check --clean`.",
      ),
      rows: cleaned(yelp).kept,
      stakes: [200n, 100n, 400n],
      max: 2,
    },
    {
      owner: "erin",
      name: DATASETS.imdb,
      guideline: GUIDELINE,
      card: card("Film sentences", "Single sentences from film reviews, each labelled for its feeling."),
      rows: paddedSentences(),
      stakes: [100n, 100n, 500n],
      max: 2,
      window: dayBlocks,
    },
  ];
}

class Story {
  readonly #options: StoryOptions;
  readonly #content: ContentClient;
  readonly #clients = new Map<string, SigningAssayClient>();

  constructor(options: StoryOptions) {
    this.#options = options;
    this.#content = new ContentClient(options.contentUrl);
  }

  address(name: string): string {
    return this.#options.keys.get(name)!.address;
  }

  async client(name: string): Promise<SigningAssayClient> {
    let client = this.#clients.get(name);
    if (client === undefined) {
      const { config, keys, nodeUrl } = this.#options;
      const wallet = await importWallet(keys.get(name)!.mnemonic, { prefix: config.bech32Prefix });
      client = SigningAssayClient.createWithSigner(nodeUrl, wallet, {
        gasPrice: `${config.minGasPrice}${config.denom}`,
      });
      this.#clients.set(name, client);
    }
    return client;
  }

  store(name: string): FilePendingStore {
    return new FilePendingStore(`${this.#options.folder}/${name}`);
  }

  coin(assay: bigint): { denom: string; amount: string } {
    return { denom: this.#options.config.denom, amount: String(assay * ASSAY) };
  }

  say(line: string): void {
    this.#options.say(line);
  }

  /** Asks again each half block until the answer is there. */
  async until<T>(look: () => Promise<T | undefined>): Promise<T> {
    for (;;) {
      if (this.#options.signal.aborted) throw new Stopped();
      const found = await look();
      if (found !== undefined) return found;
      await new Promise((resolve) =>
        setTimeout(resolve, Math.min(1000, this.#options.config.blockTimeMs / 2 + 50)),
      );
    }
  }

  async dataset(id: Uint8Array): Promise<Dataset | undefined> {
    const client = await this.client("bob");
    try {
      return await client.query.data.dataset(id);
    } catch (error) {
      if (isClientError(error, "notFound")) return undefined;
      throw error;
    }
  }

  /** Shows what a stop left sealed. */
  async resume(name: string): Promise<void> {
    const store = this.store(name);
    for (const pending of await store.list()) {
      await resumeReveal(await this.client(name), pending, { store });
    }
  }

  /** Publishes, uploads, and waits until the validators hold it. */
  async publish(plan: Plan): Promise<{ id: Uint8Array; packed: PackedDataset }> {
    const { owner, name } = plan;
    const rows: LabelledText[] = plan.rows.map(({ text, label }) => ({
      text,
      label: SENTENCE_LABELS[label]!,
    }));
    const packed = pack(rows, { labelNames: SENTENCE_LABELS });
    const client = await this.client(owner);
    const id = await datasetIdOf(client, this.address(owner), name, 1);
    await this.resume(owner);
    if ((await this.dataset(id)) === undefined) {
      const params = await client.query.data.params();
      await publishDataset(
        client,
        {
          owner: this.address(owner),
          terms: {
            ...contentTerms(packed),
            name,
            version: 1,
            task: "text-classification",
            guideline: plan.guideline,
            licence: "CC-BY-4.0",
            card: plan.card,
            access: Access.ACCESS_PUBLIC,
            windowBlocks: least(plan.window ?? params.challengeWindowBlocks, params.maxWindowBlocks),
          },
          claims: [
            { kind: ClaimKind.CLAIM_KIND_AVAILABLE, stake: this.coin(plan.stakes[0]) },
            { kind: ClaimKind.CLAIM_KIND_SCHEMA_VALID, stake: this.coin(plan.stakes[1]) },
            { kind: UNIQUE, max: plan.max, stake: this.coin(plan.stakes[2]) },
          ],
        },
        { store: this.store(owner) },
      );
      this.say(
        `${owner} published ${name}: ${packed.rowCount} rows, and ${plan.stakes[2]} ASSAY that at most ${plan.max} pairs are near-duplicates`,
      );
    }
    const blobs = contentTerms(packed);
    for (const [blob, bytes] of [
      [blobs.featuresBlob!, packed.features.bytes],
      [blobs.labelsBlob!, packed.labels.bytes],
    ] as const) {
      if (!(await this.#content.has(blob))) await this.#content.put(bytes);
    }
    await this.until(async () => {
      const dataset = await this.dataset(id);
      if (dataset?.status === DatasetStatus.DATASET_STATUS_REJECTED) throw new Error(`${name} was rejected`);
      return dataset !== undefined && dataset.status !== DatasetStatus.DATASET_STATUS_PENDING
        ? dataset
        : undefined;
    });
    return { id, packed };
  }

  /** Backs a claim, once. */
  async back(who: string, id: Uint8Array, assay: bigint): Promise<void> {
    const client = await this.client(who);
    const { positions } = await client.query.data.positions({ datasetId: id, account: this.address(who) });
    const dataset = await this.dataset(id);
    const claim = claimOf(dataset);
    if (positions.length > 0 || claim?.status !== ClaimStatus.CLAIM_STATUS_OPEN) return;
    const message = stake({
      staker: this.address(who),
      datasetId: id,
      claim: UNIQUE,
      amount: this.coin(assay),
    });
    await client.signAndBroadcast(this.address(who), [message]);
    this.say(`${who} backed ${dataset!.terms!.name} with ${assay} ASSAY`);
  }

  /** Finds what is false, proves it, and waits for the stake. */
  async fell(who: string, id: Uint8Array, packed: PackedDataset): Promise<void> {
    const client = await this.client(who);
    await this.resume(who);
    const dataset = await this.dataset(id);
    const claim = claimOf(dataset);
    if (claim === undefined) return;
    const { cases } = await client.query.challenge.cases({ datasetId: id });
    if (claim.status === ClaimStatus.CLAIM_STATUS_OPEN && cases.length === 0) {
      const report = check({ ...packed, labelCount: packed.labelNames.length });
      const proof = proofAgainst({ kind: claim.kind, max: claim.max }, report, packed);
      if (proof === undefined) throw new Error("the demo's duplicates are gone");
      await challenge(
        client,
        {
          challenger: this.address(who),
          datasetId: id,
          claim: claim.kind,
          proof,
          // The reward is at most 20 bonds.
          bond: 10n * ASSAY,
          title: dataset!.terms!.name,
        },
        { store: this.store(who) },
      );
      this.say(`${who} showed ${claim.max + 1} pairs of nearly equal rows in ${dataset!.terms!.name}`);
    }
    const isNews = claim.status === ClaimStatus.CLAIM_STATUS_OPEN;
    const lost = await this.until(async () => {
      const now = claimOf(await this.dataset(id));
      return now === undefined || now.status === ClaimStatus.CLAIM_STATUS_OPEN ? undefined : now;
    });
    if (isNews && lost.status === ClaimStatus.CLAIM_STATUS_LOST) {
      const { cases: settled } = await client.query.challenge.cases({ datasetId: id });
      const won = settled.find((one) => one.id === lost.lostCase);
      this.say(
        `The claim fell: its owner lost ${lost.slashedOwner / ASSAY} ASSAY and its backers ${lost.slashedBackers / ASSAY}; ` +
          `${(won?.reward ?? 0n) / ASSAY} go to ${won?.challenger === this.address(who) ? who : "the challenger"}, ${(won?.burned ?? 0n) / ASSAY} burned`,
      );
    }
    await this.collect(who, id);
  }

  /** Withdraws what a dataset owes. */
  async collect(who: string, id: Uint8Array): Promise<void> {
    const client = await this.client(who);
    const owed = await client.query.data.withdrawable(this.address(who), toHex(id));
    const amount = owed.reduce((sum, { amount: coin }) => sum + BigInt(coin?.amount ?? "0"), 0n);
    if (amount === 0n) return;
    await client.signAndBroadcast(this.address(who), [
      withdraw({ account: this.address(who), datasetId: id }),
    ]);
    this.say(`${who} withdrew ${amount / ASSAY} ASSAY`);
  }

  /** Waits for a set's end. @returns whether it was still open, and is final now. */
  async final(id: Uint8Array): Promise<boolean> {
    const { ACTIVE, FINAL } = {
      ACTIVE: DatasetStatus.DATASET_STATUS_ACTIVE,
      FINAL: DatasetStatus.DATASET_STATUS_FINAL,
    };
    const before = await this.dataset(id);
    const after = await this.until(async () => {
      const dataset = await this.dataset(id);
      return dataset?.status === ACTIVE ? undefined : dataset;
    });
    return before?.status === ACTIVE && after.status === FINAL;
  }
}

const claimOf = (dataset: Dataset | undefined) => dataset?.claims.find(({ kind }) => kind === UNIQUE);

/** Tells the story from where the ledger is. Resolves at its end, or when the signal stops it. */
export async function runStory(options: StoryOptions): Promise<void> {
  const story = new Story(options);
  const [amazon, yelp, imdb] = plans(options.config) as [Plan, Plan, Plan];
  try {
    await Promise.all([
      (async () => {
        const { id, packed } = await story.publish(amazon);
        await story.back("carol", id, 250n);
        await story.fell("dave", id, packed);
      })(),
      (async () => {
        const { id } = await story.publish(yelp);
        await story.back("carol", id, 250n);
        if (await story.final(id)) {
          story.say(`${yelp.name} is final: nobody proved a claim of it false while its window was open`);
        }
        await story.collect("bob", id);
        await story.collect("carol", id);
      })(),
      story.publish(imdb),
    ]);
  } catch (error) {
    if (!(error instanceof Stopped) && !options.signal.aborted) throw error;
  }
}
