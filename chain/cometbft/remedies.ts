/** What to do about what a node or its application says when it ends; the first that fits. */
const KNOWN: readonly (readonly [said: RegExp, remedy: string])[] = [
  [
    /address already in use|EADDRINUSE/,
    "Another process has the port: choose others in config.toml, or stop it",
  ],
  [
    /AppHash after replay\. Got\s+[0-9A-F]+, expected \.|app block height .* is higher than core|reset CometBFT without/,
    "The node lost blocks that the application has: restore HOME/cometbft/data from a copy; or remove what is in it, but for priv_validator_state.json (without it the validator could sign a height twice), and HOME/data, and the node fetches all from its peers",
  ],
  [
    /AppHash/,
    "This application computes another state than the network: is it the same version? Remove HOME/data, so that it executes all blocks again; if they still differ, report it",
  ],
  [
    /conflicting data|height regression|error signing/,
    "The validator signed further than its blocks go: never put priv_validator_state.json back to an older one; it goes on once the network is past that height",
  ],
  [
    /resource temporarily unavailable|is in use by another process/,
    "Another process runs on this home: stop it first",
  ],
  [/no space left|ENOSPC/, "The disk is full: make room and start again"],
  [/too many open files|EMFILE/, "Raise the limit of open files (ulimit -n 65536) and start again"],
  [/ENOENT|no such file/, "A file or program is missing: its path is above"],
];

/** One sentence, always. */
export function remedyFor(words: string): string {
  return KNOWN.find(([said]) => said.test(words))?.[1] ?? "Mend what it says, then start again";
}
