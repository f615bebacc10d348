import { statSync, writeFileSync } from "node:fs";
import { type CheckInput, cleaned } from "@assay/client/dataset/check";
import { readContent } from "@assay/client/dataset/content";
import { pack } from "@assay/client/dataset/pack";
import type { NearPair } from "@assay/primitives/dataset/find-near";
import { readDatasetFolder } from "../dataset-folder.ts";
import { Failure, UsageError } from "../failure.ts";
import { runCheck } from "../run-check.ts";
import type { Session } from "../session.ts";
import { plain } from "../show/table.ts";
import { type RowFlags, rowsOf } from "./pack.ts";

export interface CheckFlags extends RowFlags {
  readonly max: number;
  readonly clean?: string;
}

const reader = new TextDecoder("utf-8", { ignoreBOM: true });

/** How many findings a person is shown; a program gets all of them. */
const SHOWN = 5;

/** A pair of rows, side by side. */
export function pairText(
  rows: readonly Uint8Array[],
  { left, right }: Pick<NearPair, "left" | "right">,
): string {
  const row = (index: number): string => {
    const text = plain(reader.decode(rows[index]));
    return `  ${String(index).padStart(6)}  ${text.length > 100 ? `${text.slice(0, 99)}…` : text}`;
  };
  return `${row(left)}\n${row(right)}`;
}

function inputOf(path: string, flags: CheckFlags): CheckInput {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
    const { terms, features, labels } = readDatasetFolder(path);
    const { rows, labelOf } = readContent(terms, features, labels);
    return { rows, labelOf, labelCount: terms.labels.length, charset: terms.charset };
  }
  const packed = pack(rowsOf(path, flags));
  return { ...packed, labelCount: packed.labelNames.length };
}

/** Writes the rows that are kept, as they were read. */
function clean(path: string, target: string, flags: CheckFlags): { kept: number; removed: number } {
  const rows = rowsOf(path, flags);
  const { kept, removed } = cleaned(rows);
  const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  let lines: string[];
  if (target.endsWith(".jsonl")) {
    lines = kept.map(({ text, label }) => JSON.stringify({ [flags.text]: text, [flags.label]: label }));
  } else if (target.endsWith(".csv")) {
    lines = [[flags.text, flags.label], ...kept.map(({ text, label }) => [text, label])].map((cells) =>
      cells.map(quote).join(","),
    );
  } else throw new UsageError(`--clean ${target}`, "Name a .csv or .jsonl file.");
  writeFileSync(target, `${lines.join("\n")}\n`);
  return { kept: kept.length, removed: removed.length };
}

export async function checkCommand(session: Session, path: string, flags: CheckFlags): Promise<number> {
  const input = inputOf(path, flags);
  const report = runCheck(input, session.out);
  const { schemaFaults, pairs, disjoint, uniqueMax } = report;
  const uniqueStands = uniqueMax !== undefined && uniqueMax <= flags.max;
  let written: { kept: number; removed: number } | undefined;
  if (flags.clean !== undefined) {
    if (statSync(path).isDirectory()) {
      throw new Failure("a packed dataset is not cleaned", "Clean the file that it was packed from.");
    }
    written = clean(path, flags.clean, flags);
  }
  session.out.data(
    {
      row_count: String(report.rowCount),
      schema_stands: report.schemaStands,
      schema_faults: schemaFaults.map(({ row, fault }) => ({ row, fault })),
      near_pairs: pairs.map(({ left, right }) => ({ left, right })),
      near_pairs_complete: report.pairsComplete,
      disjoint_pairs: disjoint.length,
      unique_max: uniqueMax ?? null,
      unique_stands: uniqueStands,
      ...(written === undefined ? {} : { kept: written.kept, removed: written.removed }),
    },
    () => {
      const lines = [`${report.rowCount} rows.`];
      if (report.schemaStands) lines.push('"Valid rows" would stand: every row keeps the schema.');
      else {
        lines.push(`"Valid rows" would fall: ${schemaFaults.length} rows break the schema.`);
        for (const { row, fault } of schemaFaults.slice(0, SHOWN))
          lines.push(`  row ${row}: ${fault.replaceAll("_", " ")}`);
      }
      if (disjoint.length === 0)
        lines.push('"No near-duplicates" would stand: no two rows are nearly equal.');
      else {
        const more = report.pairsComplete ? "" : " at least";
        lines.push(
          `"No near-duplicates" would ${uniqueStands ? "stand" : "fall"} with up to ${flags.max} pairs: there are${more} ${disjoint.length} pairs without a common row.`,
        );
        if (uniqueMax !== undefined && !uniqueStands) lines.push(`It would stand as unique:${uniqueMax}.`);
        for (const pair of disjoint.slice(0, SHOWN)) lines.push(pairText(input.rows, pair), "");
        if (disjoint.length > SHOWN) lines.push(`  and ${disjoint.length - SHOWN} more (--json lists all)`);
      }
      if (written !== undefined) {
        lines.push(`${flags.clean}: ${written.kept} rows kept, ${written.removed} near-duplicates left out.`);
      }
      return lines.join("\n").trimEnd();
    },
  );
  // A cleaned file is what was asked for, whatever the rows before were like.
  return (report.schemaStands && uniqueStands) || written !== undefined ? 0 : 1;
}
