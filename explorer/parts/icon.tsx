/**
 * Icons, drawn for this page on a 16 grid with a 1.5 stroke.
 *
 * @module
 */
const PATHS = {
  search: "M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4ZM10.2 10.2 13.4 13.4",
  down: "m4.5 6.5 3.5 3.5 3.5-3.5",
  left: "M9.8 4 5.8 8l4 4",
  right: "M6.2 4l4 4-4 4",
  arrow: "M3 8h10M9.2 4.2 13 8l-3.8 3.8",
  cross: "M4.2 4.2l7.6 7.6M11.8 4.2l-7.6 7.6",
  tick: "m3 8.6 3.2 3.2L13 4.6",
  clock: "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2ZM8 5v3.2l2 1.4",
  scales:
    "M8 2.6v10.8M5 13.4h6M3.2 4.4h9.6M3.2 4.4 1.6 8.8h3.2ZM12.8 4.4l-1.6 4.4h3.2ZM1.6 8.8a1.6 1.3 0 0 0 3.2 0M11.2 8.8a1.6 1.3 0 0 0 3.2 0",
  seal: "M8 1.9 9.7 3l2-.1.9 1.8 1.7 1.1-.3 2 .6 1.9-1.5 1.4-.5 1.9-2 .3-1.5 1.3L8 13.8l-1.9.8-1.5-1.3-2-.3-.5-1.9L.8 9.7l.6-1.9-.3-2 1.7-1.1.9-1.8 2 .1ZM5.6 8l1.7 1.7L10.6 6.3",
  shield: "M8 1.9 13 3.7v4c0 3-2 5-5 6.4C5 12.7 3 10.7 3 7.7v-4ZM5.7 7.9l1.7 1.7 3-3.2",
  lock: "M4 7.2h8v6H4ZM5.6 7.2V5.3a2.4 2.4 0 0 1 4.8 0v1.9",
  dots: "M3.3 8h.01M8 8h.01M12.7 8h.01",
  pause: "M6 4.2v7.6M10 4.2v7.6",
  eye: "M1.7 8S4 3.9 8 3.9 14.3 8 14.3 8 12 12.1 8 12.1 1.7 8 1.7 8ZM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z",
  copy: "M5.6 5.6h7.2v7.2H5.6ZM10.4 5.6V3.2H3.2v7.2h2.4",
  warn: "M8 2.2 14.3 13.2H1.7ZM8 6.2v3.2M8 11.3h.01",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  sun: "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1.4v1.4M8 13.2v1.4M1.4 8h1.4M13.2 8h1.4M3.3 3.3l1 1M11.7 11.7l1 1M12.7 3.3l-1 1M4.3 11.7l-1 1",
  moon: "M13 9.7A5.6 5.6 0 0 1 6.3 3 5.4 5.4 0 1 0 13 9.7Z",
  screen: "M2 3.2h12v7.6H2ZM5.5 13.6h5M8 10.8v2.8",
  wallet: "M2.4 4.8h11.2v8H2.4ZM2.4 4.8 10.8 2.6v2.2M10.6 8.8h.01",
  block: "M8 1.9 13.4 5v6L8 14.1 2.6 11V5ZM2.6 5 8 8l5.4-3M8 8v6",
  link: "M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.1-2.1a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.5 8.8a2.6 2.6 0 0 0 3.7 3.7l.8-.8",
  plus: "M8 3v10M3 8h10",
  stop: "M4.5 4.5h7v7h-7Z",
  info: "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2ZM8 7.4v3.4M8 5.2h.01",
  save: "M8 2.4v7.4M4.8 6.8 8 10l3.2-3.2M2.8 12.6h10.4",
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration: the word beside it is what is read out. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      class={`icon icon-${name}`}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The sign of the house: an octagon, as a hallmark has, with an A that lacks its bar's ends. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg class="logo" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <path class="logo-ground" d="M10 1h12l9 9v12l-9 9H10l-9-9V10Z" />
      <path class="logo-letter" d="M9.5 23 16 8.5 22.5 23M12.6 18.5h6.8" />
    </svg>
  );
}
