/** @module No such page, block, transaction or dataset: says what there is instead. */
import type { ComponentChildren } from "preact";
import { head } from "../data/node.ts";
import { groupDigits } from "../format/amount.ts";
import { Card } from "../parts/card.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Empty } from "../parts/states.tsx";

interface MissingProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

export function Missing({ title, children }: MissingProps) {
  return (
    <>
      <PageHead title={title} />
      <Card>
        <div class="empty">{children}</div>
      </Card>
    </>
  );
}

export function NotFound() {
  const at = head.value;
  return (
    <>
      <PageHead title="No such page" />
      <Card>
        <Empty title="Nothing lives at this address.">
          <p>
            {at === undefined ? "" : `The newest block is ${groupDigits(at.height)}. `}
            You may look at <a href="/">the overview</a>, <a href="/datasets">the datasets</a> or{" "}
            <a href="/blocks">the blocks</a>, or press Ctrl K to search.
          </p>
        </Empty>
      </Card>
    </>
  );
}
