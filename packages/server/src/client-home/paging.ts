import type { Visit } from "../portal/visit.ts";

/** `?page=2`; the first for everything that is no number. */
export function pageAsked({ request }: Visit): number {
  const { page } = request.query as { page?: unknown };
  return typeof page === "string" && /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1;
}
