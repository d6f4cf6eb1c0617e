/** Whether it is kept when clients open a page: a workspace that wants no such log switches it off. */
export function keepsViewLog(settings: unknown): boolean {
  return !("viewLog" in settingsOf(settings)) || settingsOf(settings).viewLog !== false;
}

export function settingsOf(settings: unknown): Record<string, unknown> {
  return typeof settings === "object" && settings !== null ? { ...settings } : {};
}
