/** @module The white sheet that everything lies on. */
import type { ComponentChildren } from "preact";

interface CardProps {
  readonly title?: ComponentChildren;
  /** Grey, beside the title. */
  readonly aside?: ComponentChildren;
  /** At the right end of the head. */
  readonly end?: ComponentChildren;
  readonly class?: string;
  readonly id?: string;
  readonly children?: ComponentChildren;
}

export function Card({ title, aside, end, class: extra = "", id, children }: CardProps) {
  return (
    <section class={`card ${extra}`} id={id}>
      {title !== undefined && (
        <header class="card-head">
          <h2>{title}</h2>
          {aside !== undefined && <span class="card-aside">{aside}</span>}
          {end !== undefined && <div class="card-end">{end}</div>}
        </header>
      )}
      {children}
    </section>
  );
}

/** Label and value pairs. */
export function Facts({
  rows,
}: {
  rows: readonly (readonly [ComponentChildren, ComponentChildren] | false)[];
}) {
  return (
    <dl class="facts">
      {rows.map(
        (row, i) =>
          row && (
            <div key={i}>
              <dt>{row[0]}</dt>
              <dd>{row[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
