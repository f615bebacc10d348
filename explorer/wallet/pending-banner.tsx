/** @module A sealed challenge that waits to be shown, on every page until it is. */
import { head } from "../data/node.ts";
import { groupDigits } from "../format/amount.ts";
import { formatSpan } from "../format/time.ts";
import { Icon } from "../parts/icon.tsx";
import { msUntil } from "../parts/when.tsx";
import { mine, runs } from "./pending.ts";
import { resumeOne } from "./resume.ts";

export function PendingBanner() {
  const height = head.value?.height ?? 0;
  return (
    <>
      {mine.value.map((pending) => {
        const run = [...runs.value].reverse().find((one) => one.pending?.id === pending.id);
        const left = pending.revealBy - height;
        const words =
          pending.commitHeight === 0
            ? "Its seal is on its way into a block."
            : left > 0
              ? `The proof is shown as soon as the chain allows, by block ${groupDigits(pending.revealBy)} at the latest (${formatSpan(msUntil(pending.revealBy))}).`
              : "Its time to be shown is over.";
        const failed = run === undefined || run.phase === "failed";
        return (
          <div class="banner-row" key={pending.id}>
            <div class="banner is-blue">
              <Icon name="lock" size={18} />
              <div>
                <b>{pending.title} is sealed.</b> {words} Keep this page open until then.
                {run?.fault && <p>{run.fault.title}</p>}
              </div>
              <a class="button" href={`/datasets/${pending.datasetId}`}>
                See the dataset
              </a>
              {failed && (
                <button type="button" onClick={() => void resumeOne(pending)}>
                  Show it now
                </button>
              )}
            </div>
          </div>
        );
      })}
    </>
  );
}
