import { readFileSync } from "node:fs";
import { fromHex, toHex } from "@assay/primitives/bytes";
import { ResponseInitChain } from "@assay/proto/gen/tendermint/abci/types";
import { BlockID, type Commit, Header } from "@assay/proto/gen/tendermint/types/types";
import type { Validator } from "@assay/proto/gen/tendermint/types/validator";
import { fromBase64 } from "@assay/proto/wire/base64";
import { describe, expect, test } from "vitest";
import { buildBlock, nextBlockTime } from "./block.ts";
import { commitHash, verifyCommit } from "./commit.ts";
import { consensusHash, defaultConsensusParams } from "./consensus-params.ts";
import { formatGenesis, parseGenesis } from "./genesis.ts";
import { headerHash } from "./header.ts";
import { addressOf } from "./keys.ts";
import { medianTime } from "./median-time.ts";
import { leafHash, merkleRoot } from "./merkle.ts";
import { sha256 } from "./sha256.ts";
import { genesisState, nextState } from "./state.ts";
import { parseTime, ZERO_TIME } from "./time.ts";
import { ValidatorSet } from "./validator-set.ts";
import { voteSignBytes } from "./vote.ts";

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../test/vectors/${name}`, import.meta.url), "utf8"));
const vectors = read("cometbft.json");
const recorded = read("cometbft-chain.json");

const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const shaOf = (text: string): Uint8Array => sha256(ascii(text));
const ed25519 = (key: Uint8Array) => ({ ed25519: key, secp256k1: undefined });
const named = (name: string, power: string) => ({
  address: ascii(name),
  pubKey: ed25519(new Uint8Array(32)),
  votingPower: BigInt(power),
});

describe("CometBFT's own vectors", () => {
  test("merkle", () => {
    expect(toHex(merkleRoot([]))).toBe(vectors.merkle.empty);
    for (const { text, hash } of vectors.merkle.leaves) {
      expect(toHex(leafHash(ascii(text)))).toBe(hash);
      expect(toHex(merkleRoot([ascii(text)]))).toBe(hash);
    }
  });

  test("merkle roots follow the RFC's recursion, for leaves of any size", () => {
    const join = (...parts: Uint8Array[]): Uint8Array => sha256(new Uint8Array(Buffer.concat(parts)));
    const root = (leaves: readonly Uint8Array[]): Uint8Array => {
      if (leaves.length === 1) return join(Uint8Array.of(0), leaves[0]!);
      let split = 1;
      while (split * 2 < leaves.length) split *= 2;
      return join(Uint8Array.of(1), root(leaves.slice(0, split)), root(leaves.slice(split)));
    };
    for (let n = 1; n <= 40; n++) {
      const leaves = Array.from({ length: n }, (_, i) => new Uint8Array(i * 97).fill(n));
      expect(merkleRoot(leaves)).toEqual(root(leaves));
    }
  });

  test("header", () => {
    const { version, chainId, height, time, lastBlockId, preimages, proposerAddressPreimage, hash } =
      vectors.header;
    const header = Header.fromPartial({
      version: { block: BigInt(version.block), app: BigInt(version.app) },
      chainId,
      height: BigInt(height),
      time: parseTime(time),
      lastBlockId: {
        hash: fromHex(lastBlockId.hash),
        partSetHeader: { total: lastBlockId.total, hash: fromHex(lastBlockId.partsHash) },
      },
      ...Object.fromEntries(Object.entries(preimages).map(([name, text]) => [name, shaOf(text as string)])),
      proposerAddress: addressOf(ascii(proposerAddressPreimage)),
    });
    expect(toHex(headerHash(header))).toBe(hash);
  });

  test("vote sign bytes", () => {
    expect(vectors.votes).toHaveLength(5);
    for (const { chainId, type, height, round, bytes } of vectors.votes) {
      const vote = { type, height: BigInt(height), round, timestamp: ZERO_TIME, blockId: BlockID.create() };
      expect(toHex(voteSignBytes(chainId, vote))).toBe(bytes);
    }
  });

  test("validators, last commit, consensus params, data", () => {
    const { pubKey, power, hash } = vectors.validatorsHash;
    const key = fromHex(pubKey);
    const set = ValidatorSet.create([
      { address: addressOf(key), pubKey: ed25519(key), votingPower: BigInt(power) },
    ]);
    expect(toHex(set.hash())).toBe(hash);

    const given = vectors.lastCommitHash;
    const blockId = {
      hash: shaOf(given.blockIdPreimage),
      partSetHeader: { total: given.total, hash: shaOf(given.partsPreimage) },
    };
    expect(toHex(BlockID.toBytes(blockId))).toBe(given.blockIdBytes);
    const none = new Uint8Array(0);
    const commit: Commit = {
      height: 1n,
      round: 0,
      blockId,
      signatures: [
        { blockIdFlag: 1, validatorAddress: none, timestamp: ZERO_TIME, signature: none },
        {
          blockIdFlag: 2,
          validatorAddress: addressOf(ascii(given.addressPreimage)),
          timestamp: { seconds: BigInt(given.seconds), nanos: 0 },
          signature: new Uint8Array(64),
        },
      ],
    };
    expect(toHex(commitHash(commit))).toBe(given.hash);

    const { maxBytes, maxGas, hash: paramsHash } = vectors.consensusHash;
    const params = {
      ...defaultConsensusParams(),
      block: { maxBytes: BigInt(maxBytes), maxGas: BigInt(maxGas) },
    };
    expect(toHex(consensusHash(params))).toBe(paramsHash);
    expect(toHex(merkleRoot([sha256(fromHex(vectors.dataHash.tx))]))).toBe(vectors.dataHash.hash);
  });

  test("median time", () => {
    for (const { seconds, median } of vectors.medianTime as {
      seconds: [number, number][];
      median: number;
    }[]) {
      const address = (i: number): Uint8Array => Uint8Array.of(i);
      const set = ValidatorSet.create(
        seconds.map(([, power], i) => ({
          address: address(i),
          pubKey: undefined,
          votingPower: BigInt(power),
        })),
      );
      const signatures = seconds.map(([at], i) => ({
        blockIdFlag: 2,
        validatorAddress: address(i),
        timestamp: { seconds: BigInt(at), nanos: 0 },
        signature: new Uint8Array(0),
      }));
      const commit: Commit = { height: 1n, round: 0, blockId: undefined, signatures };
      expect(medianTime(commit, set)).toEqual({ seconds: BigInt(median), nanos: 0 });
    }
  });

  test("the order of proposers", () => {
    const { powers, order } = vectors.proposers;
    let set = ValidatorSet.create(
      Object.entries(powers).map(([name, power]) => named(name, power as string)),
    );
    const proposers: string[] = [];
    for (let i = 0; i < 99; i++) {
      proposers.push(Buffer.from(set.proposer.address).toString());
      set = set.increment(1);
    }
    expect(proposers.join(" ")).toBe(order);
  });

  test("priorities", () => {
    const validators = ["10", "1", "1"].map(
      (power, i): Validator => ({
        address: Uint8Array.of(i),
        pubKey: undefined,
        votingPower: BigInt(power),
        proposerPriority: 0n,
      }),
    );
    const start = ValidatorSet.fromProto({ validators, proposer: validators[0], totalVotingPower: 0n });
    (vectors.priorities.turns as { priorities: string[]; proposer: number }[]).forEach((turn, i) => {
      const set = start.increment(i + 1);
      expect(set.validators.map((v) => String(v.proposerPriority))).toEqual(turn.priorities);
      expect(set.proposer.address[0]).toBe(turn.proposer);
    });
    expect(vectors.priorities.turns).toHaveLength(11);
  });

  test("updates of validator sets", () => {
    const list = (powers: Record<string, string>) =>
      Object.entries(powers).map(([name, power]) => named(name, power));
    for (const { start, update, expected } of vectors.updates) {
      const set = ValidatorSet.create(list(start)).update(list(update));
      expect(
        set.validators.map(({ address, votingPower }) => `${Buffer.from(address)} ${votingPower}`),
      ).toEqual(expected);
      const priorities = set.validators.map((v) => v.proposerPriority);
      const sum = priorities.reduce((a, b) => a + b, 0n);
      expect(sum < BigInt(priorities.length) && -sum < BigInt(priorities.length)).toBe(true);
      for (const a of priorities) for (const b of priorities) expect(a - b <= 2n * set.totalPower).toBe(true);
    }
    for (const { start, update } of vectors.refusedUpdates) {
      const set = ValidatorSet.create(list(start));
      expect(() => set.update((update as [string, string][]).map(([n, p]) => named(n, p)))).toThrow();
    }
  });
});

describe("a chain that CometBFT made", () => {
  const genesis = parseGenesis(JSON.stringify(recorded.genesis));

  test("its blocks come out the same, byte for byte", () => {
    const appHash = fromHex(recorded.appHash);
    const answer = ResponseInitChain.fromPartial({ appHash });
    let state = genesisState(genesis, answer, BigInt(recorded.appVersion));
    for (const { height, hash, partsHash, size, signedAt, signature } of recorded.blocks) {
      const address = state.validators.proposer.address;
      const built = buildBlock(state, [], nextBlockTime(state), address);
      const header = built.block.header!;
      expect(toHex(header.validatorsHash)).toBe(recorded.validatorsHash);
      expect(toHex(header.consensusHash)).toBe(recorded.consensusHash);
      expect(toHex(built.blockId.hash)).toBe(hash);
      expect(toHex(built.blockId.partSetHeader!.hash)).toBe(partsHash);
      expect(built.bytes.length).toBe(size);

      const commit: Commit = {
        height: BigInt(height),
        round: 0,
        blockId: built.blockId,
        signatures: [
          {
            blockIdFlag: 2,
            validatorAddress: address,
            timestamp: parseTime(signedAt),
            signature: fromBase64(signature)!,
          },
        ],
      };
      const decision = {
        chainId: state.chainId,
        height: header.height,
        blockId: built.blockId,
        validators: state.validators,
      };
      expect(() => verifyCommit(decision, commit)).not.toThrow();
      const later = { ...commit, signatures: [{ ...commit.signatures[0]!, timestamp: ZERO_TIME }] };
      expect(() => verifyCommit(decision, later)).toThrow("wrong signature at place 0");
      const outcome = {
        events: [],
        txResults: [],
        validatorUpdates: [],
        consensusParamUpdates: undefined,
        appHash,
      };
      state = nextState(state, header, built.blockId, commit, outcome);
    }
    expect(state.height).toBe(4);
  });

  test("its genesis document reads the same after it was written", () => {
    expect(JSON.parse(formatGenesis(genesis))).toEqual(recorded.genesis);
    expect(parseGenesis(formatGenesis(genesis))).toEqual(genesis);
  });

  test("a set of four validators has the hash that it recorded", () => {
    const { pubKeys, power, hash } = recorded.fourValidators;
    const set = ValidatorSet.create(
      (pubKeys as string[]).map((text) => {
        const key = fromBase64(text)!;
        return { address: addressOf(key), pubKey: ed25519(key), votingPower: BigInt(power) };
      }),
    );
    expect(toHex(set.hash())).toBe(hash);
  });
});
