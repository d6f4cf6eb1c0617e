type Dragging = typeof import("./card-drag.ts");

let dragging: Dragging | null = null;
let coming: Promise<void> | null = null;

/**
 * What carries cards comes at once, but after the first cards: it is a twentieth of the board, and nobody drags what
 * is not to be seen yet. Answers what ends it.
 */
export function onceCarrying(start: (dragging: Dragging) => () => void): () => void {
  if (dragging) return start(dragging);
  let stop = () => {};
  let ended = false;
  coming ??= fetchDragging();
  void coming.then(() => {
    if (dragging && !ended) stop = start(dragging);
  });
  return () => {
    ended = true;
    stop();
  };
}

async function fetchDragging(): Promise<void> {
  try {
    dragging = await import("./card-drag.ts");
  } catch {
    // The line is down: the next card that is drawn asks again.
    coming = null;
  }
}
