import type { SealStep } from "@assay/client/commit-reveal";
import { ContentClient } from "@assay/client/content";
import type { CheckReport } from "@assay/client/dataset/check";
import { readContent } from "@assay/client/dataset/content";
import { publishBurn } from "@assay/client/dataset/terms";
import { isClientError } from "@assay/client/errors";
import { datasetIdOf, publishDataset } from "@assay/client/publish";
import { equal, fromHex, toHex } from "@assay/primitives/bytes";
import { ClaimKind, type Dataset, DatasetTerms, type Params } from "@assay/proto/gen/assay/data/v1/types";
import { amountFlag } from "../amount-flag.ts";
import { type ClaimFlag, claimFlag, claimWord } from "../claim-flag.ts";
import { type DatasetFolder, readDatasetFolder } from "../dataset-folder.ts";
import { Failure } from "../failure.ts";
import type { Output } from "../output.ts";
import { amountText, publishRisk } from "../preview.ts";
import { confirm } from "../prompt.ts";
import { runCheck } from "../run-check.ts";
import type { Session } from "../session.ts";
import { claimTitle } from "../show/dataset.ts";

export interface PublishFlags {
  readonly from: string;
  readonly claim?: readonly string[];
  readonly name?: string;
  readonly versionNumber?: number;
  readonly prev?: string;
  readonly licence?: string;
  readonly window?: number;
  readonly contentUrl?: readonly string[];
  readonly force?: boolean;
}

const { CLAIM_KIND_AVAILABLE, CLAIM_KIND_SCHEMA_VALID, CLAIM_KIND_UNIQUE } = ClaimKind;

/** Tells how far sealing and showing are. */
export function sealTalk(out: Output, what: string): (step: SealStep) => void {
  return (step) => {
    if (step.step === "sealed") {
      out.talk(
        `Sealed in block ${step.pending.commitHeight}; may be shown until block ${step.pending.revealBy}`,
      );
    } else if (step.state.state === "sent") {
      out.talk(step.step === "sealing" ? `Sealing ${what}` : `Showing ${what}`);
    }
  };
}

/** Claims of the flags; without any, those that the owner's rows stand. AVAILABLE is always among them. */
function chosenClaims(flags: PublishFlags, report: CheckReport): ClaimFlag[] {
  const claims = (flags.claim ?? []).map(claimFlag);
  if (claims.length === 0) {
    if (report.schemaStands) claims.push({ kind: CLAIM_KIND_SCHEMA_VALID, max: 0, stake: "" });
    if (report.uniqueMax !== undefined) {
      claims.push({ kind: CLAIM_KIND_UNIQUE, max: report.uniqueMax, stake: "" });
    }
  }
  if (!claims.some(({ kind }) => kind === CLAIM_KIND_AVAILABLE)) {
    claims.push({ kind: CLAIM_KIND_AVAILABLE, max: 0, stake: "" });
  }
  return claims.sort((a, b) => a.kind - b.kind);
}

/** Why a claim would fall by the owner's own rows; undefined where it would stand. */
function refuted({ kind, max }: ClaimFlag, report: CheckReport): string | undefined {
  if (kind === CLAIM_KIND_SCHEMA_VALID && !report.schemaStands) {
    return `${report.schemaFaults.length} rows break the schema`;
  }
  if (kind === CLAIM_KIND_UNIQUE && report.disjoint.length > max) {
    return `there are at least ${report.disjoint.length} pairs of nearly equal rows`;
  }
  return undefined;
}

async function existing(session: Session, id: Uint8Array): Promise<Dataset | undefined> {
  try {
    return await (await session.client()).query.data.dataset(id);
  } catch (error) {
    if (isClientError(error, "notFound")) return undefined;
    throw error;
  }
}

function termsOf(folder: DatasetFolder, flags: PublishFlags, params: Params): DatasetTerms {
  const { terms } = folder;
  return DatasetTerms.fromPartial({
    ...terms,
    name: flags.name ?? terms.name,
    version: flags.versionNumber ?? (terms.version || 1),
    prev: flags.prev === undefined ? terms.prev : fromHex(flags.prev),
    licence: flags.licence ?? terms.licence,
    contentUrls: [...(flags.contentUrl ?? terms.contentUrls)],
    windowBlocks:
      flags.window !== undefined
        ? BigInt(flags.window)
        : terms.windowBlocks > 0n
          ? terms.windowBlocks
          : params.challengeWindowBlocks,
  });
}

/** @returns where the files are now, or throws with what to do. */
async function upload(session: Session, folder: DatasetFolder, again: string): Promise<void> {
  const { settings, out } = session;
  const content = new ContentClient(settings.content);
  const files = [folder.features, ...(folder.labels === undefined ? [] : [folder.labels])];
  out.talk(`Uploading ${files.length} files to ${settings.content}`);
  try {
    for (const file of files) await content.put(file);
  } catch (error) {
    throw new Failure(
      `it is on the ledger, but its files are not uploaded: ${(error as Error).message}`,
      `Upload them before validators give up: ${again}`,
    );
  }
}

export async function publishCommand(session: Session, dir: string, flags: PublishFlags): Promise<void> {
  const { out, settings } = session;
  const folder = readDatasetFolder(dir);
  const { rows, labelOf } = readContent(folder.terms, folder.features, folder.labels);
  const client = await session.client();
  const params = await client.query.data.params();
  const denom = params.stakeDenom;
  const terms = termsOf(folder, flags, params);

  const report = runCheck({ rows, labelOf, labelCount: terms.labels.length, charset: terms.charset }, out);
  const chosen = chosenClaims(flags, report);
  for (const claim of chosen) {
    const why = refuted(claim, report);
    if (why !== undefined && flags.force !== true) {
      throw new Failure(
        `"${claimTitle(claim)}" is false: ${why}`,
        "Clean the rows (assay dataset check --clean), claim less, or say --force to stake on it all the same.",
      );
    }
  }
  const claims = chosen.map(({ kind, max, stake }) => ({
    kind,
    max,
    stake: stake === "" ? params.minOwnerStake : amountFlag(stake, denom),
  }));

  const signer = await session.signer(flags.from);
  const id = await datasetIdOf(client, signer.address, terms.name, terms.version);
  const again = `assay dataset publish ${dir} --from ${flags.from}`;
  const there = await existing(session, id);
  if (there !== undefined) {
    if (!equal(there.terms?.featuresRoot ?? new Uint8Array(0), terms.featuresRoot)) {
      throw new Failure(
        `${terms.name} v${terms.version} is published already, with other rows`,
        "Give it the next number: --version-number N --prev ID",
      );
    }
    out.talk("It is on the ledger already.");
    await upload(session, folder, again);
    out.data({ dataset_id: toHex(id), published: false, uploaded: true }, () => toHex(id));
    return;
  }

  const total = claims.reduce((sum, { stake }) => sum + stake, 0n);
  const burned = publishBurn(BigInt(folder.features.length + (folder.labels?.length ?? 0)), params);
  out.talk(`Publish ${terms.name} v${terms.version}: ${terms.rowCount} rows, ${terms.labels.length} labels.`);
  for (const claim of claims) {
    out.talk(
      `  stake ${amountText(claim.stake, denom)} on "${claimTitle(claim)}" (${claimWord(claim.kind)})`,
    );
  }
  out.talk(
    `You can lose all ${amountText(total, denom)} staked. Publishing burns ${amountText(burned, denom)}.`,
  );
  for (const line of publishRisk(claims, params)) out.talk(line);
  out.talk(
    `It can be challenged for ${terms.windowBlocks} blocks. Two transactions, signed by ${signer.name} (${signer.address}).`,
  );
  await confirm("Sign and send?", settings.yes);

  const published = await publishDataset(
    signer.client,
    {
      owner: signer.address,
      terms,
      claims: claims.map(({ kind, max, stake }) => ({ kind, max, stake: { denom, amount: String(stake) } })),
    },
    { store: await session.pending(), onStep: sealTalk(out, `${terms.name} v${terms.version}`) },
  );
  await upload(session, folder, again);
  const question = await client.query.attest.question(published.questionId);
  out.data(
    {
      dataset_id: toHex(published.datasetId),
      published: true,
      uploaded: true,
      tx_hash: published.tx.hash,
      height: String(published.tx.height),
      question_id: String(published.questionId),
      attest_by: String(question.deadlineHeight),
    },
    () => `Published in block ${published.tx.height}: dataset ${toHex(published.datasetId)}`,
  );
  out.talk(
    `It becomes active when two thirds of the validators hold it, by block ${question.deadlineHeight} at the latest.`,
  );
}
