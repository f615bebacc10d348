/** Which method a path asks for, and what the path itself says of the request. */
import type { ApiMethod } from "@assay/proto/wire/api-method";

export interface RouteMatch {
  readonly method: ApiMethod;
  /** By the field's name in the .proto file, decoded. */
  readonly fields: ReadonlyMap<string, string>;
}

interface Segment {
  readonly text: string;
  /** A field of the request; `rest` takes all that is left, slashes included. */
  readonly kind: "literal" | "field" | "rest";
}

interface Route {
  readonly segments: readonly Segment[];
  readonly method: ApiMethod;
}

function segmentOf(text: string): Segment {
  const field = /^\{(\w+)(=\*\*)?\}$/.exec(text);
  if (field === null) return { text, kind: "literal" };
  return { text: field[1]!, kind: field[2] === undefined ? "field" : "rest" };
}

const KINDS: readonly Segment["kind"][] = ["literal", "field", "rest"];

/** What is written out comes before what stands for anything. */
function bySpecificity({ segments: a }: Route, { segments: b }: Route): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = KINDS.indexOf(a[i]!.kind) - KINDS.indexOf(b[i]!.kind);
    if (order !== 0) return order;
  }
  return 0;
}

export class RouteTable {
  /** By verb and first three segments, which are always literal. */
  readonly #routes = new Map<string, Route[]>();

  constructor(methods: readonly ApiMethod[]) {
    for (const method of methods) {
      for (const { verb, template } of method.routes) {
        const parts = template.split("/").slice(1);
        const key = `${verb} ${parts.slice(0, 3).join("/")}`;
        const routes = this.#routes.get(key) ?? [];
        routes.push({ segments: parts.map(segmentOf), method });
        this.#routes.set(key, routes);
      }
    }
    for (const routes of this.#routes.values()) routes.sort(bySpecificity);
  }

  /**
   * @param path still percent-encoded, without its query.
   * @throws URIError for an encoding that is none.
   */
  find(verb: string, path: string): RouteMatch | undefined {
    const parts = path.split("/").slice(1);
    for (const { segments, method } of this.#routes.get(`${verb} ${parts.slice(0, 3).join("/")}`) ?? []) {
      const fields = match(segments, parts);
      if (fields !== undefined) return { method, fields };
    }
    return undefined;
  }
}

function match(segments: readonly Segment[], parts: readonly string[]): Map<string, string> | undefined {
  const takesRest = segments.at(-1)!.kind === "rest";
  if (takesRest ? parts.length < segments.length : parts.length !== segments.length) return undefined;
  const fields = new Map<string, string>();
  for (const [i, { text, kind }] of segments.entries()) {
    const part = kind === "rest" ? parts.slice(i).join("/") : parts[i]!;
    if (kind === "literal" ? part !== text : part === "") return undefined;
    if (kind !== "literal") fields.set(text, decodeURIComponent(part));
  }
  return fields;
}
