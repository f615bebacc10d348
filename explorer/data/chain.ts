/**
 * `/chain.json`: what the node's operator says of this chain, read as lenient as a stranger's file.
 *
 * @module
 */
import { signal } from "@preact/signals";

export interface Tour {
  /** Dataset id, lower hex. */
  readonly datasetId: string;
  /** Claim kind, as its number. */
  readonly claim: number;
  readonly sentence: string;
}

export interface ChainFile {
  readonly chainId: string;
  readonly prefix: string;
  readonly denom: string;
  readonly services: ReadonlySet<string>;
  readonly tour: Tour | undefined;
  /** What `experimentalSuggestChain` of a wallet is given; absent where the node does not say it. */
  readonly keplr: object | undefined;
}

export const chain = signal<ChainFile>({
  chainId: "",
  prefix: "assay",
  denom: "uassay",
  services: new Set(),
  tour: undefined,
  keplr: undefined,
});

const CLAIMS: Readonly<Record<string, number>> = {
  available: 1,
  schema_valid: 2,
  unique: 3,
  original: 4,
  label_agreement: 5,
};

function claimKind(value: unknown): number {
  if (typeof value === "number") return value;
  const name = String(value).toLowerCase().replace("claim_kind_", "");
  return (Object.hasOwn(CLAIMS, name) ? CLAIMS[name] : undefined) ?? 0;
}

type Fields = Readonly<Record<string, unknown>>;

function readTour(value: unknown): Tour | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const tour = value as Fields;
  const datasetId = String(tour.dataset_id ?? "").toLowerCase();
  const claim = claimKind(tour.claim);
  if (!/^[0-9a-f]{64}$/.test(datasetId) || claim === 0) return undefined;
  return { datasetId, claim, sentence: String(tour.sentence ?? "") };
}

/** Never throws: what is not there keeps its default. */
export function readChainFile(json: unknown): ChainFile {
  const fields: Fields = typeof json === "object" && json !== null ? (json as Fields) : {};
  const text = (key: string, otherwise: string) =>
    typeof fields[key] === "string" ? fields[key] : otherwise;
  const given = fields.services;
  const services = Array.isArray(given)
    ? given.map(String)
    : Object.entries((given as object | undefined) ?? {}).flatMap(([name, on]) => (on ? [name] : []));
  return {
    chainId: text("chain_id", ""),
    prefix: text("bech32_prefix", "assay"),
    denom: text("denom", "uassay"),
    services: new Set(services),
    tour: readTour(fields.tour),
    keplr: typeof fields.keplr === "object" && fields.keplr !== null ? fields.keplr : undefined,
  };
}

/** Asks now, and again while there is no tour yet and the node says that it has services: the demo comes later. */
export async function loadChain(): Promise<void> {
  try {
    const response = await fetch("/chain.json", { cache: "no-store" });
    if (response.ok) chain.value = readChainFile(await response.json());
  } catch {
    // The banner says that the node is down.
  }
}
