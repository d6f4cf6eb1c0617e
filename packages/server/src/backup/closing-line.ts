const START = "milepost archive sha256 ";

/** Behind the tar's own end: the hash of every byte before it, so that no flipped or missing byte goes unseen. */
export function closingLine(sha256: string): Buffer {
  return Buffer.from(`${START}${sha256}\n`, "latin1");
}

export const CLOSING_LENGTH = START.length + 65;

export function readClosingLine(bytes: Buffer): string | undefined {
  const text = bytes.toString("latin1");
  const found = text.startsWith(START) ? text.slice(START.length, -1) : "";
  return /^[0-9a-f]{64}$/.test(found) && text.endsWith("\n") ? found : undefined;
}
