/**
 * A dataset's files, from the configured content service or from where its owner says, held against the ledger.
 *
 * @module
 */
import { ContentClient } from "@assay/client/content";
import { type DatasetContent, readContent } from "@assay/client/dataset/content";
import { toHex } from "@assay/primitives/bytes";
import type { Blob, Dataset, DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";
import { blobAt } from "@assay/services/blob-url";
import { fetchBlob } from "@assay/services/fetch-blob";
import { Failure } from "./failure.ts";
import type { Session } from "./session.ts";

const TIMEOUT_MS = 60_000;

export interface Fetched {
  readonly terms: DatasetTerms;
  readonly features: Uint8Array;
  readonly labels: Uint8Array | undefined;
  readonly content: DatasetContent;
}

function isLoopback(url: string): boolean {
  return /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|\/|$)/i.test(url);
}

/** @throws Failure with what each place said. */
export async function fetchContent(session: Session, dataset: Dataset): Promise<Fetched> {
  const { settings, out } = session;
  const { terms } = dataset;
  if (terms?.featuresBlob === undefined)
    throw new Failure("the ledger names no files", "Choose another dataset.");
  // Who talks to a ledger on this machine may be sent to this machine; nobody else.
  const allowPrivate = isLoopback(settings.node);
  const get = async (what: string, blob: Blob): Promise<Uint8Array> => {
    const words: string[] = [];
    try {
      return await new ContentClient(settings.content).get(blob, {
        onProgress: (done, total) => out.progress(`Fetching ${what}`, done, total),
      });
    } catch (error) {
      words.push((error as Error).message);
    }
    for (const url of terms.contentUrls) {
      try {
        return await fetchBlob(blobAt(url, blob.sha256), blob.sha256, Number(blob.size), {
          timeoutMs: TIMEOUT_MS,
          allowPrivate,
        });
      } catch (error) {
        words.push(`${url}: ${(error as Error).message}`);
      }
    }
    throw new Failure(
      `nobody gives the ${what} (sha256 ${toHex(blob.sha256)})\n  ${words.join("\n  ")}`,
      "Name a content service that has it: --content URL",
    );
  };
  const features = await get("rows", terms.featuresBlob);
  const labels = terms.labelsBlob === undefined ? undefined : await get("labels", terms.labelsBlob);
  return { terms, features, labels, content: readContent(terms, features, labels) };
}
