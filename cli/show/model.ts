/**
 * Models, versions and lineage as a person reads them.
 *
 * @module
 */
import { toHex } from "@assay/primitives/bytes";
import {
  type Axis,
  type Model,
  ParentKind,
  ProvenanceEnum,
  type Score,
  type Tensor,
  TensorTypeEnum,
  type Version,
  VersionStatusEnum,
} from "@assay/proto/gen/assay/registry/v1/types";
import { amountText } from "../preview.ts";
import { fields, plain, table } from "./table.ts";

/** `VERSION_STATUS_LIVE` is `live`. */
const word = (names: Readonly<Record<number, string>>, value: number, prefix: string): string =>
  (names[value] ?? String(value)).replace(prefix, "").toLowerCase();

export const versionStatus = ({ status }: Pick<Version, "status">): string =>
  word(VersionStatusEnum.names, status, "VERSION_STATUS_");

/** 1/10,000 as percent. */
export const percent = (bps: number): string => `${bps / 100} %`;

function axisText({ name, size }: Axis): string {
  if (name === "") return String(size);
  return size === 0n ? plain(name) : `${plain(name)} <= ${size}`;
}

const tensorText = ({ name, type, axes }: Tensor): string =>
  `${plain(name)} ${word(TensorTypeEnum.names, type, "TENSOR_TYPE_")}[${axes.map(axisText).join(", ")}]`;

/** 10^-9 as a decimal. */
function nanoText(nano: bigint): string {
  const digits = nano.toString().padStart(10, "0");
  return `${digits.slice(0, -9)}.${digits.slice(-9)}`.replace(/\.?0+$/, "");
}

function parentsText(version: Version, denom: string): string {
  const rows = version.parents.map(({ kind, id, weightBps, paid }) => [
    kind === ParentKind.PARENT_KIND_DATASET ? "dataset" : "model version",
    toHex(id),
    percent(weightBps),
    amountText(paid, denom),
  ]);
  return rows.length === 0 ? "" : `\n\n${table(["Made from", "Id", "Share", "Pulled"], rows)}`;
}

function scoresText(scores: readonly Score[]): string {
  const rows = scores.map(({ testSet, metric, valuePpm, rows: count, provenance }) => [
    plain(testSet),
    plain(metric),
    String(valuePpm / 1_000_000),
    String(count),
    word(ProvenanceEnum.names, provenance, "PROVENANCE_").replace("_", " "),
  ]);
  return rows.length === 0 ? "" : `\n\n${table(["Test set", "Metric", "Score", "Rows", "Said by"], rows)}`;
}

/** A version with its model, scores and parents. */
export function versionText(version: Version, model: Model, scores: readonly Score[], denom: string): string {
  const { terms } = version;
  const head = fields([
    ["Version", toHex(version.id)],
    ["Model", `${plain(model.name)} v${version.version} (${toHex(model.id)})`],
    ["Owner", model.owner],
    ["State", versionStatus(version)],
    ["Task", plain(terms?.task ?? "")],
    ["Licence", plain(terms?.licence ?? "")],
    ["Size", `${terms?.modelBlob?.size ?? 0n} bytes`],
    ["Inputs", (terms?.inputs ?? []).map(tensorText).join("; ")],
    ["Outputs", (terms?.outputs ?? []).map(tensorText).join("; ")],
    ["Builder's share", percent(version.useBps)],
    ["Lineage", version.openLineage ? "open" : "closed"],
    ["Tolerance", version.tau === 0n ? "not measured" : nanoText(version.tau)],
    ["Received", amountText(version.received, denom)],
    ["Published", `block ${version.publishedHeight}`],
  ]);
  return head + parentsText(version, denom) + scoresText(scores);
}

export function modelsText(models: readonly Model[]): string {
  if (models.length === 0) return "No models.";
  return table(
    ["Id", "Name", "Owner", "Versions"],
    models.map(({ id, name, owner, versions }) => [toHex(id), plain(name), owner, String(versions)]),
  );
}

export function versionsText(versions: readonly Version[]): string {
  if (versions.length === 0) return "No versions.";
  return table(
    ["Id", "Version", "Task", "State", "Builder's share"],
    versions.map((version) => [
      toHex(version.id),
      String(version.version),
      plain(version.terms?.task ?? ""),
      versionStatus(version),
      percent(version.useBps),
    ]),
  );
}
