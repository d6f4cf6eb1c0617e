const LARGEST = 512;

/**
 * Many rows in few statements. The chunks come in powers of two, so that no more than ten texts exist of any statement
 * and the server keeps their plans.
 */
export async function inChunks<T>(
  rows: readonly T[],
  write: (chunk: T[]) => Promise<unknown>,
): Promise<void> {
  let at = 0;
  while (at < rows.length) {
    const size = Math.min(LARGEST, 2 ** Math.floor(Math.log2(rows.length - at)));
    await write(rows.slice(at, at + size));
    at += size;
  }
}
