/** @module Challenging a claim with what the check found: the bond, what one gains and risks, the two steps. */
import { type Case, CaseStatus } from "@assay/proto/gen/assay/challenge/v1/types";
import type { Claim, Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { useState } from "preact/hooks";
import type { CheckSession } from "../check/session.ts";
import { hexId, useCase, useChallengeParams } from "../data/market.ts";
import { blockMs, isUp } from "../data/node.ts";
import { formatAmount, groupDigits, parseAmount, plainAmount, plural } from "../format/amount.ts";
import { claimName } from "../format/claim-words.ts";
import { rewardOf, wholeRewardBond } from "../format/reward.ts";
import { formatSpan } from "../format/time.ts";
import { visibleText } from "../format/visible.ts";
import { Icon } from "../parts/icon.tsx";
import { type Step, Steps } from "../parts/steps.tsx";
import { msUntil } from "../parts/when.tsx";
import { signing } from "../wallet/lazy.ts";
import { NeedWallet, TooFewCoins } from "../wallet/need-wallet.tsx";
import { type Run, runs } from "../wallet/pending.ts";
import { wallet } from "../wallet/wallet.ts";
import { useBalance } from "../wallet/wallet-button.tsx";

/** Two transactions' fees: the proof is a large one. */
const FEE_RESERVE = 200_000n;

interface ChallengeFormProps {
  readonly dataset: Dataset;
  readonly claim: Claim;
  readonly session: CheckSession;
}

/** The newest run against a dataset that has not failed. */
export function currentRun(datasetId: string): Run | undefined {
  return [...runs.value].reverse().find((run) => run.datasetId === datasetId && run.phase !== "failed");
}

export function ChallengeForm({ dataset, claim, session }: ChallengeFormProps) {
  const id = hexId(dataset.id);
  const run = [...runs.value]
    .reverse()
    .find((one) => one.datasetId === id && (one.claim === claim.kind || one.claim === 0));
  if (run !== undefined && run.phase !== "failed") return <RunSteps run={run} />;
  return (
    <>
      {run?.fault && (
        <div class="note is-red" role="alert">
          <Icon name="warn" />
          <div>
            <p class="note-title">Not challenged</p>
            <p>{run.fault.title}</p>
            {run.fault.cause !== undefined && <p>{run.fault.cause}</p>}
            {run.fault.fix !== undefined && <p>{run.fault.fix}</p>}
          </div>
        </div>
      )}
      <Form dataset={dataset} claim={claim} session={session} />
    </>
  );
}

function Form({ dataset, claim, session }: ChallengeFormProps) {
  const params = useChallengeParams();
  const mine = wallet.value;
  const balance = useBalance(mine?.address);
  const [text, setText] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  if (params.state !== "ready") return null;
  const { minBond, rewardBps, maxRewardBonds, revealMinBlocks, revealMaxBlocks } = params.value;
  const whole = wholeRewardBond(claim.ownerStake, params.value);
  const have = balance.state === "ready" ? balance.value : 0n;
  const bond = parseAmount(text ?? plainAmount(whole)) ?? 0n;
  const reward = rewardOf(claim.ownerStake, bond, params.value);
  const isMine = mine !== undefined && mine.address === dataset.owner;
  const tooFew = mine !== undefined && balance.state === "ready" && bond + FEE_RESERVE > have;
  const problem = bond < minBond ? `A bond is at least ${formatAmount(minBond, true)} ASSAY.` : undefined;
  const name = `“${claimName(claim.kind, claim.tier)}” of ${visibleText(dataset.terms?.name ?? "")}`;
  const go = async () => {
    setBusy(true);
    const proof = await session.prove(claim.kind, claim.max);
    if (proof !== undefined) {
      const { challengeClaim } = await signing();
      void challengeClaim({
        datasetId: hexId(dataset.id),
        claim: claim.kind,
        proof,
        bond,
        title: `The challenge of ${name}`,
      });
    }
    setBusy(false);
  };
  return (
    <div class="challenge-form">
      <NeedWallet />
      <div class="field">
        <div class="field-head">
          <label for="bond">Your bond</label>
          {mine && (
            <span>
              You have {formatAmount(have)} <span class="unit">ASSAY</span>
            </span>
          )}
        </div>
        <div class="amount-input">
          <input
            id="bond"
            inputMode="decimal"
            autocomplete="off"
            value={text ?? plainAmount(whole)}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <span class="unit">ASSAY</span>
        </div>
        {problem && <p class="red side">{problem}</p>}
      </div>
      {tooFew && (
        <TooFewCoins
          words={
            have === 0n
              ? "You have no coins yet."
              : `You have ${formatAmount(have)} ASSAY; the bond and the fees come to more.`
          }
        />
      )}
      <dl class="preview">
        <div>
          <dt>If it holds</dt>
          <dd>
            <b>you get {formatAmount(reward)} ASSAY and the bond back:</b> {rewardBps / 100}% of the owner's{" "}
            {formatAmount(claim.ownerStake)}, at most {maxRewardBonds} x the bond. The rest burns
          </dd>
        </div>
        <div>
          <dt>If not</dt>
          <dd>
            <b>the bond burns,</b> as it does when the proof is not shown within{" "}
            {plural(revealMaxBlocks, "block")}
          </dd>
        </div>
        <div>
          <dt>How</dt>
          <dd>
            two signatures: first a seal, so that nobody can copy your proof, then{" "}
            {plural(revealMinBlocks, "block")} later the proof
          </dd>
        </div>
        <div>
          <dt>Judged</dt>
          <dd>
            by rule, no jury; settled about {formatSpan(Number(revealMaxBlocks) * blockMs.value)} after the
            seal, when no earlier seal can be shown any more
          </dd>
        </div>
      </dl>
      {isMine && (
        <div class="note is-gold">
          <Icon name="warn" />
          <div>This is your own dataset: you would take part of your own stake, and the rest burns.</div>
        </div>
      )}
      <div class="button-row">
        <button
          type="button"
          class="button primary"
          disabled={mine === undefined || tooFew || problem !== undefined || busy || !isUp.value}
          onClick={go}
        >
          <Icon name="scales" /> Challenge with a bond of {formatAmount(bond, true)} ASSAY
        </button>
      </div>
    </div>
  );
}

const ORDER: readonly Run["phase"][] = ["signing", "sealing", "sealed", "showing", "shown"];

/** The last step: judged when the proof is shown, settled some blocks later. */
function judgedStep(of: Case | undefined): Step {
  if (of === undefined) return { title: "Judged", under: "by rule, no jury", look: "next" };
  switch (of.status) {
    case CaseStatus.CASE_STATUS_WON:
      return { title: "Claim lost", under: `you get ${formatAmount(of.reward)} and the bond`, look: "done" };
    case CaseStatus.CASE_STATUS_INVALID:
      return { title: "Does not hold", under: "the bond burned", look: "failed" };
    case CaseStatus.CASE_STATUS_BEATEN:
      return { title: "Beaten", under: "the bond is yours again", look: "done" };
    default:
      return {
        title: "It holds",
        under: `settles in ${formatSpan(msUntil(Number(of.settleHeight)))}`,
        look: "now",
      };
  }
}

/** Signed and sealed, waiting, shown, judged. */
export function RunSteps({ run }: { run: Run }) {
  const { pending, caseId } = run;
  const found = useCase(caseId);
  const item = found.state === "ready" ? found.value : undefined;
  const at = ORDER.indexOf(run.phase);
  const look = (place: number): Step["look"] => (at > place ? "done" : at === place ? "now" : "next");
  const steps: Step[] = [
    { title: at > 0 ? "Signed" : "Signing", under: "in this browser", look: look(0) },
    {
      title: at > 1 ? "Sealed" : "Sealing",
      ...(pending && pending.commitHeight > 0 && { under: `block ${groupDigits(pending.commitHeight)}` }),
      look: look(1),
    },
    {
      title: at > 3 ? "Proof shown" : at > 2 ? "Showing the proof" : "Waiting to show it",
      ...(item
        ? { under: `block ${groupDigits(item.revealedHeight)}` }
        : pending &&
          pending.revealFrom > 0 &&
          at < 4 && { under: `from block ${groupDigits(pending.revealFrom)}` }),
      look: at > 3 ? "done" : at >= 2 ? "now" : "next",
    },
    judgedStep(item),
  ];
  const isOver = item !== undefined && item.status !== CaseStatus.CASE_STATUS_PROVEN;
  const isPaid =
    item?.status === CaseStatus.CASE_STATUS_WON || item?.status === CaseStatus.CASE_STATUS_BEATEN;
  return (
    <div class="challenge-form">
      <Steps steps={steps} label="Your challenge" />
      {caseId === undefined ? (
        <p class="side ink2">
          The proof is kept in this browser. You may leave this page; come back before its time is over.
        </p>
      ) : (
        <div class="button-row left">
          {isPaid && (
            <a class="button primary" href={`/datasets/${run.datasetId}?do=withdraw`}>
              Withdraw what you won
            </a>
          )}
          <a class={`button${isPaid ? "" : " primary"}`} href={`/challenges/${caseId}`}>
            {isOver ? "See the case" : "Watch it judged"} <Icon name="arrow" />
          </a>
        </div>
      )}
    </div>
  );
}
