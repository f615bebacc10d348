/**
 * Most edges of a graph of which no two share an end: the number that a claim of uniqueness is about.
 *
 * Greedy choice gets at least half. The rest is Edmonds' algorithm: an alternating tree grows from a free vertex, odd
 * cycles shrink to their base, and a path to another free vertex gains one edge. A tree that ends without one is no use
 * to any later search and is left out of it.
 *
 * @module
 */

interface Edge {
  readonly left: number;
  readonly right: number;
}

const NONE = -1;

/** `wanted` edges, or as many as there can be, in the order given; no two share an end. */
export function disjointEdges<T extends Edge>(edges: readonly T[], wanted: number): T[] {
  const vertexOf = new Map<number, number>();
  const vertex = (name: number): number => {
    const known = vertexOf.get(name);
    if (known !== undefined) return known;
    vertexOf.set(name, vertexOf.size);
    return vertexOf.size - 1;
  };
  const taken: T[] = [];
  const used = new Set<number>();
  for (const edge of edges) {
    if (taken.length >= wanted) return taken;
    if (edge.left === edge.right || used.has(edge.left) || used.has(edge.right)) continue;
    used.add(edge.left).add(edge.right);
    taken.push(edge);
  }
  if (taken.length >= wanted) return taken;

  const near: number[][] = [];
  for (const edge of edges) {
    if (edge.left === edge.right) continue;
    const a = vertex(edge.left);
    const b = vertex(edge.right);
    near[a] ??= [];
    near[b] ??= [];
    near[a].push(b);
    near[b].push(a);
  }
  const match = new Int32Array(near.length).fill(NONE);
  for (const edge of taken) {
    match[vertex(edge.left)] = vertex(edge.right);
    match[vertex(edge.right)] = vertex(edge.left);
  }
  const gained = augment(near, match, wanted - taken.length);
  if (gained === 0) return taken;
  return edges.filter((edge) => {
    const a = vertexOf.get(edge.left);
    const b = vertexOf.get(edge.right);
    if (a === undefined || b === undefined || match[a] !== b) return false;
    // An edge given twice is taken once.
    match[a] = NONE;
    match[b] = NONE;
    return true;
  });
}

/** Adds at most `most` edges to a matching, and returns how many there were to add. */
function augment(near: readonly (readonly number[])[], match: Int32Array, most: number): number {
  const parent = new Int32Array(near.length).fill(NONE);
  const base = Int32Array.from(near, (_, v) => v);
  const outer = new Uint8Array(near.length);
  const left = new Uint8Array(near.length);
  let gained = 0;
  for (let root = 0; root < near.length && gained < most; root++) {
    if (match[root] !== NONE || left[root] === 1) continue;
    const tree = [root];
    let end = search(root, tree);
    if (end === NONE) {
      for (const v of tree) left[v] = 1;
      continue;
    }
    while (end !== NONE) {
      const before: number = parent[end]!;
      const next: number = match[before]!;
      match[end] = before;
      match[before] = end;
      end = next;
    }
    gained++;
    for (const v of tree) {
      parent[v] = NONE;
      base[v] = v;
      outer[v] = 0;
    }
  }
  return gained;

  /** Grows the tree; returns the free vertex at the end of an augmenting path, or NONE. */
  function search(root: number, tree: number[]): number {
    const queue = [root];
    outer[root] = 1;
    for (let head = 0; head < queue.length; head++) {
      const v = queue[head]!;
      for (const to of near[v]!) {
        if (left[to] === 1 || base[v] === base[to] || match[v] === to) continue;
        if (to === root || (match[to] !== NONE && parent[match[to]!] !== NONE)) {
          shrink(v, to, tree, queue);
        } else if (parent[to] === NONE) {
          parent[to] = v;
          tree.push(to);
          const mate = match[to]!;
          if (mate === NONE) return to;
          outer[mate] = 1;
          tree.push(mate);
          queue.push(mate);
        }
      }
    }
    return NONE;
  }

  /** An odd cycle through v and to: all its vertices get one base, and become outer. */
  function shrink(v: number, to: number, tree: readonly number[], queue: number[]): void {
    const stem = commonBase(v, to);
    const cycle = new Set<number>();
    markPath(v, stem, to, cycle);
    markPath(to, stem, v, cycle);
    for (const member of tree) {
      if (!cycle.has(base[member]!)) continue;
      base[member] = stem;
      if (outer[member] === 1) continue;
      outer[member] = 1;
      queue.push(member);
    }
  }

  function commonBase(a: number, b: number): number {
    const way = new Set<number>();
    for (let v = base[a]!; ; v = base[parent[match[v]!]!]!) {
      way.add(v);
      if (match[v] === NONE) break;
    }
    let v = base[b]!;
    while (!way.has(v)) v = base[parent[match[v]!]!]!;
    return v;
  }

  function markPath(from: number, stem: number, otherEnd: number, cycle: Set<number>): void {
    let child = otherEnd;
    for (let v = from; base[v] !== stem; v = parent[match[v]!]!) {
      const mate = match[v]!;
      cycle.add(base[v]!).add(base[mate]!);
      parent[v] = child;
      child = mate;
    }
  }
}
