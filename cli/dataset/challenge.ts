import { challenge } from "@assay/client/challenge";
import type { CheckReport } from "@assay/client/dataset/check";
import { proofAgainst } from "@assay/client/dataset/proof";
import { toHex } from "@assay/primitives/bytes";
import { type Case, CaseStatus, CaseStatusEnum, type Proof } from "@assay/proto/gen/assay/challenge/v1/types";
import { type Claim, ClaimKind, ClaimStatus, type Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { amountFlag } from "../amount-flag.ts";
import { claimKindFlag } from "../claim-flag.ts";
import { Failure } from "../failure.ts";
import { fetchContent } from "../fetch-content.ts";
import { amountText } from "../preview.ts";
import { confirm } from "../prompt.ts";
import { runCheck } from "../run-check.ts";
import type { Session } from "../session.ts";
import { claimTitle, datasetStatus } from "../show/dataset.ts";
import { pairText } from "./check.ts";
import { sealTalk } from "./publish.ts";

export interface ChallengeFlags {
  readonly from: string;
  readonly bond?: string;
  readonly wait?: boolean;
}

/** Claims that a proof can take, and those that were asked for. */
function targets(dataset: Dataset, word: string | undefined): Claim[] {
  const wanted = word === undefined ? undefined : claimKindFlag(word);
  const provable = dataset.claims.filter(
    ({ kind }) => kind === ClaimKind.CLAIM_KIND_UNIQUE || kind === ClaimKind.CLAIM_KIND_SCHEMA_VALID,
  );
  const claims = provable.filter(({ kind }) => wanted === undefined || kind === wanted);
  if (claims.length === 0) {
    throw new Failure(
      word === undefined
        ? "the dataset makes no claim that a proof can take"
        : `a proof cannot take "${word}" here`,
      "Choose a dataset that claims valid rows or no near-duplicates.",
    );
  }
  const open = claims.filter(({ status }) => status === ClaimStatus.CLAIM_STATUS_OPEN);
  if (open.length === 0) {
    throw new Failure(
      `no such claim is open: the dataset is ${datasetStatus(dataset)}`,
      "Only open claims of an active dataset can be challenged.",
    );
  }
  return open;
}

function finding(claim: Claim, report: CheckReport, rows: readonly Uint8Array[]): string {
  if (claim.kind === ClaimKind.CLAIM_KIND_SCHEMA_VALID) {
    const { row, fault } = report.schemaFaults[0]!;
    return `Row ${row} breaks the schema: ${fault.replaceAll("_", " ")}.`;
  }
  const shown = report.disjoint.slice(0, claim.max + 1);
  const pairs = shown.length === 1 ? "A pair" : `${shown.length} pairs`;
  return [`${pairs} of nearly equal rows, where ${claim.max} may be:`]
    .concat(shown.slice(0, 3).map((pair) => pairText(rows, pair)))
    .concat(shown.length > 3 ? [`  and ${shown.length - 3} more`] : [])
    .join("\n");
}

async function settled(session: Session, opened: Case): Promise<Case> {
  const client = await session.client();
  session.out.talk(`Waiting for block ${opened.settleHeight}`);
  await client.waitForHeight(Number(opened.settleHeight));
  return await client.query.challenge.case(opened.id);
}

function verdict(item: Case, denom: string): string {
  switch (item.status) {
    case CaseStatus.CASE_STATUS_PROVEN:
      return `The proof holds. It takes the claim in block ${item.settleHeight}, unless somebody sealed one before yours and shows it.`;
    case CaseStatus.CASE_STATUS_WON:
      return `The claim is lost. Your reward: ${amountText(item.reward, denom)}; ${amountText(item.burned, denom)} burned. Fetch it: assay dataset withdraw ${toHex(item.datasetId)}`;
    case CaseStatus.CASE_STATUS_BEATEN:
      return "The proof holds, but another one was sealed first. Your bond comes back.";
    default:
      return `The proof does not hold: ${item.reason}. The bond is burned.`;
  }
}

export async function challengeCommand(
  session: Session,
  id: string,
  word: string | undefined,
  flags: ChallengeFlags,
): Promise<number> {
  const { out, settings } = session;
  const client = await session.client();
  const [dataset, params, denom] = await Promise.all([
    client.query.data.dataset(id),
    client.query.challenge.params(),
    session.denom(),
  ]);
  const open = targets(dataset, word);
  const { terms, content } = await fetchContent(session, dataset);
  const report = runCheck(
    { rows: content.rows, labelOf: content.labelOf, labelCount: terms.labels.length, charset: terms.charset },
    out,
  );
  let found: { claim: Claim; proof: Proof } | undefined;
  for (const claim of open) {
    const proof = proofAgainst(claim, report, content);
    if (proof !== undefined) found ??= { claim, proof };
  }
  if (found === undefined) {
    const titles = open.map((claim) => `"${claimTitle(claim)}"`).join(" and ");
    throw new Failure(
      `${titles} would stand: all ${content.rows.length} rows were checked`,
      "There is nothing to prove.",
    );
  }
  const { claim, proof } = found;
  const bond = flags.bond === undefined ? params.minBond : amountFlag(flags.bond, denom);
  const signer = await session.signer(flags.from);
  out.talk(finding(claim, report, content.rows));
  out.talk(`Challenge "${claimTitle(claim)}" of ${terms.name} with a bond of ${amountText(bond, denom)}.`);
  out.talk(
    "The bond comes back if the proof holds. It burns if the proof does not hold or is not shown in time.",
  );
  out.talk(
    `You win 40% of the owner's ${amountText(claim.ownerStake, denom)}, at most ${params.maxRewardBonds} x your bond. Two transactions, signed by ${signer.name} (${signer.address}).`,
  );
  await confirm("Sign and send?", settings.yes);

  const shown = await challenge(
    signer.client,
    {
      challenger: signer.address,
      datasetId: dataset.id,
      claim: claim.kind,
      proof,
      bond,
      title: `challenge of "${claimTitle(claim)}" of ${terms.name}`,
    },
    { store: await session.pending(), onStep: sealTalk(out, "the challenge") },
  );
  let item = await client.query.challenge.case(shown.caseId);
  if (flags.wait === true && item.status === CaseStatus.CASE_STATUS_PROVEN)
    item = await settled(session, item);
  out.data(
    {
      case_id: String(item.id),
      dataset_id: toHex(item.datasetId),
      claim: claimTitle(claim),
      status: CaseStatusEnum.names[item.status] ?? item.status,
      settle_height: String(item.settleHeight),
      shown: item.shown,
      allowed: item.allowed,
      reward: String(item.reward),
      burned: String(item.burned),
      reason: item.reason,
      tx_hash: shown.tx.hash,
      height: String(shown.tx.height),
    },
    () => `Case ${item.id}. ${verdict(item, denom)}`,
  );
  return item.status === CaseStatus.CASE_STATUS_INVALID ? 1 : 0;
}
