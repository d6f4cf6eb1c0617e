export type PlaceAt = (clientY: number) => number | null;

const places = new Map<string, PlaceAt>();

/** A lane tells where in it a card would land; answers what takes that back. */
export function offerPlaces(laneId: string, placeAt: PlaceAt): () => void {
  places.set(laneId, placeAt);
  return () => {
    if (places.get(laneId) === placeAt) places.delete(laneId);
  };
}

/** The place in a lane below a point of the window, if there is one. */
export function placeUnder(x: number, y: number): { laneId: string; index: number | null } | null {
  const slot = document.elementFromPoint(x, y)?.closest("[data-slot]");
  const laneId = slot?.querySelector<HTMLElement>("[data-lane]")?.dataset.lane;
  const placeAt = laneId ? places.get(laneId) : undefined;
  return laneId && placeAt ? { laneId, index: placeAt(y) } : null;
}
