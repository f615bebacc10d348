/** @module Backing a claim: what a check found, how much, what can be lost and when, what it costs; then its way. */
import { coin } from "@assay/client/amount";
import { stake } from "@assay/client/modules/data/messages";
import type { Claim, Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { ClaimKind } from "@assay/proto/gen/assay/data/v1/types";
import { useState } from "preact/hooks";
import { navigate, withQuery } from "../app/router.ts";
import { sessionOf } from "../check/session.ts";
import { chain } from "../data/chain.ts";
import { hexId, useDataParams } from "../data/market.ts";
import { blockMs, head, isUp, timeOfHeight } from "../data/node.ts";
import { formatAmount, parseAmount, plainAmount, plural } from "../format/amount.ts";
import { backerRisk, claimName, provable, riskTitle } from "../format/claim-words.ts";
import { canBack, isWindowOpen, roomToBack } from "../format/dataset-words.ts";
import { formatDate, formatSpan, formatTook } from "../format/time.ts";
import { visibleText } from "../format/visible.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { StakeBar } from "../parts/stake-bar.tsx";
import { Stamp } from "../parts/stamp.tsx";
import { Empty } from "../parts/states.tsx";
import { msUntil } from "../parts/when.tsx";
import { useDeed } from "../wallet/deeds.ts";
import { FeeRefusal, FeeWords } from "../wallet/fee-words.tsx";
import { signing } from "../wallet/lazy.ts";
import { NeedWallet, TooFewCoins } from "../wallet/need-wallet.tsx";
import { TxProgress } from "../wallet/tx-progress.tsx";
import { useFee } from "../wallet/use-fee.ts";
import { wallet } from "../wallet/wallet.ts";
import { useBalance } from "../wallet/wallet-button.tsx";

/** What a fee may come to: kept back when "all" is asked for. */
const FEE_RESERVE = 20_000n;
const CHIPS = [50n, 100n, 250n].map((amount) => amount * 1_000_000n);

interface StakeDialogProps {
  readonly dataset: Dataset;
  /** Claim kind; 0 lets the reader choose. */
  readonly kind: number;
  readonly close: () => void;
}

export function StakeDialog({ dataset, kind, close }: StakeDialogProps) {
  const name = `${visibleText(dataset.terms?.name ?? "")} v${dataset.terms?.version}`;
  const claim = dataset.claims.find((one) => one.kind === kind);
  if (claim === undefined) return <ChooseClaim dataset={dataset} name={name} close={close} />;
  return <OneClaim key={kind} dataset={dataset} claim={claim} name={name} close={close} />;
}

function OneClaim({ dataset, claim, name, close }: StakeFormProps) {
  // A claim may close while the form is open: the form then still shows how the stake went.
  const [wasOpen] = useState(canBack(dataset, claim));
  if (!wasOpen) {
    return (
      <Dialog title={`Back “${claimName(claim.kind, claim.tier)}”`} under={name} close={close}>
        <Empty title="Nobody can back this claim now">
          <p>Only claims that are open to challenge take stakes.</p>
        </Empty>
      </Dialog>
    );
  }
  return <StakeForm dataset={dataset} claim={claim} name={name} close={close} />;
}

function ChooseClaim({ dataset, name, close }: { dataset: Dataset; name: string; close: () => void }) {
  const params = useDataParams();
  const multiple = params.state === "ready" ? params.value.backersMultiple : 4;
  const open = dataset.claims.filter((claim) => canBack(dataset, claim));
  return (
    <Dialog title="Back a claim" under={name} close={close}>
      {open.length === 0 ? (
        <Empty title="No claim is open" />
      ) : (
        <ul class="choose">
          {open.map((claim) => (
            <li key={claim.kind}>
              <button
                type="button"
                class="choose-row"
                onClick={() => navigate(withQuery({ claim: String(claim.kind) }), true)}
              >
                <Stamp kind={claim.kind} claim={claim} contested={claim.openCase > 0n} size="large" />
                <span class="grow">
                  <b>{claimName(claim.kind, claim.tier)}</b>
                  <span class="side ink2">
                    {formatAmount(claim.ownerStake + claim.backersStake)} ASSAY at risk, room for{" "}
                    {formatAmount(roomToBack(claim, multiple))}
                  </span>
                </span>
                <Icon name="right" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

/** What a check in this browser found about this claim, or the offer to check. */
function CheckNote({ dataset, claim }: { dataset: Dataset; claim: Claim }) {
  const check = sessionOf(dataset).check.value;
  if (!provable(claim.kind)) return null;
  if (check.state !== "done") {
    return (
      <div class="note">
        <Icon name="shield" />
        <div>
          You have not checked it.{" "}
          <a href={withQuery({ do: "check" })} data-replace="">
            Check it in this browser
          </a>{" "}
          before you stake: it takes seconds.
        </div>
      </div>
    );
  }
  const isUnique = claim.kind === ClaimKind.CLAIM_KIND_UNIQUE;
  const found = isUnique ? check.report.disjoint.length : check.report.schemaFaults.length;
  const falls = isUnique ? found > claim.max : found > 0;
  const rows = plural(check.report.rowCount, "row");
  const what = isUnique ? plural(found, "such pair") : plural(found, "bad row");
  return (
    <div class={`note ${falls ? "is-red" : "is-green"}`}>
      <Icon name={falls ? "warn" : "shield"} />
      <div>
        <b>You checked it in this browser:</b> {what} in {rows}, {formatTook(check.ms)}
        {falls && <p>It is false: a stake on it would burn. Challenge it instead.</p>}
      </div>
    </div>
  );
}

interface StakeFormProps {
  readonly dataset: Dataset;
  readonly claim: Claim;
  readonly name: string;
  readonly close: () => void;
}

function StakeForm({ dataset, claim, name, close }: StakeFormProps) {
  const mine = wallet.value;
  const balance = useBalance(mine?.address);
  const params = useDataParams();
  const multiple = params.state === "ready" ? params.value.backersMultiple : 4;
  const least = params.state === "ready" ? params.value.minBackerStake : 0n;
  const unbonding = params.state === "ready" ? params.value.unbondingBlocks : undefined;
  const have = balance.state === "ready" ? balance.value : 0n;
  const room = roomToBack(claim, multiple);
  const [text, setText] = useState("");
  const [deedId, setDeedId] = useState<string | undefined>(undefined);
  const deed = useDeed(deedId);
  const base = parseAmount(text) ?? 0n;
  const { denom } = chain.value;
  const message = () => [
    stake({
      staker: mine?.address ?? "",
      datasetId: dataset.id,
      claim: claim.kind,
      amount: coin(base, denom),
    }),
  ];
  const problem =
    text.trim() === ""
      ? undefined
      : parseAmount(text) === undefined
        ? "This is no amount. Write for example 250 or 12.5."
        : base > room
          ? `There is room for ${formatAmount(room, true)} ASSAY: backers together may hold ${multiple} times the owner's stake.`
          : base < least
            ? `A backer stakes at least ${formatAmount(least, true)} ASSAY.`
            : undefined;
  const needed = (base > least ? base : least) + FEE_RESERVE;
  const tooFew = mine !== undefined && balance.state === "ready" && have < needed;
  const isFilled = mine !== undefined && base > 0n && problem === undefined && !tooFew;
  const fee = useFee(isFilled && deed === undefined ? `${claim.kind}:${base}` : undefined, message);
  const until = Number(dataset.windowEnd);
  const free = Number(dataset.finalHeight);
  const height = head.value?.height ?? 0;
  const words = base > 0n ? `Stake ${formatAmount(base, true)} ASSAY` : "Stake";
  const go = async () => {
    const { perform } = await signing();
    await perform(
      {
        title: `${words} on “${claimName(claim.kind, claim.tier)}” of ${name}`,
        done: `${formatAmount(base, true)} ASSAY staked`,
        failed: "Not staked",
        href: `/datasets/${hexId(dataset.id)}?tab=stakes`,
      },
      message(),
      setDeedId,
    );
  };
  const title = `Back “${claimName(claim.kind, claim.tier)}”`;
  const all = room < have - FEE_RESERVE ? room : have - FEE_RESERVE;
  return (
    <Dialog
      title={title}
      under={name}
      lead={<Stamp kind={claim.kind} claim={claim} contested={claim.openCase > 0n} size="large" />}
      close={close}
      foot={
        <>
          <Trail
            at={deed === undefined ? 0 : deed.state === "preparing" || deed.state === "signed" ? 1 : 2}
          />
          {deed === undefined || deed.state === "failed" ? (
            <>
              <button type="button" class="button" onClick={close}>
                Cancel
              </button>
              {deed === undefined ? (
                <button
                  type="button"
                  class="button primary"
                  disabled={!isFilled || !isUp.value || fee.state === "refused"}
                  onClick={go}
                >
                  {words}
                </button>
              ) : (
                <button type="button" class="button primary" onClick={() => setDeedId(undefined)}>
                  Change it
                </button>
              )}
            </>
          ) : (
            <button type="button" class="button primary" onClick={close}>
              {deed.state === "included" ? "Done" : "Close, it goes on"}
            </button>
          )}
        </>
      }
    >
      {deed !== undefined ? (
        <TxProgress deed={deed} />
      ) : (
        <>
          <CheckNote dataset={dataset} claim={claim} />
          <NeedWallet />
          <div class="field">
            <div class="field-head">
              <label for="stake-amount">How much do you put at risk?</label>
              {mine && (
                <span>
                  You have {formatAmount(have)} <span class="unit">ASSAY</span>
                </span>
              )}
            </div>
            <div class="amount-input">
              <input
                id="stake-amount"
                data-focus=""
                inputMode="decimal"
                autocomplete="off"
                placeholder="0"
                value={text}
                aria-describedby="stake-problem"
                onInput={(event) => setText(event.currentTarget.value)}
              />
              <span class="unit">ASSAY</span>
            </div>
            <p id="stake-problem" class="red side" hidden={problem === undefined}>
              {problem}
            </p>
            <div class="chips">
              {CHIPS.filter((amount) => amount <= room).map((amount) => (
                <button
                  type="button"
                  class="chip"
                  key={String(amount)}
                  aria-pressed={base === amount}
                  onClick={() => setText(plainAmount(amount))}
                >
                  {formatAmount(amount)}
                </button>
              ))}
              {all > 0n && mine && (
                <button
                  type="button"
                  class="chip"
                  aria-pressed={base === all}
                  onClick={() => setText(plainAmount(all))}
                >
                  {all === room ? "All room" : "All you have"}, {formatAmount(all)}
                </button>
              )}
            </div>
          </div>
          {tooFew && (
            <TooFewCoins
              words={
                have === 0n
                  ? "You have no coins yet."
                  : `You have ${formatAmount(have)} ASSAY, and the fee comes on top.`
              }
            />
          )}
          <div>
            <StakeBar
              owner={claim.ownerStake}
              backers={claim.backersStake}
              you={base > room ? 0n : base}
              multiple={multiple}
            />
            <ul class="legend stake-legend">
              <li>
                <span class="swatch swatch-owner" /> owner {formatAmount(claim.ownerStake)}
              </li>
              <li>
                <span class="swatch swatch-backers" /> backers {formatAmount(claim.backersStake)}
              </li>
              {base > 0n && (
                <li class="is-you">
                  <span class="swatch swatch-you" /> you {formatAmount(base)}
                </li>
              )}
              <li>
                <span class="swatch swatch-room" /> room {formatAmount(base > room ? room : room - base)}
              </li>
            </ul>
          </div>
          <div class="note is-red">
            <Icon name="warn" size={20} />
            <div>
              <p class="note-title">{riskTitle(base)}</p>
              <p>{backerRisk(claim, dataset.windowEnd)}</p>
            </div>
          </div>
          <dl class="preview">
            <div>
              <dt>Free again</dt>
              <dd>
                {claim.kind === ClaimKind.CLAIM_KIND_AVAILABLE ? (
                  "never by itself: take it out when you want"
                ) : free > height ? (
                  <>
                    <b>in {formatSpan(msUntil(free))},</b> {formatDate(timeOfHeight(free))}, unless a case is
                    open
                  </>
                ) : (
                  "as soon as no case is open"
                )}
              </dd>
            </div>
            <div>
              <dt>Leaving early</dt>
              <dd>
                {unbonding === undefined ? (
                  "…"
                ) : (
                  <>
                    <b>takes {formatSpan(Number(unbonding) * blockMs.value)},</b> at risk for every case
                    opened before
                  </>
                )}
              </dd>
            </div>
            <div>
              <dt>You may earn</dt>
              <dd>
                <b>10% of its income, shared by stake and time,</b> once it is final. No sales on this ledger
                yet
              </dd>
            </div>
            <div>
              <dt>Fee</dt>
              <dd>
                <FeeWords fee={fee} />
              </dd>
            </div>
          </dl>
          {!isWindowOpen(dataset, height) && (
            <p class="side ink2">
              The challenge window is closed (block {until}); the stake only waits for open cases.
            </p>
          )}
          <FeeRefusal fee={fee} />
        </>
      )}
    </Dialog>
  );
}

/** Preview, Sign, In a block. */
export function Trail({ at }: { at: number }) {
  return (
    <span class="trail">
      {["Preview", "Sign", "In a block"].map((word, i) => (
        <span key={word}>
          {i > 0 && <Icon name="arrow" size={14} />} {i === at ? <b>{word}</b> : word}
        </span>
      ))}
    </span>
  );
}
