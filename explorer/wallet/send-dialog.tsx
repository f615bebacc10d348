/** @module Sending coins: amount, fee, then the transaction's way. */
import { coin } from "@assay/client/amount";
import { send } from "@assay/client/modules/bank/messages";
import { addressFromBech32 } from "@assay/primitives/address";
import { useState } from "preact/hooks";
import { chain } from "../data/chain.ts";
import { isUp } from "../data/node.ts";
import { formatAmount, parseAmount } from "../format/amount.ts";
import { shortAddress } from "../format/short.ts";
import { Facts } from "../parts/card.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { useDeed } from "./deeds.ts";
import { FeeRefusal, FeeWords } from "./fee-words.tsx";
import { signing } from "./lazy.ts";
import { NeedWallet, TooFewCoins } from "./need-wallet.tsx";
import { TxProgress } from "./tx-progress.tsx";
import { useFee } from "./use-fee.ts";
import { wallet } from "./wallet.ts";
import { useBalance } from "./wallet-button.tsx";

export function SendDialog({ to: given, close }: { to: string; close: () => void }) {
  const [to, setTo] = useState(given);
  const [text, setText] = useState("");
  const [deedId, setDeedId] = useState<string | undefined>(undefined);
  const deed = useDeed(deedId);
  const mine = wallet.value;
  const balance = useBalance(mine?.address);
  const { denom, prefix } = chain.value;
  const base = parseAmount(text);
  const have = balance.state === "ready" ? balance.value : 0n;
  const isAddress = addressFromBech32(to.trim(), prefix) !== undefined;
  const message = () => [
    send({ from: mine?.address ?? "", to: to.trim(), amount: [coin(base ?? 0n, denom)] }),
  ];
  const isFilled = mine !== undefined && isAddress && base !== undefined && base > 0n && base <= have;
  const fee = useFee(isFilled && deed === undefined ? `${to}:${base}` : undefined, message);
  const title = base === undefined || base === 0n ? "Send coins" : `Send ${formatAmount(base, true)} ASSAY`;
  const go = async () => {
    const { perform } = await signing();
    await perform(
      {
        title,
        done: `${formatAmount(base ?? 0n, true)} ASSAY sent`,
        failed: "Not sent",
        href: `/accounts/${to.trim()}`,
      },
      message(),
      setDeedId,
    );
  };
  return (
    <Dialog
      title="Send coins"
      close={close}
      foot={
        deed === undefined ? (
          <>
            <button type="button" class="button" onClick={close}>
              Cancel
            </button>
            <button
              type="button"
              class="button primary"
              disabled={!isFilled || !isUp.value || fee.state === "refused"}
              onClick={go}
            >
              {title}
            </button>
          </>
        ) : (
          <button type="button" class="button primary" onClick={close}>
            Close
          </button>
        )
      }
    >
      {deed !== undefined ? (
        <TxProgress deed={deed} />
      ) : (
        <>
          <NeedWallet />
          <div class="field">
            <label for="send-to">To</label>
            <input
              id="send-to"
              class="input mono"
              value={to}
              spellcheck={false}
              onInput={(event) => setTo(event.currentTarget.value)}
            />
            {to.trim() !== "" && !isAddress && <p class="red side">This is no address of this ledger.</p>}
          </div>
          <div class="field">
            <div class="field-head">
              <label for="send-amount">How much</label>
              <span>You have {formatAmount(have)} ASSAY</span>
            </div>
            <div class="amount-input">
              <input
                id="send-amount"
                inputMode="decimal"
                autocomplete="off"
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
              />
              <span class="unit">ASSAY</span>
            </div>
          </div>
          {base !== undefined && base > have && <TooFewCoins words="You have fewer coins than that." />}
          <Facts
            rows={[
              ["To", isAddress ? shortAddress(to.trim()) : "–"],
              ["Fee", <FeeWords key="f" fee={fee} />],
            ]}
          />
          <FeeRefusal fee={fee} />
        </>
      )}
    </Dialog>
  );
}
