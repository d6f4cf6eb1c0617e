/** Before the name of every copy of what the server said that this browser keeps until signing out. */
export const COPY = "milepost.copy.";

export function dropCopies(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(COPY)) localStorage.removeItem(name);
}
