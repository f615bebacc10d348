/** @module Fetching what a dataset owes: free stakes, finished unbondings, rewards, bonds. */
import { withdraw } from "@assay/client/modules/data/messages";
import type { Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { useState } from "preact/hooks";
import { hexId, useWithdrawable } from "../data/market.ts";
import { isUp } from "../data/node.ts";
import { formatAmount } from "../format/amount.ts";
import { visibleText } from "../format/visible.ts";
import { Amount } from "../parts/amount.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Empty } from "../parts/states.tsx";
import { useDeed } from "../wallet/deeds.ts";
import { FeeRefusal, FeeWords } from "../wallet/fee-words.tsx";
import { signing } from "../wallet/lazy.ts";
import { TxProgress } from "../wallet/tx-progress.tsx";
import { useFee } from "../wallet/use-fee.ts";
import { wallet } from "../wallet/wallet.ts";
import { Trail } from "./stake-dialog.tsx";

export function WithdrawDialog({ dataset, close }: { dataset: Dataset; close: () => void }) {
  const mine = wallet.value;
  const id = hexId(dataset.id);
  const name = `${visibleText(dataset.terms?.name ?? "")} v${dataset.terms?.version}`;
  const owed = useWithdrawable(mine?.address);
  const base =
    owed.state === "ready"
      ? owed.value
          .filter((one) => hexId(one.datasetId) === id)
          .reduce((sum, one) => sum + BigInt(one.amount?.amount ?? "0"), 0n)
      : 0n;
  const [deedId, setDeedId] = useState<string | undefined>(undefined);
  const deed = useDeed(deedId);
  const message = () => [withdraw({ account: mine?.address ?? "", datasetId: dataset.id })];
  const fee = useFee(base > 0n && deed === undefined ? `withdraw:${base}` : undefined, message);
  const words = `Withdraw ${formatAmount(base, true)} ASSAY`;
  const go = async () => {
    const { perform } = await signing();
    await perform(
      {
        title: `${words} from ${name}`,
        done: `${formatAmount(base, true)} ASSAY withdrawn`,
        failed: "Not withdrawn",
        href: `/accounts/${mine?.address}`,
      },
      message(),
      setDeedId,
    );
  };
  return (
    <Dialog
      title="Withdraw"
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
          {deed === undefined && base > 0n && (
            <button type="button" class="button primary" disabled={!isUp.value} onClick={go}>
              {words}
            </button>
          )}
        </>
      }
    >
      {deed !== undefined ? (
        <TxProgress deed={deed} />
      ) : base === 0n ? (
        <Empty title="Nothing to withdraw here">
          <p>Stakes are free when the dataset is final, or when they have left a claim.</p>
        </Empty>
      ) : (
        <>
          <dl class="preview">
            <div>
              <dt>You get</dt>
              <dd>
                <Amount base={base} exact /> free stakes, finished unbondings, rewards and bonds
              </dd>
            </div>
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
