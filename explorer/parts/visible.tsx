/** @module Text that somebody put on the chain, as text nodes; hidden and reordering characters show as marks. */
import { useMemo } from "preact/hooks";
import { visiblePieces } from "../format/visible.ts";

export function Visible({ text }: { text: string }) {
  const pieces = useMemo(() => visiblePieces(text), [text]);
  return (
    <bdi>
      {pieces.map((piece, i) =>
        "text" in piece ? (
          piece.text
        ) : (
          <abbr class="hidden-char" key={i} title={`${piece.name}, U+${piece.mark}`}>
            {piece.mark}
          </abbr>
        ),
      )}
    </bdi>
  );
}
