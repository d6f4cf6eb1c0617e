import { inflateSync } from "node:zlib";

/** Everything that can be read out of an answer: its text, and what is packed or drawn inside a PDF. */
export function textsOf(type: string, bytes: Buffer): string[] {
  const raw = bytes.toString("latin1");
  if (!raw.startsWith("%PDF"))
    return /^(text|application\/(json|problem|xml|.*\+json))/.test(type) ? [bytes.toString("utf8")] : [raw];
  const streams = streamsOf(bytes, raw);
  const maps = streams.flatMap((stream) => (stream.includes("begincmap") ? [charactersOf(stream)] : []));
  const drawn = streams.flatMap((stream) => [latin(stream), ...maps.map((map) => mapped(stream, map))]);
  return [raw.replaceAll("\0", ""), ...streams, ...drawn];
}

function streamsOf(bytes: Buffer, raw: string): string[] {
  const found: string[] = [];
  for (const { index, 0: head } of raw.matchAll(/stream\r?\n/g)) {
    const start = index + head.length;
    const end = raw.indexOf("endstream", start);
    if (end < 0 || raw.slice(index - 3, index) === "end") continue;
    const packed = bytes.subarray(start, end);
    try {
      found.push(inflateSync(packed).toString("latin1"));
    } catch {
      found.push(packed.toString("latin1"));
    }
  }
  return found;
}

/** Hex strings of one text operator belong together, whatever kerning stands between them. */
function pieces(stream: string): string[] {
  return stream
    .split(/\bT[jJ]\b/)
    .map((part) => [...part.matchAll(/<([0-9a-f]+)>/gi)].map(([, hex]) => hex).join(""));
}

function latin(stream: string): string {
  return pieces(stream)
    .map((hex) => Buffer.from(hex, "hex").toString("latin1"))
    .join("\n");
}

function mapped(stream: string, map: ReadonlyMap<string, string>): string {
  return pieces(stream)
    .map((hex) => (hex.match(/.{4}/g) ?? []).map((code) => map.get(code.toLowerCase()) ?? "").join(""))
    .join("\n");
}

/** Which sign each glyph of an embedded font stands for. */
function charactersOf(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  const sign = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, from = "", , list = ""] of cmap.matchAll(
    /<([0-9a-f]{4})>\s*<([0-9a-f]{4})>\s*\[([^\]]*)\]/gi,
  ))
    for (const [n, [, hex = ""]] of [...list.matchAll(/<([0-9a-f]+)>/gi)].entries())
      map.set((Number.parseInt(from, 16) + n).toString(16).padStart(4, "0"), sign(hex));
  return map;
}
