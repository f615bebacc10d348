import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { contentTerms, type PackedDataset, pack } from "@assay/client/dataset/pack";
import { parseRows } from "@assay/client/dataset/parse";
import { toHex } from "@assay/primitives/bytes";
import { Access, CharsetEnum, DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";
import { writeDatasetFolder } from "../dataset-folder.ts";
import { Failure, UsageError } from "../failure.ts";
import type { Session } from "../session.ts";
import { fields, plain } from "../show/table.ts";

export interface RowFlags {
  readonly text: string;
  readonly label: string;
  readonly format?: string;
}

export interface PackFlags extends RowFlags {
  readonly out: string;
  readonly labels?: string;
  readonly name?: string;
  readonly licence: string;
  readonly card?: string;
  readonly guideline?: string;
  readonly task: string;
}

export function readInput(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Failure((error as Error).message, "Name a file that can be read.");
  }
}

/** Rows of a file. @throws DatasetError by file, line and column */
export function rowsOf(path: string, flags: RowFlags) {
  const { format } = flags;
  if (format !== undefined && format !== "csv" && format !== "jsonl") {
    throw new UsageError(`--format ${format}`, "Give csv or jsonl.");
  }
  return parseRows(readInput(path), {
    file: path,
    format,
    textColumn: flags.text,
    labelColumn: flags.label,
  });
}

/** A name that the ledger takes, made of a file's. */
function nameOf(path: string): string {
  const name = basename(path)
    .replace(/\.[^.]+$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 64);
  return name.length < 3 ? `${name}-set` : name;
}

function labelCounts(packed: PackedDataset): number[] {
  const counts = packed.labelNames.map(() => 0);
  for (const label of packed.labelOf) counts[label]!++;
  return counts;
}

export async function packCommand(session: Session, path: string, flags: PackFlags): Promise<void> {
  const packed = pack(rowsOf(path, flags), {
    ...(flags.labels === undefined ? {} : { labelNames: flags.labels.split(",") }),
  });
  const text = (file: string | undefined): string =>
    file === undefined ? "" : Buffer.from(readInput(file)).toString("utf8");
  const terms = DatasetTerms.fromPartial({
    ...contentTerms(packed),
    name: flags.name ?? nameOf(path),
    version: 1,
    task: flags.task,
    guideline: text(flags.guideline),
    licence: flags.licence,
    card: text(flags.card),
    access: Access.ACCESS_PUBLIC,
  });
  writeDatasetFolder(flags.out, {
    terms,
    id: undefined,
    features: packed.features.bytes,
    labels: packed.labels.bytes,
  });
  const counts = labelCounts(packed);
  session.out.data(
    {
      folder: flags.out,
      name: terms.name,
      row_count: String(packed.rowCount),
      labels: Object.fromEntries(packed.labelNames.map((name, i) => [name, counts[i]!])),
      charset: CharsetEnum.names[packed.charset] ?? null,
      features_sha256: toHex(packed.features.sha256),
      features_bytes: String(packed.features.size),
      features_root: toHex(packed.features.root),
      labels_sha256: toHex(packed.labels.sha256),
      labels_bytes: String(packed.labels.size),
      labels_root: toHex(packed.labels.root),
    },
    () =>
      fields([
        ["Packed", `${packed.rowCount} rows into ${flags.out}`],
        ["Name", terms.name],
        ["Labels", packed.labelNames.map((name, i) => `${plain(name)} ${counts[i]}`).join(", ")],
        ["Files", `${packed.features.size} and ${packed.labels.size} bytes`],
      ]),
  );
  session.out.talk(`Next: assay dataset check ${flags.out}`);
}
