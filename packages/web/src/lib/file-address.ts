/** Where a file is shown among those of its project: by its name, wherever it lies and however many there are. */
export function fileAddress(projectKey: string, id: string, name: string): string {
  return `/p/${projectKey.toLowerCase()}/files?${new URLSearchParams({ q: name, file: id })}`;
}
