/**
 * Taste as a test. Each rule takes the sources and returns what breaks it, one sentence a place.
 *
 * @module
 */
import type { SourceFile } from "./sources.ts";

const isTest = (path: string): boolean =>
  path.endsWith(".test.ts") || path.startsWith("test/") || path.startsWith("tools/");

/** Folder to the folders whose run-time code it may import. `chain/rpc` and the like are rooms of their own. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  primitives: [],
  proto: ["primitives"],
  kernel: ["primitives", "proto"],
  modules: ["kernel", "primitives", "proto"],
  "chain/abci": ["kernel", "primitives", "proto"],
  "chain/store": ["kernel", "primitives", "proto", "chain/abci"],
  "chain/mempool": ["kernel", "primitives", "proto", "chain/abci"],
  "chain/engine": ["kernel", "primitives", "proto", "chain/abci", "chain/store", "chain/mempool"],
  "chain/cometbft": ["kernel", "primitives", "proto", "chain/abci", "chain/engine"],
  "chain/index": ["kernel", "primitives", "proto", "chain/abci", "chain/store"],
  "chain/rpc": ["kernel", "primitives", "proto", "chain/abci", "chain/index"],
  "chain/api": ["kernel", "primitives", "proto", "chain/abci"],
  "chain/web": ["kernel", "primitives", "proto", "chain/abci", "chain/api"],
  "chain/grpc": ["primitives", "proto", "chain/abci", "chain/api"],
  "chain/app": ["modules", "kernel", "primitives", "proto", "chain/abci", "chain/store"],
  chain: ["chain/*", "kernel", "primitives", "proto"],
  client: ["primitives", "proto"],
  services: ["client", "primitives", "proto"],
  explorer: ["client", "primitives", "proto"],
  devnet: ["chain", "chain/*", "client", "services", "primitives", "proto"],
  cli: ["chain", "chain/*", "devnet", "client", "services", "primitives", "proto"],
};

/** The room a file stands in: `chain` has rooms of its own. */
export function roomOf(path: string): string {
  const [first, second, third] = path.split("/");
  return first === "chain" && third !== undefined ? `chain/${second}` : first!;
}

const allows = (allowed: readonly string[], room: string): boolean =>
  allowed.includes(room) || (room.startsWith("chain/") && allowed.includes("chain/*"));

/** Who may import whom (docs/ARCHITECTURE.md). Returns how many files it looked at, so that it cannot pass on none. */
export function boundaries(files: readonly SourceFile[]): { faults: string[]; seen: number } {
  const faults: string[] = [];
  let seen = 0;
  for (const file of files) {
    if (isTest(file.path) || !file.path.includes("/")) continue;
    const room = roomOf(file.path);
    const allowed = MAY_IMPORT[room];
    if (allowed === undefined) {
      faults.push(`${file.path}: ${room} is no room of docs/ARCHITECTURE.md`);
      continue;
    }
    seen++;
    for (const { target, specifier, typeOnly } of file.imports) {
      if (target === undefined) continue;
      const other = roomOf(target);
      if (other !== room && !allows(allowed, other))
        faults.push(`${file.path}: ${room} may not import ${specifier}`);
      if (room === "modules" && other === "modules") {
        const [, mine] = file.path.split("/");
        const [, theirs, name] = target.split("/");
        if (mine !== theirs && !(typeOnly && name === "keeper.ts")) {
          faults.push(
            `${file.path}: another module is known by \`import type\` of its keeper.ts only, not ${specifier}`,
          );
        }
      }
    }
  }
  return { faults, seen };
}

/** Run-time import cycles, each as the ring of files. */
export function cycles(files: readonly SourceFile[]): string[] {
  const edges = new Map<string, string[]>();
  for (const file of files) {
    edges.set(
      file.path,
      file.imports.filter((i) => i.target !== undefined && !i.typeOnly).map((i) => i.target!),
    );
  }
  const state = new Map<string, "open" | "done">();
  const faults: string[] = [];
  const stack: string[] = [];
  const visit = (path: string): void => {
    state.set(path, "open");
    stack.push(path);
    for (const next of edges.get(path) ?? []) {
      if (state.get(next) === "open") faults.push([...stack.slice(stack.indexOf(next)), next].join(" -> "));
      else if (!state.has(next) && edges.has(next)) visit(next);
    }
    stack.pop();
    state.set(path, "done");
  };
  for (const path of edges.keys()) if (!state.has(path)) visit(path);
  return faults;
}

interface Ban {
  readonly pattern: RegExp;
  readonly instead: string;
  /** Where it counts. */
  readonly where: (path: string) => boolean;
}

const inState = (path: string): boolean =>
  /^(primitives|kernel|modules|chain\/app)\//.test(path) &&
  !path.endsWith(".test.ts") &&
  !path.endsWith("-worker.ts");
const inSource = (path: string): boolean => !isTest(path);

const BANS: readonly Ban[] = [
  { pattern: /\bDate\b/, instead: "block time is the only clock", where: inState },
  { pattern: /\bMath\.random\b/, instead: "no randomness in state code", where: inState },
  {
    pattern: /\bMath\.(pow|exp|log|log2|log10|sqrt|sin|cos|tan)\b/,
    instead: "not bit-exact across engines: use bigint",
    where: inState,
  },
  { pattern: /\blocaleCompare\b/, instead: "compare bytes", where: inState },
  { pattern: /\bIntl\b/, instead: "no locale in state code", where: inState },
  { pattern: /\btoLocale\w*/, instead: "no locale in state code", where: inState },
  { pattern: /\.normalize\(/, instead: "Unicode tables differ between hosts", where: inState },
  { pattern: /\bconstructor\.name\b/, instead: "a minifier changes it: write the name", where: inSource },
  {
    pattern: /\bJSON\.stringify\b/,
    instead: "its order is no specification: encode by protobuf",
    where: (p) => /^(primitives|kernel|modules)\//.test(p) && inState(p),
  },
  {
    pattern: /\bconsole\.\w+/,
    instead: "log by pino, talk by the cli's output",
    where: (p) => /^(primitives|kernel|modules|chain|client|services)\//.test(p) && inSource(p),
  },
  {
    pattern: /\bdangerouslySetInnerHTML\b|\.innerHTML\b/,
    instead: "text from the chain is never HTML",
    where: inSource,
  },
  { pattern: /\beval\(|\bnew Function\(/, instead: "the page's CSP forbids it", where: inSource },
];

/** Names that must not occur, with what to do instead. */
export function bannedNames(files: readonly SourceFile[]): string[] {
  const faults: string[] = [];
  for (const file of files) {
    for (const ban of BANS) {
      if (!ban.where(file.path)) continue;
      file.code.split("\n").forEach((line, i) => {
        const found = ban.pattern.exec(line);
        if (found !== null) faults.push(`${file.path}:${i + 1}: ${found[0]}: ${ban.instead}`);
      });
    }
  }
  return faults;
}

/** No barrels, no dumping grounds, kebab-case, no skipped or lone tests, no unfinished marks. */
export function houseRules(files: readonly SourceFile[]): string[] {
  const faults: string[] = [];
  for (const { path, text, code } of files) {
    const name = path.split("/").at(-1)!;
    if (/^index\.tsx?$/.test(name)) faults.push(`${path}: a barrel; import the file itself`);
    if (/\b(util|utils|helpers|misc)\b/.test(path))
      faults.push(`${path}: a dumping ground; name what it does`);
    if (!/^[a-z0-9.-]+$/.test(name)) faults.push(`${path}: files are kebab-case`);
    if (/^export \* from/m.test(code)) faults.push(`${path}: re-exports all of another file`);
    if (/\b(TODO|FIXME|XXX)\b/.test(text) && !path.startsWith("tools/tidy/"))
      faults.push(`${path}: an unfinished mark; open an issue`);
    if (/\b(it|test|describe)\.only\(/.test(code)) faults.push(`${path}: .only`);
  }
  return faults;
}

/** .proto files: nothing without a fixed order or a fixed value in anything stored or signed. */
export function protoRules(files: readonly { path: string; text: string }[]): string[] {
  const faults: string[] = [];
  for (const { path, text } of files) {
    const code = text.replace(/\/\/[^\n]*/g, "");
    if (/\bmap\s*</.test(code)) faults.push(`${path}: map<> has no order`);
    if (/^\s*(repeated\s+)?(float|double)\s/m.test(code))
      faults.push(`${path}: float and double are not exact`);
    if (/\bgroup\b/.test(code)) faults.push(`${path}: groups recurse`);
  }
  return faults;
}
