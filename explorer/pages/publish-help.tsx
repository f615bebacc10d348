/** @module How to publish a dataset: it is the command line's work, with a check before it. */
import { Dialog } from "../parts/dialog.tsx";

const STEPS: readonly (readonly [words: string, command: string])[] = [
  ["Look for what would fell your claims, before anybody else does.", "assay dataset check rows.csv"],
  [
    "Pack the rows: byte-exact files, two roots.",
    "assay dataset pack rows.csv --out packed --name my-rows --licence CC-BY-4.0",
  ],
  [
    "Seal, show, and put your stake behind what you claim.",
    "assay dataset publish packed --from alice --claim unique:2=400assay",
  ],
];

export function PublishHelp({ close }: { close: () => void }) {
  return (
    <Dialog title="Publish a dataset" under="With the assay command, from your own machine" close={close}>
      <ol class="how">
        {STEPS.map(([words, command]) => (
          <li key={command}>
            <p>{words}</p>
            <pre class="code">{command}</pre>
          </li>
        ))}
      </ol>
      <p class="ink2">
        Validators then fetch the content. When two thirds of their power hold it, the claims open and the
        challenge window starts.
      </p>
    </Dialog>
  );
}
