/**
 * A model's card: Markdown with the front that model hubs read.
 *
 * @module
 */
import type { ModelFacts } from "@assay/services/runtime/onnx/read-model";
import type { LibraryModel } from "./library.ts";

/** JSON's strings are YAML's. */
const quote = (text: string): string => JSON.stringify(text);

export function cardText(model: LibraryModel, facts: ModelFacts): string {
  const { front, name, scores, limits, spec, summary } = model;
  const { output } = spec;
  const lines = [
    "---",
    `license: ${quote(front.license)}`,
    `language: ${quote(front.language)}`,
    `pipeline_tag: ${front.pipeline_tag}`,
    "library_name: onnx",
    ...(front.base_model === undefined ? [] : [`base_model: ${quote(front.base_model)}`]),
    "datasets:",
    ...front.datasets.map((dataset) => `  - ${quote(dataset)}`),
    ...(scores.length === 0 ? [] : ["metrics:", ...scores.map(({ metric }) => `  - ${quote(metric)}`)]),
    "---",
    `# ${name}`,
    "",
    summary,
    "",
    output.kind === "embedding"
      ? `Text in (${spec.input.kind}), a vector of ${output.size} numbers out.`
      : `Text in (${spec.input.kind}), a score for each of ${output.labels.length} labels out.`,
    `${facts.parameters.toLocaleString("en")} numbers, ${facts.nodes} nodes, operator set ${facts.opset}.`,
    "",
  ];
  if (scores.length > 0) {
    lines.push("## Scores", "", "| metric | value | measured on |", "|---|---|---|");
    lines.push(...scores.map(({ metric, value, on }) => `| ${metric} | ${value} | ${on} |`), "");
  }
  lines.push("## Limits", "", ...limits.map((limit) => `- ${limit}`), "");
  return lines.join("\n");
}
