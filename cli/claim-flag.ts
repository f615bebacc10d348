import { ClaimKind } from "@assay/proto/gen/assay/data/v1/types";
import { UsageError } from "./failure.ts";

const KINDS: Readonly<Record<string, ClaimKind>> = {
  available: ClaimKind.CLAIM_KIND_AVAILABLE,
  schema: ClaimKind.CLAIM_KIND_SCHEMA_VALID,
  unique: ClaimKind.CLAIM_KIND_UNIQUE,
  original: ClaimKind.CLAIM_KIND_ORIGINAL,
  labels: ClaimKind.CLAIM_KIND_LABEL_AGREEMENT,
};

/** For the end of a command's help. */
export const CLAIM_HELP = `
Claims:
  available   Anyone can fetch every row; every dataset claims it
  schema      Every row is 1 to 4,096 bytes of the charset, with one of the labels
  unique      No two rows are nearly equal; unique:2 allows 2 such pairs

Amounts: 250assay, 0.5assay, or in base units 250000000uassay`;

/** `unique`, or the enum's own `CLAIM_KIND_UNIQUE`. @throws UsageError */
export function claimKindFlag(text: string): ClaimKind {
  const word = text
    .toLowerCase()
    .replace(/^claim_kind_/, "")
    .replace(/_valid$|_agreement$/, "");
  const name = word === "label" ? "labels" : word;
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (kind === undefined)
    throw new UsageError(`no claim "${text}"`, `Claims are: ${Object.keys(KINDS).join(", ")}.`);
  return kind;
}

/** The word for a claim on the command line. */
export function claimWord(kind: ClaimKind): string {
  return Object.keys(KINDS).find((word) => KINDS[word] === kind) ?? String(kind);
}

export interface ClaimFlag {
  readonly kind: ClaimKind;
  readonly max: number;
  /** As written; empty for the least one. */
  readonly stake: string;
}

/** `unique`, `unique:2`, `unique:2=400assay`. @throws UsageError */
export function claimFlag(text: string): ClaimFlag {
  const match = /^([a-z_]+)(?::(\d{1,2}))?(?:=(.+))?$/i.exec(text);
  if (match === null) {
    throw new UsageError(
      `"${text}" is no claim`,
      "Give it like unique:2=400assay (up to 2 pairs, 400 staked).",
    );
  }
  const max = Number(match[2] ?? 0);
  if (max > 31) throw new UsageError(`${text}: at most 31`, "Claim less, or clean the rows first.");
  return { kind: claimKindFlag(match[1]!), max, stake: match[3] ?? "" };
}
