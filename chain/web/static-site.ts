/**
 * The explorer's files. They may appear, or change, while the node runs; what was read is kept until the file's time
 * or size changes. Only regular files inside the folder are served.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

export interface SiteFile {
  readonly bytes: Uint8Array;
  /** Absent where compressing is of no use. */
  readonly gzipped: Uint8Array | undefined;
  readonly type: string;
  readonly etag: string;
  /** Its name has a hash of its content: it never changes. */
  readonly immutable: boolean;
}

interface Cached extends SiteFile {
  readonly stamp: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const COMPRESSIBLE: ReadonlySet<string> = new Set([".css", ".html", ".js", ".json", ".map", ".mjs", ".svg"]);
const MIN_GZIP_BYTES = 1024;
/** A bundle is a few hundred kB; a file beyond this is none of it. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;
const MAX_CACHED_FILES = 512;

const compress = promisify(gzip);

/** Path of a URL as names, or undefined for one that could leave the folder or means nothing. */
function segmentsOf(path: string): readonly string[] | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (/[\0\\]/.test(decoded)) return undefined;
  const segments = decoded.split("/").filter((segment) => segment !== "");
  return segments.some((segment) => segment.startsWith(".")) ? undefined : segments;
}

export class StaticSite {
  readonly #folder: string;
  readonly #files = new Map<string, Cached>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * The file at a URL's path; for a path without one that names no file (a page of the application), the start page.
   * Undefined where there is neither.
   */
  async at(path: string): Promise<SiteFile | undefined> {
    const segments = segmentsOf(path);
    if (segments === undefined) return undefined;
    if (segments.length > 0) {
      const found = await this.#read(segments);
      if (found !== undefined) return found;
      if (segments[0] === "assets" || extname(segments.at(-1)!) !== "") return undefined;
    }
    return this.start();
  }

  /** Undefined while it is not built. */
  start(): Promise<SiteFile | undefined> {
    return this.#read(["index.html"]);
  }

  async #read(segments: readonly string[]): Promise<SiteFile | undefined> {
    try {
      const root = await realpath(this.#folder);
      const path = await realpath(join(root, ...segments));
      if (!path.startsWith(root + sep)) return undefined;
      const found = await stat(path);
      if (!found.isFile() || found.size > MAX_FILE_BYTES) return undefined;
      const stamp = `${found.mtimeMs} ${found.size}`;
      const cached = this.#files.get(path);
      if (cached?.stamp === stamp) return cached;
      const file = await this.#load(path, segments, stamp);
      if (this.#files.size >= MAX_CACHED_FILES) this.#files.clear();
      this.#files.set(path, file);
      return file;
    } catch {
      return undefined;
    }
  }

  async #load(path: string, segments: readonly string[], stamp: string): Promise<Cached> {
    const bytes = await readFile(path);
    const extension = extname(path).toLowerCase();
    const gzipped =
      COMPRESSIBLE.has(extension) && bytes.length >= MIN_GZIP_BYTES ? await compress(bytes) : undefined;
    return {
      bytes,
      gzipped: gzipped !== undefined && gzipped.length < bytes.length ? gzipped : undefined,
      type: TYPES[extension] ?? "application/octet-stream",
      etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
      immutable: segments[0] === "assets" && /[-.][\w-]{8,}\.\w+$/.test(segments.at(-1)!),
      stamp,
    };
  }
}
