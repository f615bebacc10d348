/** The project's own source files and what each imports. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

export interface SourceFile {
  /** Path from the root, with slashes. */
  readonly path: string;
  readonly text: string;
  /** Text without comments and string contents: where a banned name counts. */
  readonly code: string;
  readonly imports: readonly SourceImport[];
}

export interface SourceImport {
  /** As written. */
  readonly specifier: string;
  /** Path from the root of one of our files; undefined for a package or a Node module. */
  readonly target: string | undefined;
  /** `import type`: gone at run time. */
  readonly typeOnly: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/g;

/** Comments and the insides of strings become blanks, so that prose cannot trip a rule. */
export function stripText(text: string): string {
  return text.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|\$\{[^}]*\}|[^`\\])*`/g,
    (found) => found.replace(/[^\n]/g, " "),
  );
}

function resolve(root: string, from: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return normalize(join(dirname(from), specifier));
  const own = /^@assay\/([a-z]+)\/(.+)$/.exec(specifier);
  if (own === null) return undefined;
  for (const ending of [".ts", ".tsx"]) {
    const path = `${own[1]}/${own[2]}${ending}`;
    if (existsSync(join(root, path))) return path;
  }
  return `${own[1]}/${own[2]}.ts`;
}

/** Every tracked or new TypeScript file that is not generated. */
export function readSources(root: string): SourceFile[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.ts", "*.tsx", "*.mjs"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  const files: SourceFile[] = [];
  for (const path of listed.split("\n")) {
    if (path === "" || path.startsWith("proto/gen/") || !existsSync(join(root, path))) continue;
    const text = readFileSync(join(root, path), "utf8");
    const imports: SourceImport[] = [];
    for (const match of text.matchAll(IMPORT)) {
      const specifier = match[3] ?? match[4]!;
      imports.push({ specifier, target: resolve(root, path, specifier), typeOnly: match[2] !== undefined });
    }
    files.push({ path, text, code: stripText(text), imports });
  }
  return files;
}
