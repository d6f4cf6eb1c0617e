interface Line {
  label: string;
  /** More words by which it is found. */
  words?: string;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Lines in which every word that was typed begins one of theirs, whatever the accents; first those that begin so. */
export function fitting<T extends Line>(lines: readonly T[], typed: string): T[] {
  const asked = wordsIn(typed);
  const start = asked.join(" ");
  const found = lines
    .map((line) => ({ line, known: wordsIn(`${line.label} ${line.words ?? ""}`) }))
    .filter(
      ({ known }) => asked.length > 0 && asked.every((word) => known.some((one) => one.startsWith(word))),
    )
    .map(({ line, known }) => ({ line, later: known.join(" ").startsWith(start) ? 0 : 1 }));
  return found.toSorted((one, other) => one.later - other.later).map(({ line }) => line);
}

function wordsIn(text: string): readonly string[] {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().match(WORD) ?? [];
}
