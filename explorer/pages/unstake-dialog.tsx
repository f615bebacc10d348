/** @module Taking stake out of a claim: it stays at risk while it leaves. */
import { coin } from "@assay/client/amount";
import { unstake } from "@assay/client/modules/data/messages";
import type { Dataset, Position } from "@assay/proto/gen/assay/data/v1/types";
import { useState } from "preact/hooks";
import { chain } from "../data/chain.ts";
import { hexId, useDataParams, usePositions } from "../data/market.ts";
import { blockMs, head, isUp, timeOfHeight } from "../data/node.ts";
import { formatAmount, parseAmount, plainAmount } from "../format/amount.ts";
import { claimName } from "../format/claim-words.ts";
import { formatDate, formatSpan } from "../format/time.ts";
import { visibleText } from "../format/visible.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { Empty, Skeleton } from "../parts/states.tsx";
import { useDeed } from "../wallet/deeds.ts";
import { FeeRefusal, FeeWords } from "../wallet/fee-words.tsx";
import { signing } from "../wallet/lazy.ts";
import { TxProgress } from "../wallet/tx-progress.tsx";
import { useFee } from "../wallet/use-fee.ts";
import { wallet } from "../wallet/wallet.ts";
import { Trail } from "./stake-dialog.tsx";

export function UnstakeDialog({ dataset, close }: { dataset: Dataset; close: () => void }) {
  const mine = wallet.value;
  const positions = usePositions(mine && { account: mine.address, datasetId: hexId(dataset.id) });
  const name = `${visibleText(dataset.terms?.name ?? "")} v${dataset.terms?.version}`;
  const staked = positions.state === "ready" ? positions.value.filter((one) => !one.isOwner) : [];
  if (mine !== undefined && positions.state === "ready" && staked.length > 0) {
    return <UnstakeForm dataset={dataset} positions={staked} name={name} close={close} />;
  }
  return (
    <Dialog title="Take stake out" under={name} close={close}>
      {mine === undefined || positions.state === "ready" ? (
        <Empty title="You have no backer's stake here">
          <p>An owner's stake is locked until the dataset is final.</p>
        </Empty>
      ) : (
        <Skeleton />
      )}
    </Dialog>
  );
}

interface UnstakeFormProps {
  readonly dataset: Dataset;
  readonly positions: readonly Position[];
  readonly name: string;
  readonly close: () => void;
}

function UnstakeForm({ dataset, positions, name, close }: UnstakeFormProps) {
  // What is staked shrinks with the form's own deed: the form keeps what it began with.
  const [choices] = useState(positions);
  const [kind, setKind] = useState(choices[0]!.claim);
  const position = choices.find((one) => one.claim === kind) ?? choices[0]!;
  const [text, setText] = useState(plainAmount(position.amount));
  const [deedId, setDeedId] = useState<string | undefined>(undefined);
  const deed = useDeed(deedId);
  const params = useDataParams();
  const unbonding = params.state === "ready" ? Number(params.value.unbondingBlocks) : undefined;
  const base = parseAmount(text) ?? 0n;
  const { denom } = chain.value;
  const mine = wallet.value;
  const isFilled = base > 0n && base <= position.amount;
  const message = () => [
    unstake({ staker: mine?.address ?? "", datasetId: dataset.id, claim: kind, amount: coin(base, denom) }),
  ];
  const fee = useFee(isFilled && deed === undefined ? `${kind}:${base}` : undefined, message);
  const height = head.value?.height ?? 0;
  const words = `Take out ${formatAmount(base, true)} ASSAY`;
  const go = async () => {
    const { perform } = await signing();
    await perform(
      {
        title: `${words} of ${name}`,
        done: `${formatAmount(base, true)} ASSAY is on its way out`,
        failed: "Not taken out",
        href: `/accounts/${mine?.address}`,
      },
      message(),
      setDeedId,
    );
  };
  return (
    <Dialog
      title="Take stake out"
      under={name}
      close={close}
      foot={
        <>
          <Trail
            at={deed === undefined ? 0 : deed.state === "preparing" || deed.state === "signed" ? 1 : 2}
          />
          <button type="button" class="button" onClick={close}>
            {deed === undefined ? "Cancel" : "Close"}
          </button>
          {deed === undefined && (
            <button type="button" class="button primary" disabled={!isFilled || !isUp.value} onClick={go}>
              {words}
            </button>
          )}
        </>
      }
    >
      {deed !== undefined ? (
        <TxProgress deed={deed} />
      ) : (
        <>
          {choices.length > 1 && (
            <div class="field">
              <label for="unstake-claim">From which claim?</label>
              <select
                id="unstake-claim"
                class="input"
                value={kind}
                onChange={(event) => {
                  const next = Number(event.currentTarget.value);
                  setKind(next);
                  setText(plainAmount(choices.find((one) => one.claim === next)?.amount ?? 0n));
                }}
              >
                {choices.map((one) => (
                  <option key={one.claim} value={one.claim}>
                    {claimName(one.claim)}: {formatAmount(one.amount)} ASSAY
                  </option>
                ))}
              </select>
            </div>
          )}
          <div class="field">
            <div class="field-head">
              <label for="unstake-amount">How much?</label>
              <span>
                {formatAmount(position.amount)} ASSAY on “{claimName(kind)}”
              </span>
            </div>
            <div class="amount-input">
              <input
                id="unstake-amount"
                inputMode="decimal"
                autocomplete="off"
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
              />
              <span class="unit">ASSAY</span>
            </div>
            {base > position.amount && (
              <p class="red side">You have {formatAmount(position.amount, true)} ASSAY there.</p>
            )}
          </div>
          <div class="note is-gold">
            <Icon name="clock" />
            <div>
              {unbonding === undefined ? (
                "It takes a while to leave."
              ) : (
                <>
                  <b>It leaves in {formatSpan(unbonding * blockMs.value)}</b>, about{" "}
                  {formatDate(timeOfHeight(height + unbonding))}, and is at risk for every case opened before.
                </>
              )}
            </div>
          </div>
          <dl class="preview">
            <div>
              <dt>Fee</dt>
              <dd>
                <FeeWords fee={fee} />
              </dd>
            </div>
          </dl>
          <FeeRefusal fee={fee} />
        </>
      )}
    </Dialog>
  );
}
