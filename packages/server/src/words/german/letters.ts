/** Mails. Keys are the English texts as they stand in the code. */
export const germanLetters = {
  "If you did not expect this, leave it: nothing happens without you.":
    "Wenn Sie das nicht erwartet haben, lassen Sie es liegen: Ohne Sie geschieht nichts.",
} as const;
