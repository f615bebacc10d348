/** @module An address or id as a picture; two that shorten alike look apart. It proves nothing. */
import { identicon } from "@assay/primitives/identicon";
import { useMemo } from "preact/hooks";

/** Eight hues by class, so that both themes and forced colours can have their own. */
export function Identicon({ bytes, size = 16 }: { bytes: Uint8Array; size?: number }) {
  const key = bytes.join();
  // The key says all about the bytes
  const { d, hue } = useMemo(() => {
    const { cells, hue } = identicon(bytes);
    let d = "";
    for (const [i, on] of cells.entries()) {
      if (on) d += `M${(i % 5) + 0.5} ${Math.floor(i / 5) + 0.5}h1v1h-1Z`;
    }
    return { d, hue };
  }, [key]);
  return (
    <svg
      class={`identicon hue-${hue}`}
      viewBox="0 0 6 6"
      width={size}
      height={size}
      shape-rendering="crispEdges"
      aria-hidden="true"
      focusable="false"
    >
      <path class="identicon-ground" d="M0 0h6v6H0Z" />
      <path class="identicon-cells" d={d} />
    </svg>
  );
}
