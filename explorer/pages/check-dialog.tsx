/** @module Check it yourself: the chain's own rules over all rows in this browser, the pairs side by side, the challenge. */

import { MAX_UNIQUE } from "@assay/client/dataset/check";
import {
  Charset,
  type Claim,
  ClaimKind,
  ClaimStatus,
  type Dataset,
} from "@assay/proto/gen/assay/data/v1/types";
import { useState } from "preact/hooks";
import { navigate, withQuery } from "../app/router.ts";
import { type CheckSession, sessionOf } from "../check/session.ts";
import { hexId } from "../data/market.ts";
import { head } from "../data/node.ts";
import { formatBytes, groupDigits, numberWord, plural } from "../format/amount.ts";
import { claimName, provable } from "../format/claim-words.ts";
import { isWindowOpen } from "../format/dataset-words.ts";
import { formatTook } from "../format/time.ts";
import { visibleText } from "../format/visible.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { likenessPercent, OverlapBar, RowPair } from "../parts/row-pair.tsx";
import { Empty, ErrorBox } from "../parts/states.tsx";
import { Visible } from "../parts/visible.tsx";
import { ChallengeForm, currentRun, RunSteps } from "./challenge-form.tsx";

interface CheckDialogProps {
  readonly dataset: Dataset;
  /** The claim that the reader came for; 0 for none. */
  readonly kind: number;
  readonly close: () => void;
}

const FIRST_PAIRS = 3;

export function CheckDialog({ dataset, kind, close }: CheckDialogProps) {
  const session = sessionOf(dataset);
  const name = `${visibleText(dataset.terms?.name ?? "")} v${dataset.terms?.version}`;
  return (
    <Dialog title="Check it yourself" under={name} close={close} class="is-wide">
      <Body dataset={dataset} kind={kind} session={session} />
    </Dialog>
  );
}

function Body({ dataset, kind, session }: { dataset: Dataset; kind: number; session: CheckSession }) {
  const rows = session.rows.value;
  const check = session.check.value;
  const run = currentRun(hexId(dataset.id));
  if (run !== undefined && check.state !== "done") return <RunSteps run={run} />;
  if (rows.state === "failed") return <ErrorBox fault={rows.fault} retry={() => session.runCheck()} />;
  if (check.state === "done") return <Found dataset={dataset} kind={kind} session={session} />;
  if (check.state === "running") return <Running session={session} dataset={dataset} />;
  return (
    <div class="stack-16">
      <p>
        This page fetches all {plural(dataset.terms?.rowCount ?? 0n, "row")}, compares them with the roots on
        the ledger, and looks for near-duplicates and bad rows with the very code by which the ledger judges.
        Nothing is sent anywhere.
      </p>
      {check.state === "stopped" && <p class="ink2">You stopped it.</p>}
      <div class="button-row left">
        <button type="button" class="button primary" onClick={() => session.runCheck()}>
          <Icon name="shield" /> {check.state === "stopped" ? "Start again" : "Start the check"}
        </button>
      </div>
    </div>
  );
}

function Running({ session, dataset }: { session: CheckSession; dataset: Dataset }) {
  const rows = session.rows.value;
  const check = session.check.value;
  const isLoading = rows.state !== "ready";
  const done = isLoading
    ? rows.state === "loading"
      ? rows.done
      : 0
    : check.state === "running"
      ? check.done
      : 0;
  const total = isLoading
    ? rows.state === "loading"
      ? rows.total
      : 0
    : check.state === "running"
      ? check.total
      : 0;
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
  const rowsDone = Math.floor(done / 2);
  return (
    <div class="stack-16">
      <p>
        {isLoading
          ? `Fetching the rows: ${formatBytes(done)} of ${formatBytes(total)}`
          : `Comparing: ${groupDigits(rowsDone)} of ${plural(dataset.terms?.rowCount ?? 0n, "row")}`}
      </p>
      <div
        class="progress"
        role="progressbar"
        aria-label={isLoading ? "Fetching the rows" : "Comparing the rows"}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
      <div class="button-row left">
        <button type="button" class="button" onClick={() => session.stop()}>
          <Icon name="stop" /> Stop
        </button>
      </div>
    </div>
  );
}

const FAULTS: Readonly<Record<string, string>> = {
  empty: "is empty",
  too_long: "is longer than 4 096 bytes",
  nul: "holds a NUL byte",
  not_ascii: "is not ASCII",
  not_utf8: "is not well-formed UTF-8",
  label: "has a label without a name",
};

function Found({ dataset, kind, session }: { dataset: Dataset; kind: number; session: CheckSession }) {
  const check = session.check.value;
  const rows = session.rows.value;
  const [shown, setShown] = useState(FIRST_PAIRS);
  if (check.state !== "done" || rows.state !== "ready") return null;
  const { report } = check;
  const judged = dataset.claims.filter((claim) => provable(claim.kind));
  const texts = rows.texts;
  // What differs a little is more to look at than what is the same.
  const pairs = [...report.disjoint].sort((a, b) => likenessPercent(a) - likenessPercent(b));
  const more = report.pairs.length - pairs.length;
  return (
    <div class="stack-16">
      <div class="note is-green">
        <Icon name="shield" />
        <div>
          <b>Checked in this browser:</b> {plural(report.rowCount, "row")} in {formatTook(check.ms)}, verified
          against the ledger's roots.
        </div>
      </div>
      <ul class="verdicts">
        {judged.map((claim) => (
          <Verdict
            key={claim.kind}
            claim={claim}
            dataset={dataset}
            session={session}
            wanted={kind === claim.kind}
          />
        ))}
      </ul>
      {report.schemaFaults.length > 0 && (
        <section>
          <h3>{plural(report.schemaFaults.length, "bad row")}</h3>
          <ul class="bad-rows">
            {report.schemaFaults.slice(0, 10).map((fault) => (
              <li key={fault.row}>
                <b>Row {groupDigits(fault.row)}</b> {FAULTS[fault.fault] ?? fault.fault}
                <p class="ink2">
                  <Visible text={texts[fault.row]!.slice(0, 300)} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {pairs.length > 0 && (
        <section class="stack-16">
          <h3>
            {numberWord(pairs.length)} {pairs.length === 1 ? "pair" : "pairs"} of nearly equal rows, no row
            twice
          </h3>
          {pairs.slice(0, shown).map((pair, i) => (
            <article class="pair" key={`${pair.left}:${pair.right}`}>
              <header class="pair-head">
                <b>Pair {i + 1}</b>
                <OverlapBar of={pair} isSameText={texts[pair.left] === texts[pair.right]} />
              </header>
              <RowPair
                left={{ index: pair.left, text: texts[pair.left]!, inDataset: true }}
                right={{ index: pair.right, text: texts[pair.right]!, inDataset: true }}
              />
            </article>
          ))}
          {shown < pairs.length && (
            <button type="button" class="button" onClick={() => setShown(pairs.length)}>
              Show all {groupDigits(pairs.length)}
            </button>
          )}
          {more > 0 && (
            <p class="side ink2">
              {plural(more, "more pair")} {more === 1 ? "shares" : "share"} a row with these
              {!report.pairsComplete && ", and there may be more still"}.
            </p>
          )}
        </section>
      )}
      {pairs.length === 0 && report.schemaFaults.length === 0 && (
        <Empty title="Nothing found">
          <p>
            No two rows are nearly equal, and each keeps to{" "}
            {dataset.terms?.charset === Charset.CHARSET_ASCII ? "ASCII" : "UTF-8"} and its labels. Paraphrase
            passes: the rule compares letters, not meaning.
          </p>
        </Empty>
      )}
    </div>
  );
}

interface VerdictProps {
  readonly dataset: Dataset;
  readonly claim: Claim;
  readonly session: CheckSession;
  readonly wanted: boolean;
}

/** One claim held against what was found; where it is false and open, the challenge. */
function Verdict({ dataset, claim, session, wanted }: VerdictProps) {
  const check = session.check.value;
  if (check.state !== "done") return null;
  const isUnique = claim.kind === ClaimKind.CLAIM_KIND_UNIQUE;
  const found = isUnique ? check.report.disjoint.length : check.report.schemaFaults.length;
  const allowed = isUnique ? claim.max : 0;
  const falls = found > allowed;
  const open =
    isWindowOpen(dataset, head.value?.height ?? 0) && claim.status === ClaimStatus.CLAIM_STATUS_OPEN;
  const one = isUnique ? "pair" : "bad row";
  const name = claimName(claim.kind, claim.tier);
  return (
    <li class={`verdict ${falls ? "is-false" : ""}`}>
      <div class="verdict-head">
        <span class={falls ? "red" : "green"}>
          <Icon name={falls ? "warn" : "tick"} size={18} />
        </span>
        <div class="grow">
          <b>
            “{name}” {falls ? "is false" : "holds"}
          </b>
          <p class="side ink2">
            {found === 0 ? `No ${one}` : plural(found, one)}
            {isUnique && found > MAX_UNIQUE && " or more"} found, {allowed === 0 ? "none" : allowed} allowed
            {falls && !open && ". It cannot be challenged any more"}
          </p>
        </div>
        {!falls && open && (
          <button
            type="button"
            class="button small"
            onClick={() => navigate(withQuery({ do: "back", claim: String(claim.kind) }), true)}
          >
            Back it
          </button>
        )}
        {falls && open && !wanted && (
          <button
            type="button"
            class="button small"
            onClick={() => navigate(withQuery({ claim: String(claim.kind) }), true)}
          >
            Challenge it
          </button>
        )}
      </div>
      {falls && wanted && <ChallengeForm dataset={dataset} claim={claim} session={session} />}
    </li>
  );
}
