import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { inspect } from "node:util";

/** A value that cannot be printed, logged or serialised by accident. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return "[secret]";
  }

  toJSON(): string {
    return "[secret]";
  }

  [inspect.custom](): string {
    return "[secret]";
  }
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Six digits that come back from the same id: a code is mailed without being stored. */
export function codeDigits(key: Secret, id: string): string {
  const bytes = createHmac("sha256", key.reveal()).update(`code:${id}`).digest();
  return String(bytes.readUInt32BE(0) % 1_000_000).padStart(6, "0");
}

/** A link's token is never stored: it is made again from the link's id and purpose whenever its mail is rendered. */
export function linkToken(key: Secret, purpose: string, linkId: string): string {
  return createHmac("sha256", key.reveal()).update(`${purpose}:${linkId}`).digest("base64url");
}

/** Takes as long for a near miss as for any other. */
export function isSameText(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(one)), Buffer.from(sha256(other)));
}
