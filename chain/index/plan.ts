/**
 * What a query asks of the index: heights, one hash, and the rest in groups of one event type, since conditions on
 * one type must be met by one and the same event.
 *
 * @module
 */
import { type Condition, compareDecimal, type Query, QueryError } from "./query.ts";

export interface Plan {
  /** Inclusive. */
  readonly from: number;
  readonly to: number;
  /** Upper hex; undefined where no hash is asked for. */
  readonly hash: string | undefined;
  readonly groups: readonly (readonly Condition[])[];
  /** The conditions contradict each other, or ask for another kind of event. */
  readonly empty: boolean;
}

function eventType(tag: string): string {
  const dot = tag.lastIndexOf(".");
  return dot < 0 ? tag : tag.slice(0, dot);
}

function narrow(range: { from: number; to: number }, { tag, operator, operand }: Condition): void {
  if (operator === "EXISTS") return;
  if (operator === "CONTAINS" || operand === undefined || operand.kind === "instant") {
    throw new QueryError(`${tag} takes a number and =, <, <=, > or >=`);
  }
  const number =
    operand.kind === "number"
      ? operand.number
      : /^[0-9]{1,20}$/.test(operand.text)
        ? { units: BigInt(operand.text), scale: 0 }
        : undefined;
  if (number === undefined) throw new QueryError(`${tag} takes a number`);
  const floor = Number(number.units / 10n ** BigInt(number.scale));
  const whole = compareDecimal(number, { units: BigInt(floor), scale: 0 }) === 0;
  if (operator === "=" && !whole) range.to = -1;
  if (operator === "=" || operator === ">=" || operator === ">") {
    range.from = Math.max(range.from, operator === ">" || !whole ? floor + 1 : floor);
  }
  if (operator === "=" || operator === "<=" || operator === "<") {
    range.to = Math.min(range.to, operator === "<" && whole ? floor - 1 : floor);
  }
}

/**
 * @param subject what is searched: transactions know `tx.height` and `tx.hash`, blocks `block.height`.
 * @throws QueryError for a condition that cannot be.
 */
export function planQuery(query: Query, subject: "tx" | "block"): Plan {
  const range = { from: 0, to: Number.MAX_SAFE_INTEGER };
  const groups = new Map<string, Condition[]>();
  let hash: string | undefined;
  let empty = false;
  for (const condition of query) {
    const { tag, operator, operand } = condition;
    if (tag === `${subject}.height`) narrow(range, condition);
    else if (tag === "tm.event") {
      const wanted = subject === "tx" ? "Tx" : "NewBlockEvents";
      if (operator === "=" && operand?.text !== wanted) empty = true;
    } else if (tag === "tx.hash" && subject === "tx") {
      if (operator !== "=" || operand?.kind !== "text") {
        if (operator === "EXISTS") continue;
        throw new QueryError("tx.hash takes = and a quoted hash");
      }
      const wanted = operand.text.replace(/^0x/i, "").toUpperCase();
      if (!/^[0-9A-F]{64}$/.test(wanted) || (hash !== undefined && hash !== wanted)) empty = true;
      hash = wanted;
    } else {
      const type =
        operator === "EXISTS" && operand === undefined && !tag.includes(".") ? tag : eventType(tag);
      const group = groups.get(type);
      if (group === undefined) groups.set(type, [condition]);
      else group.push(condition);
    }
  }
  return { ...range, hash, groups: [...groups.values()], empty: empty || range.from > range.to };
}
