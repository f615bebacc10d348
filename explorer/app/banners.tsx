/** @module What holds for the whole page: the node is down, or a challenge waits to be shown. */
import { connection, head, heardMs } from "../data/node.ts";
import { groupDigits } from "../format/amount.ts";
import { formatSpan } from "../format/time.ts";
import { Icon } from "../parts/icon.tsx";
import { PendingBanner } from "../wallet/pending-banner.tsx";
import { nowMs } from "./clock.ts";

export function Banners() {
  return (
    <>
      <DownBanner />
      <PendingBanner />
    </>
  );
}

function DownBanner() {
  if (connection.value !== "down") return null;
  const at = head.value;
  return (
    <div class="banner-row">
      <div class="banner">
        <Icon name="warn" size={18} />
        <div>
          <b>The node does not answer.</b>{" "}
          {at === undefined
            ? "There is nothing to show yet. "
            : `You see block ${groupDigits(at.height)}, from ${formatSpan(nowMs.value - heardMs.value)} ago. `}
          This page tries again by itself.
        </div>
        <button type="button" onClick={() => location.reload()}>
          Try now
        </button>
      </div>
    </div>
  );
}
