import * as event from "@assay/proto/gen/assay/data/v1/event";
import { eventParser, type Parsed } from "../../events.ts";

export const dataEvents = {
  "data.publish_committed": event.EventPublishCommitted,
  "data.publish_dropped": event.EventPublishDropped,
  "data.dataset_published": event.EventDatasetPublished,
  "data.dataset_activated": event.EventDatasetActivated,
  "data.dataset_rejected": event.EventDatasetRejected,
  "data.dataset_finalized": event.EventDatasetFinalized,
  "data.dataset_retired": event.EventDatasetRetired,
  "data.claim_finalized": event.EventClaimFinalized,
  "data.claim_lost": event.EventClaimLost,
  "data.staked": event.EventStaked,
  "data.unstaked": event.EventUnstaked,
  "data.withdrawn": event.EventWithdrawn,
} as const;

export type DataEvent = Parsed<typeof dataEvents>;

export const parseDataEvent = /* @__PURE__ */ eventParser(dataEvents);
