/**
 * Real labelled text that a package ships: the UCI "sentiment labelled sentences" in npm's `sentiment` (see NOTICE). It
 * really has duplicate rows, which is what makes the first story true.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export interface LabelledRow {
  readonly text: string;
  /** 0 negative, 1 positive. */
  readonly label: number;
}

export const SENTENCE_LABELS = ["negative", "positive"] as const;

/** @param source amazon (product reviews), yelp (restaurant reviews), imdb (film reviews). */
export function sentences(source: "amazon" | "imdb" | "yelp"): LabelledRow[] {
  const require = createRequire(join(process.env.ASSAY_ROOT ?? process.cwd(), "package.json"));
  const folder = dirname(require.resolve("sentiment/package.json"));
  const rows = JSON.parse(readFileSync(join(folder, "test", "fixtures", `${source}.json`), "utf8")) as {
    text: string;
    class: number | null;
  }[];
  // The last row of each file is an empty one without a class.
  return rows
    .filter((row) => row.class !== null)
    .map((row) => ({ text: row.text.trim(), label: row.class! }));
}

/**
 * The tour's flawed set: film sentences among which some were copied with a touch, as a lazy seller would to make a
 * set look larger. The same rows every time.
 */
export function paddedSentences(): LabelledRow[] {
  const rows = sentences("imdb")
    .filter((row) => row.text.length >= 60 && row.text.length <= 220)
    .slice(0, 594);
  const touches: readonly ((text: string) => string)[] = [
    (text) => `${text} !`,
    (text) => text.replace(/\.$/, ""),
    (text) => text.replace(/ the /, "  the "),
    (text) => text.replace(/, /, " , "),
    (text) => `"${text}"`,
    (text) => text.replace(/\bmovie\b/, "film"),
  ];
  const padded = [...rows];
  // Sources and places lie apart, so that nobody sees the copies side by side.
  for (let i = 0; i < touches.length; i++) {
    const source = rows[40 + i * 83]!;
    padded.splice(480 - i * 71, 0, { text: touches[i]!(source.text), label: source.label });
  }
  return padded;
}
