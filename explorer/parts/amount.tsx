/** @module An amount: figures with the grouping of EXPLORER, a small grey unit, the exact value on hover. */
import { formatAmount, plainAmount } from "../format/amount.ts";

export function Amount({
  base,
  exact = false,
  unit = true,
}: {
  base: bigint;
  exact?: boolean;
  unit?: boolean;
}) {
  return (
    <span class="amount" title={`${plainAmount(base)} ASSAY`}>
      <span class="amount-figure">{formatAmount(base, exact)}</span>
      {unit && (
        <>
          {"\u00a0"}
          <span class="unit">ASSAY</span>
        </>
      )}
    </span>
  );
}
