import { genesis } from "@assay/kernel/module";
import { toHex } from "@assay/primitives/bytes";
import { GenesisState } from "@assay/proto/gen/assay/staking/v1/genesis";
import { state } from "./state.ts";

export const MAX_VALIDATORS = 100;
/** CometBFT's bound on the power of a whole set: a signed 64-bit number, divided by 8. */
export const MAX_TOTAL_POWER = ((1n << 63n) - 1n) / 8n;
export const MAX_MONIKER_CHARACTERS = 70;

export const stakingGenesis = genesis(GenesisState, {
  init(ctx, { validators }) {
    if (validators.length > MAX_VALIDATORS) throw new Error(`staking: over ${MAX_VALIDATORS} validators`);
    const keys = new Set<string>();
    let total = 0n;
    for (const validator of validators) {
      const operator = ctx.address(validator.operator);
      const attestor = validator.attestor === "" ? operator : ctx.address(validator.attestor);
      const key = toHex(validator.consensusPubkey);
      const name = `staking: ${validator.operator}`;
      if (validator.consensusPubkey.length !== 32) throw new Error(`${name}: consensus key is not 32 bytes`);
      if (validator.power === 0n) throw new Error(`${name}: no power`);
      if (validator.moniker.length > MAX_MONIKER_CHARACTERS) throw new Error(`${name}: moniker is too long`);
      if (state.validators.has(ctx, operator)) throw new Error(`${name}: operator is there twice`);
      if (state.operatorByAttestor.has(ctx, attestor))
        throw new Error(`${name}: attestor answers for another`);
      if (keys.has(key)) throw new Error(`${name}: consensus key is there twice`);
      total += validator.power;
      if (total > MAX_TOTAL_POWER) throw new Error(`staking: total power is over ${MAX_TOTAL_POWER}`);
      keys.add(key);
      state.validators.set(ctx, operator, { ...validator, attestor: ctx.addressText(attestor) });
      state.operatorByAttestor.set(ctx, attestor, operator);
    }
  },

  export: (ctx) => ({ validators: [...state.validators.iterate(ctx)].map(([, validator]) => validator) }),
});
