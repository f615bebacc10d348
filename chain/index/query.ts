/**
 * The event query language of CometBFT: conditions on `type.attribute`, joined by AND.
 *
 * Operators: `=` `<` `<=` `>` `>=` `CONTAINS` `EXISTS`. Operands: 'text', numbers, `TIME 2026-01-02T03:04:05Z`,
 * `DATE 2026-01-02`. There is no OR, no bracket and no escape, so a query is parsed in one pass and its work is
 * bounded by its length.
 *
 * @module
 */
import { QueryError } from "../abci/ledger.ts";

/** Longest query that is parsed, in characters. */
export const MAX_QUERY_LENGTH = 512;

export { QueryError };

/** A decimal number, exactly: `units` / 10^`scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export type Operator = "=" | "<" | "<=" | ">" | ">=" | "CONTAINS" | "EXISTS";

export type Operand =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly text: string; readonly number: Decimal }
  /** `millis` since 1970: TIME and DATE compare as instants. */
  | { readonly kind: "instant"; readonly text: string; readonly millis: number };

export interface Condition {
  /** `type.attribute`, or a type alone with EXISTS. */
  readonly tag: string;
  readonly operator: Operator;
  /** Absent with EXISTS only. */
  readonly operand: Operand | undefined;
}

export type Query = readonly Condition[];

type Token =
  | { readonly kind: "tag" | "operator"; readonly text: string; readonly at: number }
  | { readonly kind: "operand"; readonly operand: Operand; readonly at: number };

const NUMBER = /[0-9]+(?:\.[0-9]*)?/y;
const TAG = /[\p{L}\p{Nd}_][\p{L}\p{Nd}._-]*/uy;
const INSTANT = /[-T:+Z0-9.]+/y;
const RFC3339 = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})$/;
const DATE_ONLY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/** The number that a text starts with ("8uassay" is 8), as CometBFT reads amounts; undefined where there is none. */
export function leadingNumber(text: string): Decimal | undefined {
  const found = /^([0-9]+)(?:\.([0-9]+))?/.exec(text);
  if (found === null) return undefined;
  const fraction = found[2] ?? "";
  return { units: BigInt(found[1]! + fraction), scale: fraction.length };
}

/** Below, at or above zero as a is less than, equal to or more than b. */
export function compareDecimal(a: Decimal, b: Decimal): number {
  const left = a.units * 10n ** BigInt(Math.max(0, b.scale - a.scale));
  const right = b.units * 10n ** BigInt(Math.max(0, a.scale - b.scale));
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Milliseconds since 1970 of an RFC 3339 time or a date; undefined for anything else. */
export function parseInstant(text: string): number | undefined {
  if (!RFC3339.test(text) && !DATE_ONLY.test(text)) return undefined;
  const millis = Date.parse(text);
  return Number.isNaN(millis) ? undefined : millis;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function instantToken(text: string, at: number, word: "TIME" | "DATE"): { token: Token; end: number } {
  const start = at + word.length + 1;
  const found = match(INSTANT, text, start) ?? "";
  const form = word === "TIME" ? RFC3339 : DATE_ONLY;
  const millis = form.test(found) ? parseInstant(found) : undefined;
  const year = Number(found.slice(0, 4));
  if (millis === undefined || year < 1900 || year > 2999) {
    throw new QueryError(`offset ${at}: invalid ${word} value`);
  }
  return {
    token: { kind: "operand", operand: { kind: "instant", text: found, millis }, at },
    end: start + found.length,
  };
}

function scan(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at]!;
    if (/\s/.test(char)) {
      at++;
      continue;
    }
    if (char === "'") {
      const end = text.indexOf("'", at + 1);
      if (end < 0) throw new QueryError(`offset ${at}: a quoted text is not closed`);
      tokens.push({ kind: "operand", operand: { kind: "text", text: text.slice(at + 1, end) }, at });
      at = end + 1;
      continue;
    }
    if (char === "=" || char === "<" || char === ">") {
      const operator = char !== "=" && text[at + 1] === "=" ? `${char}=` : char;
      tokens.push({ kind: "operator", text: operator, at });
      at += operator.length;
      continue;
    }
    const number = match(NUMBER, text, at);
    if (number !== undefined) {
      const value = leadingNumber(number)!;
      tokens.push({ kind: "operand", operand: { kind: "number", text: number, number: value }, at });
      at += number.length;
      continue;
    }
    const word = match(TAG, text, at);
    if (word === undefined) throw new QueryError(`offset ${at}: invalid input`);
    if ((word === "TIME" || word === "DATE") && text[at + word.length] === " ") {
      const { token, end } = instantToken(text, at, word);
      tokens.push(token);
      at = end;
      continue;
    }
    const isOperator = word === "AND" || word === "CONTAINS" || word === "EXISTS";
    tokens.push({ kind: isOperator ? "operator" : "tag", text: word, at });
    at += word.length;
  }
  return tokens;
}

const OPERATORS: ReadonlySet<string> = new Set(["=", "<", "<=", ">", ">=", "CONTAINS", "EXISTS"]);

function accepts(operator: Operator, operand: Operand): boolean {
  if (operator === "CONTAINS") return operand.kind === "text";
  return operator === "=" || operand.kind !== "text";
}

/** @throws QueryError with the offset of what is wrong. */
export function parseQuery(text: string): Query {
  if (text.length > MAX_QUERY_LENGTH) throw new QueryError("maximum query length exceeded");
  const tokens = scan(text);
  const conditions: Condition[] = [];
  let at = 0;
  const fail = (wanted: string): never => {
    const offset = tokens[at]?.at ?? text.length;
    throw new QueryError(`offset ${offset}: wanted ${wanted}`);
  };
  for (;;) {
    const tag = tokens[at];
    if (tag?.kind !== "tag") return fail("tag");
    at++;
    const operator = tokens[at];
    if (operator?.kind !== "operator" || !OPERATORS.has(operator.text)) {
      return fail("=, <, <=, >, >=, CONTAINS or EXISTS");
    }
    at++;
    let operand: Operand | undefined;
    if (operator.text !== "EXISTS") {
      const token = tokens[at];
      if (token?.kind !== "operand" || !accepts(operator.text as Operator, token.operand)) {
        return fail(
          operator.text === "CONTAINS"
            ? "'text'"
            : operator.text === "="
              ? "'text', number, TIME or DATE"
              : "number, TIME or DATE",
        );
      }
      operand = token.operand;
      at++;
    }
    conditions.push({ tag: tag.text, operator: operator.text as Operator, operand });
    if (at === tokens.length) return conditions;
    const and = tokens[at];
    if (and?.kind !== "operator" || and.text !== "AND") return fail("AND");
    at++;
  }
}

/** Whether one value satisfies a condition. A number after `=` compares as text: that is how it is indexed. */
export function valueMatches({ operator, operand }: Condition, value: string): boolean {
  if (operator === "EXISTS" || operand === undefined) return true;
  if (operator === "CONTAINS") return value.includes(operand.text);
  if (operator === "=" && operand.kind !== "instant") return value === operand.text;
  let order: number;
  if (operand.kind === "number") {
    const number = leadingNumber(value);
    if (number === undefined) return false;
    order = compareDecimal(number, operand.number);
  } else if (operand.kind === "instant") {
    const millis = parseInstant(value);
    if (millis === undefined) return false;
    order = millis - operand.millis;
  } else return false;
  switch (operator) {
    case "=":
      return order === 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

/** Event attributes by `type.attribute`, as a subscription is served: order of the events, values may repeat. */
export type EventMap = ReadonlyMap<string, readonly string[]>;

/** Whether each condition is met by some event, which is how CometBFT filters subscriptions. */
export function matchesEvents(query: Query, events: EventMap): boolean {
  return query.every((condition) => {
    const values = events.get(condition.tag);
    if (values !== undefined) return values.some((value) => valueMatches(condition, value));
    if (condition.operator !== "EXISTS") return false;
    for (const tag of events.keys()) if (tag.startsWith(`${condition.tag}.`)) return true;
    return false;
  });
}
