import { Params } from "@assay/proto/gen/assay/attest/v1/types";

export const defaultParams: Params = Params.fromPartial({ maxClosingsPerBlock: 100 });

/** Why params may not stand; undefined where they may. */
export function paramsFault(params: Params): string | undefined {
  const { maxClosingsPerBlock } = params;
  if (maxClosingsPerBlock < 1 || maxClosingsPerBlock > 1000)
    return "max_closings_per_block must be 1 to 1000";
  return undefined;
}
