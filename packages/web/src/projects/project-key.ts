const LONGEST = 10;

/** "Website for Rosa Bakery" -> "WFRB"; one word -> its first letters: "Relaunch" -> "RELA". */
export function suggestKey(name: string): string {
  const words = name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean);
  const [first = ""] = words;
  const letters = words.length > 1 ? words.map((word) => word[0]).join("") : first.slice(0, 4);
  return letters.replace(/^[0-9]+/, "").slice(0, LONGEST);
}
