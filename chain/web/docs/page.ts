/**
 * The OpenAPI document as a page: no script and no foreign file, so it works under the strictest policy. Every text is
 * escaped where it is put in.
 *
 * @module
 */
import type { OpenApi, Operation, Parameter, Schema } from "./open-api.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);

/** Text with `code` in backticks. */
const prose = (text: string): string => escaped(text).replace(/`([^`]+)`/g, "<code>$1</code>");

/** A long name may break after its dots and slashes. */
const breakable = (text: string): string => escaped(text).replace(/[./]/g, "$&<wbr>");

/** `cosmos.bank.v1beta1.Query` reads as `cosmos bank`. */
function titleOf(tag: string): string {
  const parts = tag.split(".").filter((part) => !/^v\d/.test(part));
  const last = parts.pop();
  return last === "Query" || last === "Service" ? parts.join(" ") : [...parts, last].join(" ");
}

/** A devnet's: whoever copies the line from elsewhere knows their own. */
const NODE = "http://127.0.0.1:1317";
const REF = "#/components/schemas/";

/** What a value is, with a link where it is a type of its own. */
function typeText(schema: Schema): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(REF.length);
    return `<a href="#${escaped(name)}">${escaped(name.split(".").at(-1)!)}</a>`;
  }
  if (schema.anyOf !== undefined) {
    const [one] = schema.anyOf;
    return `${typeText(one!)} or null`;
  }
  if (schema.items !== undefined) return `list of ${typeText(schema.items)}`;
  if (schema.contentEncoding === "base64") return "bytes in base64";
  if (schema.format?.endsWith("64")) return `${schema.format} as text`;
  if (schema.format === "date-time") return "time";
  if (schema.format !== undefined) return escaped(schema.format);
  return escaped(String(schema.type ?? "object"));
}

interface Row {
  readonly name: string;
  readonly note: string;
  readonly schema: Schema;
  readonly description: string | undefined;
}

function rows(list: readonly Row[]): string {
  const one = ({ name, note, schema, description }: Row): string =>
    `<li><div class="what"><code>${breakable(name)}</code> <span class="type">${typeText(schema)}</span>` +
    `${note === "" ? "" : ` <span class="note">${note}</span>`}</div>` +
    `${description === undefined ? "" : `<p>${prose(description)}</p>`}</li>`;
  return `<ul class="fields">${list.map(one).join("")}</ul>`;
}

const properties = ({ properties: fields = {} }: Schema): Row[] =>
  Object.entries(fields).map(([name, schema]) => ({
    name,
    note: "",
    schema,
    description: schema.description,
  }));

/** A parameter's own sentence, and for one of ours how its bytes are written. */
function parameterRow({ name, in: where, schema, description }: Parameter): Row {
  const isHex = schema.type === "string" && "pattern" in schema && String(schema.pattern).includes("a-f");
  const note = `${where}${isHex ? ", lower hex" : ""}`;
  return { name, note, schema, description };
}

class DocsPage {
  readonly #document: OpenApi;

  constructor(document: OpenApi) {
    this.#document = document;
  }

  #schema(schema: Schema): Schema {
    return schema.$ref === undefined
      ? schema
      : this.#document.components.schemas[schema.$ref.slice(REF.length)]!;
  }

  #parameters(list: readonly Parameter[]): Parameter[] {
    return list.map((one) =>
      one.$ref === undefined ? one : this.#document.components.parameters[one.$ref.split("/").at(-1)!]!,
    );
  }

  #operation(verb: "get" | "post", path: string, operation: Operation): string {
    const parameters = this.#parameters(operation.parameters ?? []).map(parameterRow);
    const body = operation.requestBody?.content["application/json"].schema;
    const answer = operation.responses[200].content["application/json"].schema;
    // What asks for nothing can be looked at with a click.
    const isOpen = verb === "get" && parameters.every(({ name }) => /^(pagination\.|x-cosmos-)/.test(name));
    return (
      `<details id="${escaped(operation.operationId)}"><summary><span class="verb ${verb}">${verb.toUpperCase()}</span>` +
      `<span class="path">${breakable(path)}</span><span class="summary">${prose(operation.summary)}</span></summary>` +
      `<div class="inside">` +
      (isOpen ? `<p><a class="open" href="${escaped(path)}">See this node's answer</a></p>` : "") +
      (parameters.length === 0 ? "" : `<h4>Parameters</h4>${rows(parameters)}`) +
      (body === undefined ? "" : `<h4>Body ${typeText(body)}</h4>${rows(properties(this.#schema(body)))}`) +
      `<h4>Answer ${typeText(answer)}</h4>${rows(properties(this.#schema(answer)))}` +
      `<h4>On the command line</h4><pre><code>${this.#curl(verb, path, body)}</code></pre></div></details>`
    );
  }

  #curl(verb: "get" | "post", path: string, body: Schema | undefined): string {
    const shown = escaped(path.replace(/\{(\w+)\}/g, (_, name: string) => `<${name}>`));
    if (verb === "get" || body === undefined) return `curl ${NODE}${shown}`;
    const fields = Object.keys(this.#schema(body).properties ?? {});
    const example = Object.fromEntries(fields.filter((name) => name !== "tx").map((name) => [name, "..."]));
    return `curl ${NODE}${shown} --json ${escaped(`'${JSON.stringify(example)}'`)}`;
  }

  #section(tag: string, description: string | undefined): string {
    const operations = Object.entries(this.#document.paths).flatMap(([path, item]) =>
      (["get", "post"] as const).flatMap((verb) => {
        const operation = item[verb];
        return operation?.tags[0] === tag ? [this.#operation(verb, path, operation)] : [];
      }),
    );
    return (
      `<section aria-labelledby="${escaped(tag)}"><h2 id="${escaped(tag)}">${escaped(titleOf(tag))}</h2>` +
      `<p class="full">${breakable(tag)}</p>` +
      `${description === undefined ? "" : `<p>${prose(description)}</p>`}${operations.join("")}</section>`
    );
  }

  #type(name: string, schema: Schema): string {
    const { description, enum: values } = schema;
    const inside =
      values === undefined
        ? rows(properties(schema))
        : `<ul class="values">${values.map((value) => `<li><code>${escaped(value)}</code></li>`).join("")}</ul>`;
    const lines = (description ?? "").split("\n").filter((line) => line !== "");
    return (
      `<details id="${escaped(name)}"><summary><span class="path">${breakable(name)}</span></summary>` +
      `<div class="inside">${lines.map((line) => `<p>${prose(line)}</p>`).join("")}${inside}</div></details>`
    );
  }

  html(): string {
    const { info, tags, components } = this.#document;
    const links = tags
      .map(({ name }) => `<li><a href="#${escaped(name)}">${escaped(titleOf(name))}</a></li>`)
      .join("");
    const types = Object.entries(components.schemas)
      .map(([name, schema]) => this.#type(name, schema))
      .join("");
    return (
      `<!doctype html><html lang="en"><head><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width, initial-scale=1">` +
      `<title>${escaped(info.title)} REST</title><link rel="icon" href="/favicon.svg">` +
      `<link rel="stylesheet" href="/docs.css"></head><body>` +
      `<a class="skip" href="#routes">To the routes</a>` +
      `<header><p class="brand"><a href="/">${escaped(info.title)}</a></p>` +
      `<h1>REST and gRPC</h1><p class="lead">${prose(info.description)}</p>` +
      `<p class="lead">The same methods answer over gRPC, with reflection, and through <code>abci_query</code>. ` +
      `For programs: <a href="/openapi.json">openapi.json</a>.</p></header>` +
      `<div class="columns"><nav aria-label="Services"><ul>${links}` +
      `<li><a href="#types">types</a></li></ul></nav>` +
      `<main id="routes">${tags.map(({ name, description }) => this.#section(name, description)).join("")}` +
      `<section aria-labelledby="types"><h2 id="types">types</h2>` +
      `<p>What the routes take and answer with.</p>${types}</section></main></div></body></html>`
    );
  }
}

export const docsPage = (document: OpenApi): string => new DocsPage(document).html();
