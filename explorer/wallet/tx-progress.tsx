/** @module Where a transaction is: Signed, Sent, Waiting for a block, then In block N, or Not done with cause and fix. */
import { nowMs } from "../app/clock.ts";
import { blockMs } from "../data/node.ts";
import { groupDigits } from "../format/amount.ts";
import { formatClock, formatSpan } from "../format/time.ts";
import { Icon } from "../parts/icon.tsx";
import { type Step, Steps } from "../parts/steps.tsx";
import type { Deed } from "./deeds.ts";
import { wallet, walletTitle } from "./wallet.ts";

function signingWords(): string {
  const mine = wallet.value;
  if (mine === undefined || mine.kind === undefined) return "in this browser";
  return `confirm it in ${walletTitle(mine)}`;
}

function stepsOf(deed: Deed): Step[] {
  const signed = deed.hash !== undefined;
  const sent = deed.sentMs !== undefined;
  const waited = sent ? nowMs.value - deed.sentMs! : 0;
  const left = Math.max(1000, blockMs.value - waited);
  return [
    signed
      ? { title: "Signed", under: "by your wallet", look: "done" }
      : { title: "Signing", under: signingWords(), look: "now" },
    sent
      ? { title: "Sent", under: formatClock(deed.sentMs!), look: "done" }
      : { title: "Send", look: signed ? "now" : "next" },
    deed.state === "included"
      ? { title: `In block ${groupDigits(deed.height ?? 0)}`, under: "done", look: "done" }
      : {
          title: "Waiting for a block",
          ...(sent && { under: `about ${formatSpan(left)}` }),
          look: sent ? "now" : "next",
        },
  ];
}

export function TxProgress({ deed }: { deed: Deed }) {
  if (deed.state === "failed") {
    const failure = deed.failure;
    return (
      <div class="note is-red" role="alert">
        <Icon name="warn" size={18} />
        <div>
          <p class="note-title">{deed.failed}</p>
          {failure && (
            <>
              <p>{failure.title}</p>
              {failure.cause !== undefined && <p>{failure.cause}</p>}
              {failure.fix !== undefined && <p>{failure.fix}</p>}
              {failure.code !== undefined && <p class="least">Code {failure.code}</p>}
            </>
          )}
          {deed.hash !== undefined && <a href={`/tx/${deed.hash}`}>See the transaction</a>}
        </div>
      </div>
    );
  }
  return (
    <div class="progress-box">
      <Steps steps={stepsOf(deed)} label={deed.title} />
    </div>
  );
}
