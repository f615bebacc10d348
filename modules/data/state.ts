import { addressKey, hash32Key, pair, textKey, triple, u8Key, u64Key } from "@assay/kernel/codec/key-codec";
import { protoValue, u64Value } from "@assay/kernel/codec/value-codec";
import { defineState } from "@assay/kernel/collections/schema";
import { Totals } from "@assay/proto/gen/assay/data/v1/query";
import {
  Dataset,
  DatasetTerms,
  Params,
  Position,
  PublishCommit,
  Unbonding,
} from "@assay/proto/gen/assay/data/v1/types";
import { dueHeight } from "./math.ts";

/** (account, dataset): what an account has is found by it, and then by the dataset. */
export const accountDatasetKey = pair(addressKey, hash32Key);

export const state = defineState("data", (s) => ({
  params: s.item(0x01, "params", protoValue(Params)),
  totals: s.item(0x02, "totals", protoValue(Totals)),
  nextUnbondingId: s.sequence(0x03, "next_unbonding_id"),
  /** Id -> dataset, without its terms: what changes is small. */
  datasets: s.indexedMap(0x04, "datasets", hash32Key, protoValue(Dataset), {
    number: { prefix: 0x05, name: "datasets_by_number", key: u64Key, of: ({ number }) => number },
    status: {
      prefix: 0x06,
      name: "datasets_by_status",
      key: pair(u8Key, u64Key),
      of: ({ status, number }) => [status, number] as const,
    },
    /** What the end hook makes FINAL, and when; a dataset with an open case is not in it. */
    due: { prefix: 0x07, name: "datasets_by_due", key: u64Key, of: dueHeight },
    owner: {
      prefix: 0x08,
      name: "datasets_by_owner",
      key: pair(textKey, u64Key),
      of: ({ owner, number }) => [owner, number] as const,
    },
  }),
  /** Dataset -> what its owner said of it; never changes. */
  terms: s.map(0x09, "terms", hash32Key, protoValue(DatasetTerms)),
  /** (dataset, claim, account) -> its stake; a lost one stays as a record. */
  positions: s.indexedMap(0x0a, "positions", triple(hash32Key, u8Key, addressKey), protoValue(Position), {
    account: { prefix: 0x0b, name: "positions_by_account", key: addressKey, of: (_p, key) => key[2] },
  }),
  /** (account, dataset, id) -> a stake on its way out. */
  unbondings: s.indexedMap(0x0c, "unbondings", triple(addressKey, hash32Key, u64Key), protoValue(Unbonding), {
    /** In the order of begin, so that a lost claim finds the first one that it takes. */
    claim: {
      prefix: 0x0d,
      name: "unbondings_by_claim",
      key: triple(hash32Key, u8Key, u64Key),
      of: ({ datasetId, claim, startHeight }) => [datasetId, claim, startHeight] as const,
    },
  }),
  /** (owner, hash) -> a sealed publish. */
  commits: s.indexedMap(0x0e, "commits", pair(addressKey, hash32Key), protoValue(PublishCommit), {
    height: { prefix: 0x0f, name: "commits_by_height", key: u64Key, of: ({ height }) => height },
  }),
  /** (account, dataset) -> base units of rewards and returned bonds; zero is never stored. */
  payables: s.map(0x10, "payables", accountDatasetKey, u64Value),
}));
