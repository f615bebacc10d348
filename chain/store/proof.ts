/**
 * ICS-23 proofs as ABCI's proof operations: `ics23:iavl` from the key to its module's root, `ics23:simple` from there to
 * the app hash.
 *
 * @module
 */
import {
  CommitmentProof,
  type ExistenceProof,
  HashOp,
  type InnerOp,
  type LeafOp,
  LengthOp,
} from "@assay/proto/gen/cosmos/ics23/v1/proofs";
import type { ProofOp } from "@assay/proto/gen/tendermint/crypto/proof";
import type { Forest } from "./forest.ts";
import { multistorePath } from "./multistore.ts";
import { heightOf, innerPrefix, LEAF_PREFIX, leavesBelow } from "./node-hash.ts";
import { LEFT, RIGHT } from "./slab.ts";

export interface Proof {
  /** Undefined where the key is proved absent. */
  readonly value: Uint8Array | undefined;
  readonly ops: ProofOp[];
}

export function proveKey(
  forest: Forest,
  modules: readonly string[],
  roots: Uint32Array,
  module: number,
  key: Uint8Array,
): Proof {
  const root = roots[module]!;
  const leaf = forest.find(root, key);
  const proof = CommitmentProof.create();
  if (leaf !== 0) proof.exist = existence(forest, root, leaf);
  else {
    const [right] = forest.ascending(root, key);
    const [left] = forest.descending(root, key);
    proof.nonexist = {
      key,
      left: left === undefined ? undefined : existence(forest, root, left),
      right: right === undefined ? undefined : existence(forest, root, right),
    };
  }
  const name = Uint8Array.from(Buffer.from(modules[module]!, "latin1"));
  const hashes = [...roots].map((id) => forest.slab.hash(id));
  const simple = CommitmentProof.create();
  simple.exist = {
    key: name,
    value: hashes[module]!,
    leaf: leafOp(Uint8Array.of(0)),
    path: multistorePath(modules, hashes, module).map((step) => ({ hash: HashOp.SHA256, ...step })),
  };
  return {
    value: leaf === 0 ? undefined : forest.valueAt(leaf),
    ops: [
      { type: "ics23:iavl", key, data: CommitmentProof.toBytes(proof) },
      { type: "ics23:simple", key: name, data: CommitmentProof.toBytes(simple) },
    ],
  };
}

function existence(forest: Forest, root: number, leaf: number): ExistenceProof {
  const key = forest.keyAt(leaf);
  const nodes = forest.path(root, key);
  const path: InnerOp[] = [];
  for (let i = nodes.length - 2; i >= 0; i--) path.push(innerOp(forest, nodes[i]!, nodes[i + 1]!));
  return { key, value: forest.valueAt(leaf), leaf: leafOp(LEAF_PREFIX), path };
}

function innerOp(forest: Forest, id: number, child: number): InnerOp {
  const { slab } = forest;
  const left = slab.get(id, LEFT);
  const head = innerPrefix(heightOf(slab, id), leavesBelow(slab, id));
  if (child === left) {
    const suffix = Uint8Array.of(0x20, ...slab.hash(slab.get(id, RIGHT)));
    return { hash: HashOp.SHA256, prefix: Uint8Array.of(...head, 0x20), suffix };
  }
  const prefix = Uint8Array.of(...head, 0x20, ...slab.hash(left), 0x20);
  return { hash: HashOp.SHA256, prefix, suffix: new Uint8Array(0) };
}

function leafOp(prefix: Uint8Array): LeafOp {
  return {
    hash: HashOp.SHA256,
    prehashKey: HashOp.NO_HASH,
    prehashValue: HashOp.SHA256,
    length: LengthOp.VAR_PROTO,
    prefix,
  };
}
