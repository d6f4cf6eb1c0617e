/** Work that may take a moment, begun after the page has been painted. */
export async function worked<T>(work: () => T): Promise<T> {
  await new Promise((resolve) => setTimeout(resolve, 30));
  return work();
}
