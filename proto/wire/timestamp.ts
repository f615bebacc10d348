import type { Timestamp } from "../gen/google/protobuf/timestamp.ts";

/** RFC 3339 in UTC, with as many digits of a second as it has, as Go prints it. */
export function formatTimestamp({ seconds, nanos }: Timestamp): string {
  const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  const fraction = String(nanos).padStart(9, "0").replace(/0+$/, "");
  return fraction === "" ? `${whole}Z` : `${whole}.${fraction}Z`;
}
