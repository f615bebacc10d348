import { boundsFault } from "@assay/kernel/params";
import { Params } from "@assay/proto/gen/assay/attest/v1/types";

export const defaultParams: Params = Params.fromPartial({ maxClosingsPerBlock: 100 });

/** Why params may not stand; undefined where they may. */
export const paramsFault = (params: Params): string | undefined =>
  boundsFault(Params, params, { maxClosingsPerBlock: [1n, 1000n] });
