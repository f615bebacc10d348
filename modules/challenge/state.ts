import { hash32Key, pair, textKey, u8Key, u64Key } from "@assay/kernel/codec/key-codec";
import { protoValue } from "@assay/kernel/codec/value-codec";
import { defineState } from "@assay/kernel/collections/schema";
import { Case, ChallengeCommit, Params } from "@assay/proto/gen/assay/challenge/v1/types";
import { dueHeight } from "./math.ts";

export const state = defineState("challenge", (s) => ({
  params: s.item(0x01, "params", protoValue(Params)),
  nextCommitId: s.sequence(0x02, "next_commit_id"),
  nextCaseId: s.sequence(0x03, "next_case_id"),
  /** Id -> a sealed challenge, until it is shown or its time is over. Ids ascend with height and index. */
  commits: s.indexedMap(0x04, "commits", u64Key, protoValue(ChallengeCommit), {
    seal: {
      prefix: 0x05,
      name: "commits_by_seal",
      key: pair(textKey, hash32Key),
      of: ({ challenger, hash }) => [challenger, hash] as const,
    },
    /** What the end hook burns, and when. */
    due: { prefix: 0x06, name: "commits_by_due", key: u64Key, of: ({ revealUntil }) => revealUntil },
  }),
  /** Id -> a shown challenge. */
  cases: s.indexedMap(0x07, "cases", u64Key, protoValue(Case), {
    dataset: { prefix: 0x08, name: "cases_by_dataset", key: hash32Key, of: ({ datasetId }) => datasetId },
    status: { prefix: 0x09, name: "cases_by_status", key: u8Key, of: ({ status }) => status },
    /** What the end hook settles, and when: PROVEN cases. */
    due: { prefix: 0x0a, name: "cases_by_due", key: u64Key, of: dueHeight },
  }),
}));
