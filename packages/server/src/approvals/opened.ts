/** How the pages of one request are called in the view log. */
export function viewName(number: number): string {
  return `decision ${number}`;
}

/** Opened means before somebody's eyes, by the link that went to them or on their own pages. */
export function isOpening(
  view: { page: string; subjectId: string | null },
  { id, number }: { id: string; number: number },
): boolean {
  return view.subjectId === id || view.page === viewName(number);
}
