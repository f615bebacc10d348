import * as event from "@assay/proto/gen/assay/registry/v1/event";
import { eventParser, type Parsed } from "../../events.ts";

export const registryEvents = {
  "registry.model_published": event.EventModelPublished,
  "registry.version_published": event.EventVersionPublished,
  "registry.version_activated": event.EventVersionActivated,
  "registry.version_rejected": event.EventVersionRejected,
  "registry.version_retired": event.EventVersionRetired,
  "registry.model_offered": event.EventModelOffered,
  "registry.model_transferred": event.EventModelTransferred,
  "registry.lineage_granted": event.EventLineageGranted,
  "registry.score_reported": event.EventScoreReported,
  "registry.received": event.EventReceived,
  "registry.pulled": event.EventPulled,
  "registry.paid": event.EventPaid,
} as const;

export type RegistryEvent = Parsed<typeof registryEvents>;

export const parseRegistryEvent = /* @__PURE__ */ eventParser(registryEvents);
