import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CARD_KEYS, cardFault, readCard } from "./card.ts";
import { readFrontMatter } from "./front-matter.ts";

const HEAD = "license: mit\npipeline_tag: text-classification";
const card = (more = "", body = "# Spam"): string => `---\n${HEAD}\n${more}\n---\n${body}\n`;
const faultOf = (markdown: string): string | undefined => {
  const read = readCard(markdown);
  return "fault" in read ? read.fault : undefined;
};

describe("front matter", () => {
  test("reads text and lists in every way of writing them", () => {
    const text = [
      "---",
      "# about",
      "license: apache-2.0 # checked",
      "language: [en, 'de', \"fr\"]   # three",
      "tags:",
      "- spam",
      '  - "says \\"no\\""',
      "-   'it''s'",
      "",
      'license_name: "a: b # c"',
      "license_link: https://example.org/a#b",
      "metrics: []",
      "datasets:",
      "---",
      "# Body",
      "---",
      "rest",
    ].join("\r\n");
    const read = readFrontMatter(text);
    expect(read.fault).toBeUndefined();
    if (read.fault !== undefined) return;
    expect([...read.fields]).toEqual([
      ["license", "apache-2.0"],
      ["language", ["en", "de", "fr"]],
      ["tags", ["spam", 'says "no"', "it's"]],
      ["license_name", "a: b # c"],
      ["license_link", "https://example.org/a#b"],
      ["metrics", []],
      ["datasets", []],
    ]);
    expect(read.body).toBe("# Body\n---\nrest");
  });

  test.each([
    ["", /first line/],
    ["# Spam", /first line/],
    [" ---\na: b\n---", /first line/],
    ["---\na: b\n", /no end/],
    ["---\na: b\na: c\n---", /line 3: a twice/],
    ["---\na:\n- b\na: c\n---", /line 4: a twice/],
    ["---\n- b\n---", /line 2: no text of a list/],
    ["---\na: b\n- c\n---", /line 3: no text of a list/],
    ["---\na:\n-\n---", /no text of a list/],
    ["---\na:\n- b: c\n---", /no text of a list/],
    ["---\na: {b: c}\n---", /value of a/],
    ["---\na: [b, [c]]\n---", /value of a/],
    ["---\na: [b, c\n---", /value of a/],
    ["---\na: [b] c\n---", /value of a/],
    ["---\na: [b,, c]\n---", /value of a/],
    ["---\na: b: c\n---", /value of a/],
    ["---\na: |\n  b\n---", /value of a/],
    ["---\na: &x b\n---", /value of a/],
    ["---\na: *x\n---", /value of a/],
    ["---\na: !!int 1\n---", /value of a/],
    ["---\na: 'b\n---", /value of a/],
    ['---\na: "b" c\n---', /value of a/],
    ['---\na: "\\n"\n---', /value of a/],
    ["---\n  a: b\n---", /neither/],
    ["---\na : b\n---", /neither/],
    ["---\nplain\n---", /neither/],
  ])("refuses %j", (text, why) => {
    expect(readFrontMatter(text).fault).toMatch(why);
  });

  test("never throws, and reads back what it wrote", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        readCard(text);
        readCard(`---\n${text}\n---\n`);
      }),
      { numRuns: 150 },
    );
    const text = fc
      .string({ unit: "binary-ascii", minLength: 1, maxLength: 20 })
      .map((s) => s.replace(/[\r\n]/g, "."));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fc.boolean(), (values, flow) => {
        const quoted = values.map((v) => `"${v.replace(/["\\]/g, "\\$&")}"`);
        const lines = flow ? `x: [${quoted.join(" , ")}]` : `x:\n${quoted.map((v) => `  - ${v}`).join("\n")}`;
        const read = readFrontMatter(`---\n${lines}\n---`);
        expect(read.fault === undefined && read.fields.get("x")).toEqual(values);
      }),
      { numRuns: 80 },
    );
  });

  test("takes no longer for what is meant to take long", () => {
    for (const hostile of [
      `---\na: [${"'',".repeat(1300)}\n---`,
      `---\na: ${"'".repeat(4000)}x\n---`,
      `---\na: "${"\\".repeat(4000)}\n---`,
      `---\na: ${" #".repeat(2000)}\n---`,
      `---\n${"a".repeat(4000)}\n---`,
    ]) {
      const began = performance.now();
      readCard(hostile);
      expect(performance.now() - began).toBeLessThan(200);
    }
  });
});

describe("a card", () => {
  test("has the Hub's keys, text as a list of one", () => {
    const read = readCard(card("language: en\ntags: [spam, sms]", "# Spam\n\nKeeps out spam."));
    expect(read).toEqual({
      fields: new Map([
        ["license", ["mit"]],
        ["pipeline_tag", ["text-classification"]],
        ["language", ["en"]],
        ["tags", ["spam", "sms"]],
      ]),
      body: "# Spam\n\nKeeps out spam.",
    });
  });

  test.each([
    [card("", "x".repeat(4096)), /over 4096 bytes/],
    [card("", "é".repeat(2040)), /over 4096 bytes/],
    [card("", "a\0b"), /NUL/],
    ["# Spam", /front matter/],
    [card("licence: mit"), /key "licence" is none/],
    [card("constructor: mit"), /key "constructor" is none/],
    [card("model-index:\n- name"), /key "model-index" is none/],
    [card("library_name: [a, b]"), /library_name is one text/],
    [card("tags:"), /tags is empty/],
    [card(`tags: [${Array(33).fill("a").join(",")}]`), /over 32/],
    [card(`tags: ['']`), /1 to 256/],
    [card(`tags: ${"x".repeat(257)}`), /1 to 256/],
    ["---\npipeline_tag: text-classification\n---\n", /license is missing/],
    ["---\nlicense: mit\n---\n", /pipeline_tag is missing/],
    ["---\nlicense: mit\npipeline_tag: text-classifying\n---\n", /no task of the Hub/],
  ])("is refused: %#", (markdown, why) => {
    expect(faultOf(markdown)).toMatch(why);
  });

  test("says the same as the rest of its version", () => {
    const terms = { task: "text-classification", licence: "MIT" };
    expect(cardFault(card(), terms)).toBeUndefined();
    expect(cardFault(card(), { ...terms, task: "translation" })).toMatch(/pipeline_tag/);
    expect(cardFault(card(), { ...terms, licence: "Apache-2.0" })).toMatch(/license is mit/);
    const other = "---\nlicense: other\nlicense_name: wordnet\npipeline_tag: text-classification\n---\n";
    expect(cardFault(other, { ...terms, licence: "LicenseRef-WordNet" })).toBeUndefined();
    expect(cardFault("", terms)).toMatch(/front matter/);
  });

  test("takes each key of the schema", () => {
    for (const key of Object.keys(CARD_KEYS)) {
      if (HEAD.includes(`${key}:`)) continue;
      expect(faultOf(card(`${key}: abc`)), key).toBeUndefined();
    }
  });
});
