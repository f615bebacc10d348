/**
 * Times for people. Windows are blocks; a countdown turns blocks into time by the measured block time.
 *
 * @module
 */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Two units at most: `3 d 22 h`, `14 h 20 min`, `45 s`. */
export function formatSpan(ms: number): string {
  if (ms < MINUTE) return `${Math.max(0, Math.round(ms / SECOND))} s`;
  const pairs: [number, string, number, string][] = [
    [DAY, "d", HOUR, "h"],
    [HOUR, "h", MINUTE, "min"],
    [MINUTE, "min", SECOND, "s"],
  ];
  const [big, bigName, small, smallName] = pairs.find(([unit]) => ms >= unit)!;
  const units = Math.floor(ms / big);
  const rest = Math.floor((ms % big) / small);
  // Past ten of a unit the next one is noise; seconds are noise from three minutes on.
  const noisy = rest === 0 || units >= 10 * (bigName === "h" ? 10 : 1) || (smallName === "s" && units >= 3);
  return noisy ? `${units} ${bigName}` : `${units} ${bigName} ${rest} ${smallName}`;
}

/** How long a computation took: `41 ms`, `0.8 s`. */
export function formatTook(ms: number): string {
  return ms < 100 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / SECOND).toFixed(1)} s`;
}

/** `16 min ago`; `now` below a second. */
export function formatAgo(thenMs: number, nowMs: number): string {
  const ms = nowMs - thenMs;
  return ms < SECOND ? "now" : `${formatSpan(ms)} ago`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `28 Nov 10:04` in the reader's zone; the year where it is not this one. */
export function formatDate(ms: number, nowMs = Date.now()): string {
  const date = new Date(ms);
  const year = date.getFullYear() === new Date(nowMs).getFullYear() ? "" : ` ${date.getFullYear()}`;
  return `${date.getDate()} ${MONTHS[date.getMonth()]}${year} ${formatClock(ms).slice(0, 5)}`;
}

/** `12:04:07` in the reader's zone. */
export function formatClock(ms: number): string {
  const date = new Date(ms);
  const two = (value: number) => value.toString().padStart(2, "0");
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
