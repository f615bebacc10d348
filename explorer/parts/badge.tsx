/** @module A state as icon and word. */
import type { BadgeWords } from "../format/claim-words.ts";
import { Icon } from "./icon.tsx";

export function Badge({ words }: { words: BadgeWords }) {
  return (
    <span class={`badge tone-${words.tone}`}>
      <Icon name={words.icon} size={14} />
      {words.word}
    </span>
  );
}
