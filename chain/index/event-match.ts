/** Whether the events of a transaction or a block meet a plan: what marks stand for, decided by the events. */

import type { Event } from "@assay/proto/gen/tendermint/abci/types";
import type { Plan } from "./plan.ts";
import { type Condition, valueMatches } from "./query.ts";

function conditionMeets(condition: Condition, { type, attributes }: Event): boolean {
  const { tag, operator } = condition;
  if (operator === "EXISTS" && tag === type) return true;
  if (!tag.startsWith(`${type}.`)) return false;
  const key = tag.slice(type.length + 1);
  return attributes.some(
    (attribute) => attribute.key === key && attribute.index && valueMatches(condition, attribute.value),
  );
}

/** Each group by one event. */
export function eventsMeet({ groups }: Plan, events: readonly Event[]): boolean {
  return groups.every((group) =>
    events.some((event) => group.every((condition) => conditionMeets(condition, event))),
  );
}
