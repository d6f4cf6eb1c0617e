import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { BoardRead } from "./board.store.ts";

export type Encoding = "br" | "gzip" | "identity";

const BUDGET = 64 * 1_048_576;
/** The board is packed again after every change. Higher levels take two to four times as long and save a twentieth. */
const GZIP = { level: 3 };
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } };

/** One board as it was read, with its packed forms made when first asked for. */
export class KeptBoard {
  readonly snapshot: string;
  readonly #plain: Buffer;
  readonly #hash: string;
  readonly #packed = new Map<Encoding, Promise<Buffer>>();

  constructor(read: BoardRead) {
    this.snapshot = read.snapshot;
    this.#plain = Buffer.from(read.json);
    this.#hash = createHash("sha256").update(this.#plain).digest("base64url").slice(0, 27);
  }

  /** Packed bytes are about a tenth; all forms together are counted. */
  get bytes(): number {
    return this.#plain.length * 1.25;
  }

  /** Strong, so it differs by encoding. */
  etag(encoding: Encoding): string {
    return `"${this.#hash}${encoding === "identity" ? "" : `-${encoding}`}"`;
  }

  /** Does `If-None-Match` name this content, in whichever encoding it was fetched? */
  isNamedBy(header: string | null): boolean {
    return header?.includes(this.#hash) ?? false;
  }

  body(encoding: Encoding): Promise<Buffer> {
    const known = this.#packed.get(encoding);
    if (known) return known;
    const made = pack(this.#plain, encoding);
    this.#packed.set(encoding, made);
    return made;
  }
}

function pack(plain: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "gzip") return promisify(gzip)(plain, GZIP);
  if (encoding === "br") return promisify(brotliCompress)(plain, BROTLI);
  return Promise.resolve(plain);
}

/** The boards read last, up to a bound in bytes; the one asked for longest ago goes first. */
export class BoardCache {
  readonly #kept = new Map<string, KeptBoard>();
  readonly #reading = new Map<string, Promise<KeptBoard>>();
  readonly #budget: number;
  #bytes = 0;

  constructor(budget = BUDGET) {
    this.#budget = budget;
  }

  /** The kept board if it is still true. */
  async current(key: string, isTrue: (board: KeptBoard) => Promise<boolean>): Promise<KeptBoard | null> {
    const kept = (await this.#reading.get(key)?.catch(() => undefined)) ?? this.#kept.get(key);
    return kept && (await isTrue(kept)) ? this.#keep(key, kept) : null;
  }

  /** The kept board if it is still true, else what `read` gives; requests that meet share one read. */
  async get(
    key: string,
    isTrue: (board: KeptBoard) => Promise<boolean>,
    read: () => Promise<BoardRead>,
  ): Promise<KeptBoard> {
    const kept = await this.current(key, isTrue);
    if (kept) return kept;
    const reading = read().then((fresh) => this.#keep(key, new KeptBoard(fresh)));
    const shared = reading.finally(() => this.#reading.get(key) === shared && this.#reading.delete(key));
    this.#reading.set(key, shared);
    return shared;
  }

  #keep(key: string, board: KeptBoard): KeptBoard {
    this.#bytes += board.bytes - (this.#kept.get(key)?.bytes ?? 0);
    this.#kept.delete(key);
    this.#kept.set(key, board);
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#budget || oldest === key) break;
      this.#kept.delete(oldest);
      this.#bytes -= bytes;
    }
    return board;
  }
}
