/** At most so many characters, without half a sign at the end: what is left of an emoji cannot be stored as JSON. */
export function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
}
