/**
 * Sha256 of four messages side by side, as WebAssembly with 128-bit vectors: lane `i` of each vector is message `i`'s.
 *
 * The code is put together here, at start, by a few lines of assembler: there is no binary to trust and no compiler to
 * install.
 *
 * @module
 */

/** Bytes from one message to the next. */
export const LANE_BYTES = 320;
const BLOCK_BYTES = 64;

/** What node calls WebAssembly; `@types/node` does not declare it. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
  validate(bytes: Uint8Array): boolean;
}

export interface Sha256Simd {
  readonly memory: { readonly buffer: ArrayBuffer };
  /**
   * @param input of four padded messages, `LANE_BYTES` apart.
   * @param blocks of four u32: how many blocks of 64 bytes each message has.
   * @param output of four digests of 32 bytes.
   */
  hash4(input: number, blocks: number, output: number): void;
}

/** Where the caller may put its data: what comes before holds the round constants. */
export const FREE_MEMORY = 256;

/** Undefined where node has no WebAssembly (`--jitless`) or no vectors. */
export function loadSha256Simd(): Sha256Simd | undefined {
  const api = (globalThis as { WebAssembly?: WebAssemblyApi }).WebAssembly;
  const bytes = moduleBytes();
  if (!api?.validate(bytes)) return undefined;
  const simd = new api.Instance(new api.Module(bytes)).exports as Sha256Simd;
  new Uint32Array(simd.memory.buffer, 0, 64).set(roundConstants());
  return simd;
}

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
export function roundConstants(): number[] {
  return primes(64).map((prime) => fraction32((x) => x * x * x, prime));
}

/** Of the square roots of the first 8 (5.3.3). */
function initialState(): number[] {
  return primes(8).map((prime) => fraction32((x) => x * x, prime));
}

function primes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n++) if (found.every((prime) => n % prime !== 0n)) found.push(n);
  return found;
}

/** Bits behind the point of the root that `power` undoes, exactly: the largest x with power(x / 2^32) <= value. */
function fraction32(power: (x: bigint) => bigint, value: bigint): number {
  const scaled = value * power(1n << 32n);
  let root = 0n;
  for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) if (power(root | bit) <= scaled) root |= bit;
  return Number(root & 0xffff_ffffn);
}

// Parameters of the function, then its locals, by number.
const INPUT = 0;
const BLOCKS = 1;
const OUTPUT = 2;
const ROUND = 3;
const INDEX = 4;
const W = 5;
const WORK = 21;
const STATE = 29;
const COUNTS = 37;
const MASK = 38;
const TEMPORARY = 39;
const I32_LOCALS = 2;
const V128_LOCALS = TEMPORARY + 4 - W;

const I32 = 0x7f;
const V128 = 0x7b;

class Assembler {
  readonly bytes: number[] = [];

  raw(...bytes: number[]): this {
    this.bytes.push(...bytes);
    return this;
  }

  get(local: number): this {
    return this.raw(0x20, local);
  }

  set(local: number): this {
    return this.raw(0x21, local);
  }

  i32(value: number): this {
    return this.raw(0x41, ...signed(value));
  }

  simd(opcode: number, ...rest: number[]): this {
    return this.raw(0xfd, ...unsigned(opcode), ...rest);
  }

  load(address: number, offset: number): this {
    return this.get(address).simd(0, 0, ...unsigned(offset));
  }

  /** Of the address and the vector on the stack. */
  store(offset: number): this {
    return this.simd(11, 0, ...unsigned(offset));
  }

  add(): this {
    return this.simd(174);
  }

  xor(): this {
    return this.simd(81);
  }

  shiftRight(local: number, bits: number): this {
    return this.get(local).i32(bits).simd(173);
  }

  rotateRight(local: number, bits: number): this {
    return this.shiftRight(local, bits)
      .get(local)
      .i32(32 - bits)
      .simd(171)
      .simd(80);
  }

  /** Words picked from two vectors (0 to 3, 4 to 7), each with its bytes turned where wanted. */
  shuffle(first: number, second: number, words: readonly number[], turned: boolean): this {
    const order = turned ? [3, 2, 1, 0] : [0, 1, 2, 3];
    const lanes = words.flatMap((word) => order.map((byte) => word * 4 + byte));
    return this.get(first)
      .get(second)
      .simd(13, ...lanes);
  }
}

function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  return value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}

/** Rows of four vectors become columns; the bytes of each word are turned on the way. */
function transpose(code: Assembler, from: readonly number[], to: readonly number[]): void {
  const [a, b, c, d] = from as [number, number, number, number];
  const [low, lowRest, high, highRest] = [TEMPORARY, TEMPORARY + 1, TEMPORARY + 2, TEMPORARY + 3] as const;
  code.shuffle(a, b, [0, 4, 1, 5], false).set(low);
  code.shuffle(c, d, [0, 4, 1, 5], false).set(lowRest);
  code.shuffle(a, b, [2, 6, 3, 7], false).set(high);
  code.shuffle(c, d, [2, 6, 3, 7], false).set(highRest);
  code.shuffle(low, lowRest, [0, 1, 4, 5], true).set(to[0]!);
  code.shuffle(low, lowRest, [2, 3, 6, 7], true).set(to[1]!);
  code.shuffle(high, highRest, [0, 1, 4, 5], true).set(to[2]!);
  code.shuffle(high, highRest, [2, 3, 6, 7], true).set(to[3]!);
}

/** Sixteen rounds (6.2.2), and the message schedule of the next sixteen. */
function rounds(code: Assembler, schedule: boolean): void {
  for (let i = 0; i < 16; i++) {
    const [a, b, c, d, e, f, g, h] = Array.from({ length: 8 }, (_, k) => WORK + ((k - i) & 7)) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const w = W + i;
    // T1 = h + S1(e) + Ch(e, f, g) + K + W
    code.get(h).rotateRight(e, 6).rotateRight(e, 11).xor().rotateRight(e, 25).xor().add();
    code.get(f).get(g).get(e).simd(82).add();
    code
      .get(ROUND)
      .simd(9, 0, ...unsigned(i * 4))
      .add();
    code.get(w).add().set(h);
    // d += T1, h = T1 + S0(a) + Maj(a, b, c); Maj is c where a and b differ, else a.
    code.get(d).get(h).add().set(d);
    code.get(h).rotateRight(a, 2).rotateRight(a, 13).xor().rotateRight(a, 22).xor().add();
    code.get(c).get(a).get(a).get(b).xor().simd(82).add().set(h);
    if (!schedule) continue;
    const [w1, w9, w14] = [1, 9, 14].map((ahead) => W + ((i + ahead) & 15)) as [number, number, number];
    code.get(w).rotateRight(w1, 7).rotateRight(w1, 18).xor().shiftRight(w1, 3).xor().add();
    code.get(w9).add();
    code.rotateRight(w14, 17).rotateRight(w14, 19).xor().shiftRight(w14, 10).xor().add().set(w);
  }
}

function functionBody(): number[] {
  const code = new Assembler();
  for (const [i, word] of initialState().entries())
    code
      .i32(word | 0)
      .simd(17)
      .set(STATE + i);
  code.load(BLOCKS, 0).set(COUNTS);
  code.i32(0).set(INDEX);
  code.raw(0x02, 0x40, 0x03, 0x40);
  // Lanes whose message has this block; none: done.
  code.get(COUNTS).get(INDEX).simd(17).simd(60).set(MASK);
  code.get(MASK).simd(83).raw(0x45, 0x0d, 1);
  for (let group = 0; group < 4; group++) {
    const words = [0, 1, 2, 3].map((k) => W + group * 4 + k);
    for (const [lane, word] of words.entries()) code.load(INPUT, lane * LANE_BYTES + group * 16).set(word);
    transpose(code, words, words);
  }
  for (let i = 0; i < 8; i++) code.get(STATE + i).set(WORK + i);
  // Three times sixteen rounds with a schedule, ROUND going over the constants; sixteen without.
  code.i32(0).set(ROUND).raw(0x03, 0x40);
  rounds(code, true);
  code.get(ROUND).i32(64).raw(0x6a, 0x22, ROUND).i32(192).raw(0x49, 0x0d, 0, 0x0b);
  rounds(code, false);
  for (let i = 0; i < 8; i++) {
    code
      .get(STATE + i)
      .get(WORK + i)
      .add()
      .get(STATE + i)
      .get(MASK)
      .simd(82)
      .set(STATE + i);
  }
  code.get(INPUT).i32(BLOCK_BYTES).raw(0x6a).set(INPUT);
  code.get(INDEX).i32(1).raw(0x6a).set(INDEX);
  code.raw(0x0c, 0, 0x0b, 0x0b);
  for (let half = 0; half < 2; half++) {
    const words = [0, 1, 2, 3].map((k) => STATE + half * 4 + k);
    const lanes = [0, 1, 2, 3].map((k) => W + k);
    transpose(code, words, lanes);
    for (const [lane, local] of lanes.entries())
      code
        .get(OUTPUT)
        .get(local)
        .store(lane * 32 + half * 16);
  }
  code.raw(0x0b);
  return [2, I32_LOCALS, I32, V128_LOCALS, V128, ...code.bytes];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function exported(name: string, kind: number): number[] {
  return [name.length, ...Array.from(name, (c) => c.charCodeAt(0)), kind, 0];
}

function moduleBytes(): Uint8Array {
  const body = functionBody();
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 3, I32, I32, I32, 0]),
    ...section(3, [1, 0]),
    // One page of memory.
    ...section(5, [1, 0, 1]),
    ...section(7, [2, ...exported("memory", 2), ...exported("hash4", 0)]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ]);
}
