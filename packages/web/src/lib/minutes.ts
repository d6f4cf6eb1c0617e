const DAY = 480;

/** "4h", "1.5h", "30m", "2d" (of eight hours), "3" (hours) -> minutes. */
export function minutesOf(text: string): number | null {
  const parts = /^(\d+(?:[.,]\d+)?)\s*(m|min|h|d)?$/i.exec(text.trim());
  const amount = Number(parts?.[1]?.replace(",", "."));
  if (!parts || !Number.isFinite(amount) || amount <= 0) return null;
  const unit = (parts[2] ?? "h").toLowerCase();
  return Math.round(amount * (unit.startsWith("m") ? 1 : unit === "h" ? 60 : DAY));
}

/** 90 -> "1.5 h", 30 -> "30 min": the same words that are read back. */
export function minutesText(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  return `${Number((minutes / 60).toFixed(2))} h`;
}
