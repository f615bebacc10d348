import * as event from "@assay/proto/gen/assay/attest/v1/event";
import { eventParser, type Parsed } from "../../events.ts";

export const attestEvents = {
  "attest.question_opened": event.EventQuestionOpened,
  "attest.question_answered": event.EventQuestionAnswered,
  "attest.question_closed": event.EventQuestionClosed,
} as const;

export type AttestEvent = Parsed<typeof attestEvents>;

export const parseAttestEvent = /* @__PURE__ */ eventParser(attestEvents);
