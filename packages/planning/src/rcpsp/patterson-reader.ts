import { type ProjectFile, type Token, tokensOf, unreadable, wholeNumber } from "./project-file.ts";

/**
 * Reads a project in the format of Patterson (`.rcp`): the numbers of activities and resources, the capacities, then for every activity
 * its duration, its demands, the number of its successors and these, counted from 1. Line breaks mean nothing. All activities become
 * those of the project in their order, the first and the last event too.
 *
 * Refuses as `unreadable` with the line and what was expected there.
 */
export function readPatterson(text: string): ProjectFile {
  const words = tokensOf(text).flat();
  const reader = createReader(words);
  const count = reader.next("the number of activities");
  const resources = reader.next("the number of resources");
  const capacities = reader.several(resources, "a capacity");
  const durations: number[] = [];
  const demands: number[][] = [];
  const links: [number, number][] = [];
  for (let activity = 0; activity < count && reader.wrong() === null; activity++) {
    durations.push(reader.next("a duration"));
    demands.push(reader.several(resources, "a demand"));
    const successors = reader.several(reader.next("a number of successors"), "a successor");
    links.push(...successors.map((to): [number, number] => [activity, to - 1]));
  }
  reader.end();
  return reader.wrong() ?? { ok: true, data: { durations, demands, capacities, links } };
}

/** After the first wrong word every answer is 0 and nothing is read any more. */
function createReader(words: readonly Token[]) {
  let at = 0;
  let wrong: ReturnType<typeof unreadable> | null = null;
  const fail = (expected: string) => {
    wrong ??= unreadable(words[at]?.line ?? words.at(-1)?.line ?? 1, expected);
    return 0;
  };
  const next = (expected: string): number => {
    if (wrong !== null) return 0;
    const number = wholeNumber(words[at]?.text);
    if (number === null) return fail(expected);
    at++;
    return number;
  };
  const several = (count: number, expected: string): number[] => {
    if (count > words.length) fail(`no more than ${words.length} numbers`);
    const numbers: number[] = [];
    while (numbers.length < count && wrong === null) numbers.push(next(expected));
    return numbers;
  };
  return {
    next,
    several,
    end: () => (at < words.length ? fail("the end of the file") : 0),
    wrong: () => wrong,
  };
}
