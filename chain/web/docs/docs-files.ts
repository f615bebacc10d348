/** The files of the API's description, made once and only when somebody asks. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { SiteFile } from "../static-site.ts";
import type { OpenApi } from "./open-api.ts";
import { docsPage } from "./page.ts";
import { DOCS_STYLE } from "./style.ts";

const compress = promisify(gzip);

async function fileOf(text: string, type: string): Promise<SiteFile> {
  const bytes = Buffer.from(text);
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  return { bytes, gzipped: await compress(bytes), type, etag, immutable: false };
}

async function document(): Promise<OpenApi> {
  const { OPENAPI } = await import("@assay/proto/gen/api/openapi");
  return OPENAPI as OpenApi;
}

const MAKERS: Readonly<Record<string, () => Promise<SiteFile>>> = {
  "/docs": async () => fileOf(docsPage(await document()), "text/html; charset=utf-8"),
  "/docs.css": () => fileOf(DOCS_STYLE, "text/css; charset=utf-8"),
  "/openapi.json": async () => fileOf(JSON.stringify(await document()), "application/json"),
};

export const DOCS_PATHS: readonly string[] = Object.keys(MAKERS);

const made = new Map<string, Promise<SiteFile>>();

/** @param path one of `DOCS_PATHS`. */
export function docsFile(path: string): Promise<SiteFile> {
  let file = made.get(path);
  if (file === undefined) {
    file = MAKERS[path]!();
    made.set(path, file);
  }
  return file;
}
