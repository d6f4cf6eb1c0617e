type Load<T> = () => Promise<T>;

const REST_MS = 3_000;
const waiting: Load<unknown>[] = [];
let isAtRest = false;

/**
 * A part of the program that the first load does without. It comes when it is needed, and otherwise once the page is at
 * rest, so that it is there when the line breaks or a new version replaces its file.
 */
export function later<T>(load: Load<T>): Load<T> {
  if (isAtRest) fetchIdly(load);
  else waiting.push(load);
  return load;
}

/** Called once by the page that people see; tests fetch only what they ask for. */
export function fetchAtRest(): void {
  if (isFrugal()) return;
  setTimeout(() => {
    isAtRest = true;
    for (const load of waiting) fetchIdly(load);
  }, REST_MS);
}

function fetchIdly(load: Load<unknown>): void {
  const idly = globalThis.requestIdleCallback ?? setTimeout;
  idly(() => void load().catch(() => undefined));
}

/** Somebody who pays by the megabyte gets only what they use. */
function isFrugal(): boolean {
  return "connection" in navigator && (navigator.connection as { saveData?: boolean }).saveData === true;
}
