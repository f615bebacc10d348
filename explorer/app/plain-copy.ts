/** @module What is copied from the page is plain: grouping of digits is for the eye alone. */

/** `18\u202f420.50` to `18420.50`. */
export function ungroup(text: string): string {
  return text.replace(/(?<=\d)\u202f(?=\d)/g, "");
}

export function keepCopiesPlain(): void {
  document.addEventListener("copy", (event) => {
    const text = document.getSelection()?.toString() ?? "";
    const plain = ungroup(text);
    if (plain === text || event.clipboardData === null) return;
    event.clipboardData.setData("text/plain", plain);
    event.preventDefault();
  });
}
