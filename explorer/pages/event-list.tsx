/** @module Events as the chain wrote them. */
import type { Event } from "@assay/client/comet";
import { Visible } from "../parts/visible.tsx";

export function EventList({ events }: { events: readonly Event[] }) {
  return (
    <ul class="event-list">
      {events.map((event, i) => (
        <li key={i}>
          <h3 class="mono">{event.type}</h3>
          <dl>
            {event.attributes.map((attribute, k) => (
              <div key={k}>
                <dt>{attribute.key}</dt>
                <dd class="mono">
                  <AttributeValue name={attribute.key} value={attribute.value} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** Ids and addresses lead somewhere. */
function AttributeValue({ name, value }: { name: string; value: string }) {
  if (name === "dataset_id" && /^[0-9a-f]{64}$/.test(value))
    return <a href={`/datasets/${value}`}>{value}</a>;
  if (name === "case_id" && /^[1-9]\d*$/.test(value)) return <a href={`/challenges/${value}`}>{value}</a>;
  if (/^[a-z]{1,20}1[02-9ac-hj-np-z]{38,58}$/.test(value)) return <a href={`/accounts/${value}`}>{value}</a>;
  return <Visible text={value} />;
}
