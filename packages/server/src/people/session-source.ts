import { isIPv6 } from "node:net";
import type { FastifyRequest } from "fastify";

/** Where a request comes from, as far as the proxies named in the settings can be believed. */
export interface Source {
  address: string;
  userAgent: string;
}

export function sourceOf(request: FastifyRequest): Source {
  return { address: request.ip, userAgent: (request.headers["user-agent"] ?? "").slice(0, 300) };
}

/** One household or company: an IPv4 address, or the /64 that one line of IPv6 may use freely. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const bare = address.split("%", 1)[0] ?? address;
  return isIPv6(bare) ? `${groups(bare).slice(0, 4).join(":")}::/64` : bare;
}

function groups(address: string): string[] {
  const [head = "", tail = ""] = address.toLowerCase().split("::", 2);
  const left = head === "" ? [] : head.split(":");
  const right = tail === "" ? [] : tail.split(":");
  const missing = address.includes("::") ? 8 - left.length - right.length : 0;
  return [...left, ...Array.from({ length: missing }, () => "0"), ...right].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
}
