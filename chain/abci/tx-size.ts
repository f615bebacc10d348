/** Bytes that a transaction takes in a block's data: itself, its tag and its length. */
export function txSize(tx: Uint8Array): number {
  let size = 2 + tx.length;
  for (let rest = tx.length; rest >= 0x80; rest >>>= 7) size++;
  return size;
}
