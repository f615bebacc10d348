/** @module Copies the whole of a value that is shown short. */
import { useState } from "preact/hooks";
import { say } from "../app/say.ts";
import { Icon } from "./icon.tsx";

export async function copyText(text: string, what: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    say(`${what} copied`);
    return true;
  } catch {
    say(`${what} could not be copied`);
    return false;
  }
}

export function Copy({ text, what }: { text: string; what: string }) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    setDone(await copyText(text, what));
    setTimeout(() => setDone(false), 1500);
  };
  return (
    <button type="button" class="copy" aria-label={`Copy ${what}`} title={`Copy ${what}`} onClick={copy}>
      <Icon name={done ? "tick" : "copy"} size={14} />
    </button>
  );
}
