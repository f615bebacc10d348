/**
 * A second opinion on a chain's blocks: checks every header against its neighbours as CometBFT's light client and
 * its block validation do, with another protobuf encoder, another ed25519 and other hashing code than the engine's.
 *
 * @module
 */
import { createHash } from "node:crypto";
import type { BlockStore } from "@assay/chain/abci/ledger";
import type { Commit, Header } from "@assay/proto/gen/tendermint/types/types";
import type { Validator } from "@assay/proto/gen/tendermint/types/validator";
import { ed25519 } from "@noble/curves/ed25519.js";
import protobuf from "protobufjs";

const protoRoot = new URL("../../proto/", import.meta.url).pathname;
const root = new protobuf.Root();
root.resolvePath = (_origin, target) => `${protoRoot}${target}`;
root.loadSync([
  "tendermint/types/block.proto",
  "tendermint/types/canonical.proto",
  "tendermint/abci/types.proto",
  "tendermint/version/types.proto",
]);

/** As proto3 JSON-like objects: no defaults, 64-bit numbers as text. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return value === 0n ? undefined : String(value);
  if (value === 0 || value === "" || value === false) return undefined;
  if (value instanceof Uint8Array) return value.length === 0 ? undefined : value;
  if (Array.isArray(value)) return value.map((item) => plain(item) ?? new Uint8Array(0));
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([name, field]) => [name, plain(field)] as const);
    return Object.fromEntries(entries.filter(([, field]) => field !== undefined));
  }
  return value;
}

function encode(name: string, message: object): Buffer {
  const type = root.lookupType(name);
  return Buffer.from(type.encode(type.fromObject(plain(message) as Record<string, unknown>)).finish());
}

const sha = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

function merkle(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return sha(Buffer.of(0), leaves[0]!);
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha(Buffer.of(1), merkle(leaves.slice(0, split)), merkle(leaves.slice(split)));
}

const uvarint = (value: bigint): Buffer => {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest >= 128n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Buffer.from([...bytes, Number(rest)]);
};

const wrapped = (value: Uint8Array): Buffer =>
  value.length === 0
    ? Buffer.alloc(0)
    : Buffer.concat([Buffer.of(0x0a), uvarint(BigInt(value.length)), value]);

function headerHash(header: Header): Buffer {
  return merkle([
    encode("tendermint.version.Consensus", header.version!),
    wrapped(Buffer.from(header.chainId)),
    Buffer.concat([Buffer.of(8), uvarint(header.height)]),
    encode("google.protobuf.Timestamp", header.time!),
    encode("tendermint.types.BlockID", header.lastBlockId!),
    wrapped(header.lastCommitHash),
    wrapped(header.dataHash),
    wrapped(header.validatorsHash),
    wrapped(header.nextValidatorsHash),
    wrapped(header.consensusHash),
    wrapped(header.appHash),
    wrapped(header.lastResultsHash),
    wrapped(header.evidenceHash),
    wrapped(header.proposerAddress),
  ]);
}

const validatorsHash = (set: readonly Validator[]): Buffer =>
  merkle(
    set.map(({ pubKey, votingPower }) => encode("tendermint.types.SimpleValidator", { pubKey, votingPower })),
  );

const commitHash = ({ signatures }: Commit): Buffer =>
  merkle(signatures.map((signature) => encode("tendermint.types.CommitSig", signature)));

const nanos = (time: Header["time"]): bigint => time!.seconds * 1_000_000_000n + BigInt(time!.nanos);

class Mismatch extends Error {}

function same(what: string, found: Uint8Array, expected: Uint8Array): void {
  if (Buffer.compare(found, expected) !== 0) {
    const [a, b] = [found, expected].map((bytes) => Buffer.from(bytes).toString("hex"));
    throw new Mismatch(`${what}: ${a}, expected ${b}`);
  }
}

function holds(condition: boolean, what: string): void {
  if (!condition) throw new Mismatch(what);
}

/** More than two thirds of the set signed this block. */
function checkCommit(chainId: string, commit: Commit, hash: Uint8Array, set: readonly Validator[]): void {
  same("commit's block", commit.blockId!.hash, hash);
  holds(commit.signatures.length === set.length, "a place for each validator");
  let signed = 0n;
  let total = 0n;
  set.forEach((validator, i) => {
    total += validator.votingPower;
    const { blockIdFlag, timestamp, signature, validatorAddress } = commit.signatures[i]!;
    if (blockIdFlag === 1) {
      holds(signature.length === 0 && validatorAddress.length === 0, "an absent vote is empty");
      return;
    }
    same("signer", validatorAddress, validator.address);
    same("address", sha(validator.pubKey!.ed25519!).subarray(0, 20), validator.address);
    const vote = encode("tendermint.types.CanonicalVote", {
      type: 2,
      height: commit.height,
      round: BigInt(commit.round),
      blockId: commit.blockId,
      timestamp,
      chainId,
    });
    const message = Buffer.concat([uvarint(BigInt(vote.length)), vote]);
    holds(ed25519.verify(signature, message, validator.pubKey!.ed25519!), `signature ${i}`);
    signed += validator.votingPower;
  });
  holds(signed * 3n > total * 2n, "more than two thirds");
}

/** The weighted median, by writing every vote as often as its power says; powers must be small. */
function median(commit: Commit, set: readonly Validator[]): bigint {
  const times = commit.signatures.flatMap(({ blockIdFlag, timestamp }, i) =>
    blockIdFlag === 1 ? [] : Array.from({ length: Number(set[i]!.votingPower) }, () => nanos(timestamp)),
  );
  times.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return times[Math.max(0, Math.floor(times.length / 2) - 1)]!;
}

/**
 * Checks all blocks from the first that is kept to the last.
 * @returns how many blocks it checked.
 * @throws Error that names the height and what is wrong there.
 */
export async function checkChain(blocks: BlockStore, chainId: string): Promise<number> {
  let checked = 0;
  for (let height = blocks.base(); height <= blocks.height(); height++) {
    try {
      await checkBlock(blocks, chainId, height);
      checked++;
    } catch (error) {
      throw new Error(`height ${height}: ${(error as Error).message}`);
    }
  }
  return checked;
}

async function checkBlock(blocks: BlockStore, chainId: string, height: number): Promise<void> {
  const { block, blockId, size } = (await blocks.block(height))!;
  const header = block.header!;
  const set = (await blocks.validators(height))!;
  const next = (await blocks.validators(height + 1))!;
  const { commit, canonical } = (await blocks.commit(height))!;

  holds(header.chainId === chainId && header.height === BigInt(height), "chain id and height");
  same("block hash", headerHash(header), blockId.hash);
  same("validators hash", validatorsHash(set), header.validatorsHash);
  same("next validators hash", validatorsHash(next), header.nextValidatorsHash);
  checkCommit(chainId, commit, blockId.hash, set);
  holds(canonical === height < blocks.height(), "canonical");
  holds((await blocks.heightOf(blockId.hash)) === height, "found by hash");
  holds(
    set.some((validator) => Buffer.compare(validator.address, header.proposerAddress) === 0),
    "proposer",
  );
  set.slice(1).forEach((validator, i) => {
    const before = set[i]!;
    const order = Buffer.compare(before.address, validator.address);
    const falls = before.votingPower > validator.votingPower;
    holds(falls || (before.votingPower === validator.votingPower && order < 0), "set order");
  });

  const bytes = encode("tendermint.types.Block", block);
  holds(bytes.length === size, "size");
  const parts: Buffer[] = [];
  for (let at = 0; at < size; at += 65_536) parts.push(bytes.subarray(at, at + 65_536));
  same("parts", merkle(parts), blockId.partSetHeader!.hash);
  holds(parts.length === blockId.partSetHeader!.total, "number of parts");

  same("data hash", merkle(block.data!.txs.map((tx) => sha(tx))), header.dataHash);
  same("evidence hash", sha(), header.evidenceHash);
  same("last commit hash", commitHash(block.lastCommit!), header.lastCommitHash);
  const params = (await blocks.consensusParams(height))!.block!;
  const hashed = { blockMaxBytes: params.maxBytes, blockMaxGas: params.maxGas };
  same("consensus hash", sha(encode("tendermint.types.HashedParams", hashed)), header.consensusHash);

  if (height > blocks.base()) await checkAdjacent(blocks, chainId, height);
}

async function checkAdjacent(blocks: BlockStore, chainId: string, height: number): Promise<void> {
  const { block } = (await blocks.block(height))!;
  const header = block.header!;
  const last = (await blocks.block(height - 1))!;
  const lastSet = (await blocks.validators(height - 1))!;
  same("last block", header.lastBlockId!.hash, last.blockId.hash);
  same("validators, as announced", header.validatorsHash, last.block.header!.nextValidatorsHash);
  checkCommit(chainId, block.lastCommit!, last.blockId.hash, lastSet);
  holds(nanos(header.time) > nanos(last.block.header!.time), "time goes on");
  holds(nanos(header.time) === median(block.lastCommit!, lastSet), "median time");

  const outcome = (await blocks.results(height - 1))!;
  same("app hash", header.appHash, outcome.appHash);
  const results = outcome.txResults.map(({ code, data, gasWanted, gasUsed }) =>
    encode("tendermint.abci.ExecTxResult", { code, data, gasWanted, gasUsed }),
  );
  same("last results hash", merkle(results), header.lastResultsHash);
}
