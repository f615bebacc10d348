/** @module Two rows side by side with what differs marked, how alike they are, and that they are in the dataset. */
import { type DiffSegment, diff } from "@assay/client/dataset/diff";
import { useMemo } from "preact/hooks";
import { groupDigits } from "../format/amount.ts";
import { Icon } from "./icon.tsx";
import { Visible } from "./visible.tsx";

/** The rule's limit, in percent of fragments. */
const LIMIT = 80;

export interface Likeness {
  readonly equal: boolean;
  readonly shared: number;
  readonly total: number;
}

export function likenessPercent({ equal, shared, total }: Likeness): number {
  return equal || total === 0 ? 100 : Math.floor((shared * 100) / total);
}

/** A bar with the 80% limit, and the figures. */
/** `isSameText`: equal to the letter, not only by the rule. */
export function OverlapBar({ of, isSameText }: { of: Likeness; isSameText: boolean }) {
  const percent = likenessPercent(of);
  return (
    <span class="overlap">
      <span class="overlap-bar" aria-hidden="true">
        <span class="overlap-fill" style={{ width: `${percent}%` }} />
        <span class="overlap-limit" style={{ left: `${LIMIT}%` }} />
      </span>
      <span>
        <b>{percent}% the same</b>{" "}
        <span class="ink2">
          {of.equal
            ? isSameText
              ? "word for word"
              : "but for case and spaces"
            : `${groupDigits(of.shared)} of ${groupDigits(of.total)} fragments, limit ${LIMIT}%`}
        </span>
      </span>
    </span>
  );
}

function Side({ segments }: { segments: readonly DiffSegment[] }) {
  return (
    <p class="proof-text">
      {segments.map((segment, i) =>
        segment.same ? (
          <Visible key={i} text={segment.text} />
        ) : (
          <mark class={segment.text.trim() === "" ? "diff diff-gap" : "diff"} key={i}>
            {segment.text === "" ? <span class="sr-only">(nothing)</span> : <Visible text={segment.text} />}
          </mark>
        ),
      )}
    </p>
  );
}

export interface ShownRowProps {
  readonly index: number;
  readonly text: string;
  /** It leads to the dataset's root; undefined while that is not checked here. */
  readonly inDataset: boolean | undefined;
  readonly leaf?: string;
  readonly pathLength?: number;
  readonly href?: string;
}

function RowSide({ row, segments }: { row: ShownRowProps; segments: readonly DiffSegment[] }) {
  return (
    <div class="pair-side">
      <div class="pair-side-head">
        <b>
          {row.href === undefined ? (
            `Row ${row.index}`
          ) : (
            <a class="quiet" href={row.href}>
              Row {row.index}
            </a>
          )}
        </b>
        {row.inDataset === true && (
          <span class="green side">
            <Icon name="tick" /> in the dataset
          </span>
        )}
        {row.inDataset === false && (
          <span class="red side">
            <Icon name="cross" /> not in the dataset
          </span>
        )}
      </div>
      <Side segments={segments} />
      {row.leaf !== undefined && (
        <p class="side ink2">
          leaf <span class="mono ink">{row.leaf}</span> path of {row.pathLength}
        </p>
      )}
    </div>
  );
}

export function RowPair({ left, right }: { left: ShownRowProps; right: ShownRowProps }) {
  const both = useMemo(() => diff(left.text, right.text), [left.text, right.text]);
  return (
    <div class="pair-sides">
      <RowSide row={left} segments={both.left} />
      <RowSide row={right} segments={both.right} />
    </div>
  );
}

/** Both rows in one line: `The color / colour is even prettier`. */
export function PairLine({ left, right }: { left: string; right: string }) {
  const both = useMemo(() => diff(left, right), [left, right]);
  return (
    <span class="pair-line">
      {both.left.map((segment, i) => {
        const other = both.right[i]!;
        if (segment.same) return <Visible key={i} text={segment.text} />;
        return (
          <span key={i}>
            {segment.text.trim() !== "" && (
              <mark class="diff">
                <Visible text={segment.text} />
              </mark>
            )}
            {segment.text.trim() !== "" && other.text.trim() !== "" && " / "}
            {other.text.trim() !== "" && (
              <mark class="diff">
                <Visible text={other.text} />
              </mark>
            )}
            {segment.text.trim() === "" && other.text.trim() === "" && " "}
          </span>
        );
      })}
    </span>
  );
}
