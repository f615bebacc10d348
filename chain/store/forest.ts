/**
 * The trees of all modules: crit-bit trees whose nodes lie in one slab, copied on write, hashed in IAVL's node format.
 *
 * The shape of a crit-bit tree is a function of its keys, and the version in every node is 1, so the root is a function
 * of keys and values: not of the order of writes, nor of history. Nothing here recurses: a path is up to 2,295 long.
 *
 * @module
 */
import { assert } from "@assay/kernel/assert";
import { Arena, chunkOf as arenaChunk, blockBytes, offsetOf } from "./arena.ts";
import { firstDifference, sideOf } from "./crit-bit.ts";
import type { Hasher } from "./hasher.ts";
import { LeafIndex } from "./leaf-index.ts";
import { hashNodes } from "./node-hash.ts";
import {
  BORN,
  CRIT_MASK,
  chunkOf,
  KEY,
  KEY_HASH,
  KEY_HEAD,
  LEAF_FLAG,
  LEFT,
  leafMeta,
  META,
  NODE_BYTES,
  SIZE,
  Slab,
  VALUE,
  wordOf,
} from "./slab.ts";

/** An entry of an orphan list. */
const ORPHAN_BYTES = 8;

export class Forest {
  readonly slab: Slab = new Slab();
  readonly arena: Arena = new Arena();
  readonly index: LeafIndex = new LeafIndex(this.slab, this.arena);
  readonly #hasher: Hasher;
  /** Number of the stage under way; nodes born in it may be changed in place. */
  #stage = 0;
  #roots: Uint32Array = new Uint32Array(0);
  /** Nodes made in this stage; one that was freed and made again is there twice. */
  #fresh: number[] = [];
  /** Nodes of earlier stages that this one replaced. */
  #orphans: number[] = [];
  /** Leaf before and leaf after, in turn; 0 is none. */
  #changes: number[] = [];

  constructor(hasher: Hasher) {
    this.#hasher = hasher;
  }

  /** Begins a stage on a version's roots, which are not changed. */
  begin(roots: Uint32Array): void {
    this.#stage++;
    assert(this.#stage < 0xffff_ffff, "more stages than a u32 counts");
    this.#roots = roots.slice();
    this.#fresh = [];
    this.#orphans = [];
    this.#changes = [];
  }

  /** Throws the stage under way away: its nodes are freed, those it replaced live on. */
  discard(): void {
    for (const id of this.#fresh) if (this.slab.get(id, BORN) !== 0) this.#release(id);
    this.#fresh = [];
    this.#orphans = [];
    this.#changes = [];
  }

  /** How many leaves the stage has more than the version it began on. */
  growth(): number {
    let growth = 0;
    for (let i = 0; i < this.#changes.length; i += 2) {
      if (this.#changes[i] === 0) growth++;
      else if (this.#changes[i + 1] === 0) growth--;
    }
    return growth;
  }

  /** Hashes what the stage changed; returns the roots. */
  finish(): Uint32Array {
    hashNodes(this.slab, this.arena, this.#hasher, this.#roots, this.#stage);
    return this.#roots;
  }

  /** Makes the stage the latest state of the leaf index; returns the nodes that it replaced. */
  publish(): number[] {
    for (let i = 0; i < this.#changes.length; i += 2)
      this.index.replace(this.#changes[i]!, this.#changes[i + 1]!);
    const orphans = this.#orphans;
    this.begin(this.#roots);
    return orphans;
  }

  /** Whether anything changed: an equal value does not. */
  set(module: number, key: Uint8Array, value: Uint8Array): boolean {
    const root = this.#roots[module]!;
    if (root === 0) {
      this.#roots[module] = this.#newLeaf(module, key, value);
      return true;
    }
    const leaf = this.#descend(root, key);
    const crit = this.#differenceAt(leaf, key);
    if (crit === -1) return this.#update(module, key, leaf, value);
    const { slab } = this;
    let parent = 0;
    let side = 0;
    let id = root;
    for (;;) {
      const meta = slab.get(id, META);
      if (meta >= LEAF_FLAG || (meta & CRIT_MASK) > crit) break;
      id = this.#own(module, parent, side, id);
      parent = id;
      side = sideOf(key, meta & CRIT_MASK);
      id = slab.get(id, LEFT + side);
    }
    const inner = slab.allocate();
    this.#fresh.push(inner);
    const at = sideOf(key, crit);
    slab.set(inner, LEFT + at, this.#newLeaf(module, key, value));
    slab.set(inner, LEFT + 1 - at, id);
    slab.set(inner, META, crit);
    slab.set(inner, BORN, this.#stage);
    this.#link(module, parent, side, inner);
    return true;
  }

  /** Whether the key was there. */
  delete(module: number, key: Uint8Array): boolean {
    const { slab } = this;
    let id = this.#roots[module]!;
    if (id === 0) return false;
    const leaf = this.#descend(id, key);
    if (this.#differenceAt(leaf, key) !== -1) return false;
    assert(slab.get(leaf, BORN) !== this.#stage, "a stage writes each key once");
    this.#changes.push(leaf, 0);
    if (id === leaf) {
      this.#roots[module] = 0;
      this.#drop(leaf);
      return true;
    }
    let parent = 0;
    let side = 0;
    for (;;) {
      const next = sideOf(key, slab.get(id, META) & CRIT_MASK);
      const child = slab.get(id, LEFT + next);
      if (child === leaf) {
        this.#link(module, parent, side, slab.get(id, LEFT + 1 - next));
        this.#drop(id);
        this.#drop(leaf);
        return true;
      }
      parent = this.#own(module, parent, side, id);
      side = next;
      id = child;
    }
  }

  /** The leaf of a key in any version; 0 where there is none. */
  find(root: number, key: Uint8Array): number {
    if (root === 0) return 0;
    const leaf = this.#descend(root, key);
    return this.#differenceAt(leaf, key) === -1 ? leaf : 0;
  }

  /** A copy. */
  keyAt(leaf: number): Uint8Array {
    return this.arena.read(this.slab.get(leaf, KEY), KEY_HEAD, this.slab.get(leaf, META) & 0xff);
  }

  /** A copy. */
  valueAt(leaf: number): Uint8Array {
    return this.arena.read(this.slab.get(leaf, VALUE), 0, this.slab.get(leaf, SIZE));
  }

  /** Nodes from the root down to the leaf of a key that is there. */
  path(root: number, key: Uint8Array): number[] {
    const path: number[] = [];
    let id = root;
    for (;;) {
      path.push(id);
      const meta = this.slab.get(id, META);
      if (meta >= LEAF_FLAG) return path;
      id = this.slab.get(id, LEFT + sideOf(key, meta & CRIT_MASK));
    }
  }

  /** Leaves with keys of `gte` and above, ascending; all where it is absent. */
  *ascending(root: number, gte: Uint8Array | undefined): Iterable<number> {
    const stack = this.#seek(root, gte, 0);
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      while (this.slab.get(id, META) < LEAF_FLAG) {
        stack.push(this.slab.get(id, LEFT + 1));
        id = this.slab.get(id, LEFT);
      }
      yield id;
    }
  }

  /** Leaves with keys below `lt`, descending; all where it is absent. */
  *descending(root: number, lt: Uint8Array | undefined): Iterable<number> {
    const stack = this.#seek(root, lt, 1);
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      while (this.slab.get(id, META) < LEAF_FLAG) {
        stack.push(this.slab.get(id, LEFT));
        id = this.slab.get(id, LEFT + 1);
      }
      yield id;
    }
  }

  /**
   * Subtrees that lie wholly beyond a bound, the nearest last: at and above it (`away` 0), or below it (`away` 1).
   */
  #seek(root: number, bound: Uint8Array | undefined, away: 0 | 1): number[] {
    if (root === 0) return [];
    if (bound === undefined) return [root];
    const { slab } = this;
    const crit = this.#differenceAt(this.#descend(root, bound), bound);
    const stack: number[] = [];
    let id = root;
    for (;;) {
      const meta = slab.get(id, META);
      if (meta >= LEAF_FLAG || (crit !== -1 && (meta & CRIT_MASK) > crit)) break;
      const side = sideOf(bound, meta & CRIT_MASK);
      if (side === away) stack.push(slab.get(id, LEFT + 1 - away));
      id = slab.get(id, LEFT + side);
    }
    // What is left either is the bound itself or differs from it at `crit` as a whole.
    if (crit === -1 ? away === 0 : sideOf(bound, crit) === away) stack.push(id);
    return stack;
  }

  /** Below 0, 0 or above 0 as the leaf's key is below, equal to or above `bound`. */
  compareKey(leaf: number, bound: Uint8Array): number {
    const crit = this.#differenceAt(leaf, bound);
    return crit === -1 ? 0 : sideOf(bound, crit) === 1 ? -1 : 1;
  }

  /** Builds a module's tree from ascending keys in linear time, within a stage. */
  builder(module: number): { add(key: Uint8Array, value: Uint8Array): void; end(): void } {
    assert(this.#roots[module] === 0, "a tree is built once");
    const { slab } = this;
    /** Inner nodes of the right spine, whose right child is not known yet. */
    const spine: number[] = [];
    let last = 0;
    let lastLeaf = 0;
    const close = (above: number): void => {
      for (let top = spine.at(-1); top !== undefined && slab.get(top, META) > above; top = spine.at(-1)) {
        slab.set(top, LEFT + 1, last);
        last = top;
        spine.pop();
      }
    };
    return {
      add: (key, value) => {
        if (lastLeaf !== 0) {
          const crit = this.#differenceAt(lastLeaf, key);
          assert(crit !== -1 && sideOf(key, crit) === 1, "keys ascend");
          close(crit);
          const inner = slab.allocate();
          this.#fresh.push(inner);
          slab.set(inner, META, crit);
          slab.set(inner, BORN, this.#stage);
          slab.set(inner, LEFT, last);
          spine.push(inner);
        }
        lastLeaf = this.#newLeaf(module, key, value);
        last = lastLeaf;
      },
      end: () => {
        close(-1);
        this.#roots[module] = last;
      },
    };
  }

  /** Frees nodes that no version reaches any more. */
  release(ids: readonly number[]): void {
    for (const id of ids) this.#release(id);
  }

  /** What pruning the nodes would give back, with their places in the list, but for keys that die with them. */
  bytesOf(ids: readonly number[]): number {
    let bytes = ids.length * (NODE_BYTES + ORPHAN_BYTES);
    for (const id of ids) if (this.#isLeaf(id)) bytes += blockBytes(this.slab.get(id, SIZE));
    return bytes;
  }

  #isLeaf(id: number): boolean {
    return this.slab.get(id, META) >= LEAF_FLAG;
  }

  /** The leaf that a key would be at, if it were there. */
  #descend(root: number, key: Uint8Array): number {
    let id = root;
    for (;;) {
      const words = this.slab.words[chunkOf(id)]!;
      const at = wordOf(id);
      const meta = words[at + META]!;
      if (meta >= LEAF_FLAG) return id;
      id = words[at + LEFT + sideOf(key, meta & CRIT_MASK)]!;
    }
  }

  #differenceAt(leaf: number, key: Uint8Array): number {
    const pointer = this.slab.get(leaf, KEY);
    const chunk = this.arena.chunks[arenaChunk(pointer)]!;
    return firstDifference(chunk, offsetOf(pointer) + KEY_HEAD, this.slab.get(leaf, META) & 0xff, key);
  }

  #update(module: number, key: Uint8Array, leaf: number, value: Uint8Array): boolean {
    const { slab, arena } = this;
    const length = slab.get(leaf, SIZE);
    if (length === value.length && arena.equalsAt(slab.get(leaf, VALUE), 0, value)) return false;
    const block = arena.allocate(value.length);
    arena.write(block, 0, value);
    if (slab.get(leaf, BORN) === this.#stage) {
      arena.free(slab.get(leaf, VALUE), length);
      slab.set(leaf, VALUE, block);
      slab.set(leaf, SIZE, value.length);
      return true;
    }
    let parent = 0;
    let side = 0;
    let id = this.#roots[module]!;
    while (id !== leaf) {
      id = this.#own(module, parent, side, id);
      parent = id;
      side = sideOf(key, slab.get(id, META) & CRIT_MASK);
      id = slab.get(id, LEFT + side);
    }
    const next = slab.allocate();
    this.#fresh.push(next);
    const pointer = slab.get(leaf, KEY);
    arena.words[arenaChunk(pointer)]![offsetOf(pointer) >>> 2]!++;
    slab.set(next, KEY, pointer);
    slab.set(next, VALUE, block);
    slab.set(next, SIZE, value.length);
    slab.set(next, META, slab.get(leaf, META));
    slab.set(next, KEY_HASH, slab.get(leaf, KEY_HASH));
    slab.set(next, BORN, this.#stage);
    this.#link(module, parent, side, next);
    this.#changes.push(leaf, next);
    this.#drop(leaf);
    return true;
  }

  #newLeaf(module: number, key: Uint8Array, value: Uint8Array): number {
    const { slab, arena } = this;
    const leaf = slab.allocate();
    this.#fresh.push(leaf);
    const keyBlock = arena.allocate(KEY_HEAD + key.length);
    arena.words[arenaChunk(keyBlock)]![offsetOf(keyBlock) >>> 2] = 1;
    arena.write(keyBlock, KEY_HEAD, key);
    const valueBlock = arena.allocate(value.length);
    arena.write(valueBlock, 0, value);
    slab.set(leaf, KEY, keyBlock);
    slab.set(leaf, VALUE, valueBlock);
    slab.set(leaf, SIZE, value.length);
    slab.set(leaf, META, leafMeta(module, key.length));
    slab.set(leaf, KEY_HASH, this.index.hash(module, key));
    slab.set(leaf, BORN, this.#stage);
    this.#changes.push(0, leaf);
    return leaf;
  }

  /** The node itself if this stage made it, else a copy in its place. */
  #own(module: number, parent: number, side: number, id: number): number {
    const { slab } = this;
    const words = slab.words[chunkOf(id)]!;
    const at = wordOf(id);
    if (words[at + BORN] === this.#stage) return id;
    const copy = slab.allocate();
    this.#fresh.push(copy);
    slab.set(copy, LEFT, words[at + LEFT]!);
    slab.set(copy, LEFT + 1, words[at + LEFT + 1]!);
    slab.set(copy, META, words[at + META]!);
    slab.set(copy, BORN, this.#stage);
    this.#orphans.push(id);
    this.#link(module, parent, side, copy);
    return copy;
  }

  #link(module: number, parent: number, side: number, child: number): void {
    if (parent === 0) this.#roots[module] = child;
    else this.slab.set(parent, LEFT + side, child);
  }

  /** Takes a node out of the tree under way. */
  #drop(id: number): void {
    if (this.slab.get(id, BORN) === this.#stage) this.#release(id);
    else this.#orphans.push(id);
  }

  #release(id: number): void {
    const { slab, arena } = this;
    if (this.#isLeaf(id)) {
      arena.free(slab.get(id, VALUE), slab.get(id, SIZE));
      const pointer = slab.get(id, KEY);
      const words = arena.words[arenaChunk(pointer)]!;
      const at = offsetOf(pointer) >>> 2;
      words[at]!--;
      if (words[at] === 0) arena.free(pointer, KEY_HEAD + (slab.get(id, META) & 0xff));
    }
    slab.free(id);
  }
}
