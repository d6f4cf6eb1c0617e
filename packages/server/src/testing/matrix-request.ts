import type { InjectOptions } from "fastify";
import type { AnyRoute } from "../access/route.ts";
import { neededQuery, smallest } from "./matrix-body.ts";
import { FILLED_BY_HAND, IN_REQUEST, OWN_IDS } from "./matrix-overrides.ts";
import type { Place, World } from "./matrix-world.ts";
import type { SeedPerson } from "./seed.ts";

/** The path, and where a thing is named elsewhere in the request, that too. */
export function addressOf(route: AnyRoute): string {
  return route.path + (IN_REQUEST[route.id] ?? "");
}

/** A well-formed request to this route about the things of this place, as this person. */
export function requestFor(
  route: AnyRoute,
  place: Place,
  world: World,
  person: SeedPerson | null,
): InjectOptions {
  const known = { ...place.ids, ...OWN_IDS[route.id]?.(place, person, world) };
  const byHand = FILLED_BY_HAND[route.id];
  const body = byHand?.body ? byHand.body(known) : smallest(route.body, known);
  return {
    method: route.method,
    url: `/api/v1${pathOf(route, known)}`,
    query: byHand?.query?.(known) ?? neededQuery(route.query, known),
    headers: { "if-match": '"r1"', ...(person ? { cookie: person.cookie } : {}), ...byHand?.headers },
    ...(body === undefined ? {} : { payload: body as object | string }),
  };
}

function pathOf(route: AnyRoute, known: Record<string, string>): string {
  return route.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const id = known[name];
    if (!id)
      throw new Error(`The matrix knows no ${name} for ${route.id}: add one to testing/matrix-world.ts`);
    return id;
  });
}
