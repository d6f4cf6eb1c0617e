/** "1 card", "23 cards"; `several` where the plural is another word. */
export function counted(count: number, word: string, several = `${word}s`): string {
  return `${count} ${count === 1 ? word : several}`;
}
