import { Block } from "@assay/proto/gen/tendermint/types/block";
import { Commit, CommitSig, Header } from "@assay/proto/gen/tendermint/types/types";
import { describe, expect, test } from "vitest";
import { txSize } from "../abci/tx-size.ts";
import {
  checkConsensusParams,
  defaultConsensusParams,
  maxDataBytes,
  updateConsensusParams,
} from "./consensus-params.ts";

const withMaxBytes = (maxBytes: bigint) => ({
  ...defaultConsensusParams(),
  block: { maxBytes, maxGas: -1n },
});

describe("room for transactions", () => {
  test("is CometBFT's", () => {
    expect(maxDataBytes(withMaxBytes(842n), 1)).toBe(0);
    expect(maxDataBytes(withMaxBytes(843n), 1)).toBe(1);
    expect(maxDataBytes(withMaxBytes(954n), 2)).toBe(1);
    expect(() => maxDataBytes(withMaxBytes(841n), 1)).toThrow("too small for the commit of 1 validators");
    expect(maxDataBytes(withMaxBytes(-1n), 1)).toBe(104_857_600 - 842);
  });

  test("is left in a block whose every other field is as large as it can be", () => {
    const hash = new Uint8Array(32).fill(255);
    const address = new Uint8Array(20).fill(255);
    // Negative numbers take ten bytes.
    const time = { seconds: -1n, nanos: 999_999_999 };
    const maxInt64 = 2n ** 63n - 1n;
    const blockId = { hash, partSetHeader: { total: 2 ** 31 - 1, hash } };
    const header: Header = {
      version: { block: maxInt64, app: maxInt64 },
      chainId: "\u{2070e}".repeat(50),
      height: maxInt64,
      time,
      lastBlockId: blockId,
      lastCommitHash: hash,
      dataHash: hash,
      validatorsHash: hash,
      nextValidatorsHash: hash,
      consensusHash: hash,
      appHash: hash,
      lastResultsHash: hash,
      evidenceHash: hash,
      proposerAddress: address,
    };
    expect(Header.toBytes(header)).toHaveLength(626);
    const signature: CommitSig = {
      blockIdFlag: 2,
      validatorAddress: address,
      timestamp: time,
      signature: new Uint8Array(64),
    };
    expect(CommitSig.toBytes(signature)).toHaveLength(109);
    const commit = (validators: number): Commit => ({
      height: maxInt64,
      round: 2 ** 31 - 1,
      blockId,
      signatures: Array.from({ length: validators }, () => signature),
    });
    expect(Commit.toBytes(commit(0))).toHaveLength(94);
    // CometBFT counts the tags and lengths of a block's parts too tight, and 50 characters of four bytes in the
    // chain id; a genesis document of ours has 50 bytes of it, which makes up for it.
    const real = { ...header, chainId: "x".repeat(50) };
    for (const validators of [1, 4, 100]) {
      for (const maxBytes of [20_000, 100_000, 4_194_304]) {
        const room = maxDataBytes(withMaxBytes(BigInt(maxBytes)), validators);
        const tx = new Uint8Array(room - 5);
        expect(txSize(tx)).toBeLessThanOrEqual(room);
        const lastCommit = commit(validators);
        const block = Block.toBytes({
          header: real,
          data: { txs: [tx] },
          evidence: { evidence: [] },
          lastCommit,
        });
        expect(block.length).toBeLessThanOrEqual(maxBytes);
      }
    }
  });
});

test("an update replaces whole groups and leaves the others", () => {
  const before = defaultConsensusParams();
  const block = { maxBytes: 5n, maxGas: 6n };
  const version = { app: 7n };
  const update = { block, evidence: undefined, validator: undefined, version, abci: undefined };
  expect(updateConsensusParams(before, update)).toEqual({ ...before, block, version });
  expect(updateConsensusParams(before, undefined)).toEqual(before);
});

test("what is missing is refused", () => {
  expect(() => checkConsensusParams(defaultConsensusParams())).not.toThrow();
  for (const group of ["block", "evidence", "validator", "version"] as const) {
    expect(() => checkConsensusParams({ ...defaultConsensusParams(), [group]: undefined })).toThrow(
      "must be there",
    );
  }
  expect(() => checkConsensusParams({ ...defaultConsensusParams(), abci: undefined })).not.toThrow();
});
