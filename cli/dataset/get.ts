import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readContent } from "@assay/client/dataset/content";
import { toHex } from "@assay/primitives/bytes";
import { readDatasetFolder, writeDatasetFolder } from "../dataset-folder.ts";
import { UsageError } from "../failure.ts";
import { fetchContent } from "../fetch-content.ts";
import type { Session } from "../session.ts";

const reader = new TextDecoder("utf-8", { ignoreBOM: true });

export async function getCommand(
  session: Session,
  id: string,
  flags: { readonly out: string },
): Promise<void> {
  const dataset = await (await session.client()).query.data.dataset(id);
  const { terms, features, labels, content } = await fetchContent(session, dataset);
  writeDatasetFolder(flags.out, { terms, id: toHex(dataset.id), features, labels });
  const rows = content.rows.map((row, i) => {
    const label = content.labelOf?.[i];
    const text = reader.decode(row);
    return JSON.stringify(
      label === undefined ? { text } : { text, label: terms.labels[label] ?? String(label) },
    );
  });
  writeFileSync(join(flags.out, "rows.jsonl"), `${rows.join("\n")}\n`);
  session.out.data(
    {
      dataset_id: toHex(dataset.id),
      folder: flags.out,
      row_count: String(content.rows.length),
      verified: true,
    },
    () => `${content.rows.length} rows in ${join(flags.out, "rows.jsonl")}, each as the ledger names it.`,
  );
}

export async function verifyCommand(session: Session, dir: string, id: string | undefined): Promise<void> {
  const folder = readDatasetFolder(dir);
  const named = id ?? folder.id;
  if (named === undefined) throw new UsageError("which dataset?", `Name it: assay dataset verify ${dir} ID`);
  const { terms } = await (await session.client()).query.data.dataset(named);
  // The ledger's terms count, whatever the folder's file says.
  const { rows } = readContent(
    terms!,
    folder.features,
    terms!.labelsBlob === undefined ? undefined : folder.labels,
  );
  session.out.data(
    { dataset_id: named, row_count: String(rows.length), verified: true },
    () => `${rows.length} rows: sizes, hashes and roots are those of dataset ${named}.`,
  );
}
