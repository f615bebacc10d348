import * as event from "@assay/proto/gen/assay/challenge/v1/event";
import { eventParser, type Parsed } from "../../events.ts";

export const challengeEvents = {
  "challenge.challenge_committed": event.EventChallengeCommitted,
  "challenge.challenge_expired": event.EventChallengeExpired,
  "challenge.challenge_revealed": event.EventChallengeRevealed,
  "challenge.challenge_settled": event.EventChallengeSettled,
} as const;

export type ChallengeEvent = Parsed<typeof challengeEvents>;

export const parseChallengeEvent = /* @__PURE__ */ eventParser(challengeEvents);
