const SHORTEST = 4;
const LONGEST = 24;
const LETTERS = /^\p{L}+$/u;

/** Words in which one wrong letter is forgiven; another number is another number. */
export function isForgiving(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST && LETTERS.test(word);
}

/**
 * The word, and the word without each one of its letters. Two words that differ by one letter that is wrong, missing, too many or swapped with
 * its neighbour share one of these (symmetric deletion, as in SymSpell by W. Garbe), so that an index finds the one from the other.
 */
export function spellingsOf(word: string): string[] {
  const without = Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
  return [...new Set([word, ...without])];
}

/** Whether one letter at most is wrong, missing, too many, or swapped with its neighbour. */
export function isNear(one: string, other: string): boolean {
  if (one.length > other.length) return isNear(other, one);
  if (other.length - one.length > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  if (one.length < other.length) return one.slice(at) === other.slice(at + 1);
  if (one.slice(at + 1) === other.slice(at + 1)) return true;
  const swapped = one[at] === other[at + 1] && one[at + 1] === other[at];
  return swapped && one.slice(at + 2) === other.slice(at + 2);
}
