import { addressKey, hash32Key, pair, textKey, u8Key, u64Key } from "@assay/kernel/codec/key-codec";
import { bytesValue, protoValue, u64Value } from "@assay/kernel/codec/value-codec";
import { defineState } from "@assay/kernel/collections/schema";
import { Grant, Model, Params, Score, Version, VersionTerms } from "@assay/proto/gen/assay/registry/v1/types";

export const state = defineState("registry", (s) => ({
  params: s.item(0x01, "params", protoValue(Params)),
  nextModelNumber: s.sequence(0x02, "next_model_number"),
  nextVersionNumber: s.sequence(0x03, "next_version_number"),
  models: s.indexedMap(0x04, "models", hash32Key, protoValue(Model), {
    number: { prefix: 0x05, name: "models_by_number", key: u64Key, of: ({ number }) => number },
    owner: {
      prefix: 0x06,
      name: "models_by_owner",
      key: pair(textKey, u64Key),
      of: ({ owner, number }) => [owner, number] as const,
    },
  }),
  /** Id -> version, without its terms: what changes is small. */
  versions: s.indexedMap(0x07, "versions", hash32Key, protoValue(Version), {
    number: { prefix: 0x08, name: "versions_by_number", key: u64Key, of: ({ number }) => number },
    model: {
      prefix: 0x09,
      name: "versions_by_model",
      key: pair(hash32Key, u64Key),
      of: ({ modelId, number }) => [modelId, number] as const,
    },
    status: {
      prefix: 0x0a,
      name: "versions_by_status",
      key: pair(u8Key, u64Key),
      of: ({ status, number }) => [status, number] as const,
    },
  }),
  /** Version -> what its owner said of it; never changes. */
  terms: s.map(0x0b, "terms", hash32Key, protoValue(VersionTerms)),
  /** (task, version's number) -> version. */
  byTask: s.map(0x0c, "versions_by_task", pair(textKey, u64Key), bytesValue),
  /** (parent, child): a version or dataset, and a version that names it. */
  children: s.keySet(0x0d, "children", pair(hash32Key, hash32Key)),
  /** (parent, builder) -> what the parent's owner lets the builder do, once. */
  grants: s.indexedMap(0x0e, "grants", pair(hash32Key, addressKey), protoValue(Grant), {
    builder: { prefix: 0x0f, name: "grants_by_builder", key: addressKey, of: (_g, key) => key[1] },
  }),
  /** (version, test set and metric) -> a score. */
  scores: s.map(0x10, "scores", pair(hash32Key, textKey), protoValue(Score)),
  /** Account -> base units that it may take; zero is never stored. */
  owed: s.map(0x11, "owed", addressKey, u64Value),
}));
