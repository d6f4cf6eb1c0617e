const DAY = 480;

const HOURS_AND_MINUTES = /^(\d{1,3})\s*(?::|h(?:ours?)?)\s*(\d{1,2})\s*(?:m|min)?$/i;

/** "4h", "1.5h", "30m", "1h 30", "0:45", "2d" (of eight hours), "3" (hours) -> minutes. */
export function minutesOf(text: string): number | null {
  const [, hours, rest] = HOURS_AND_MINUTES.exec(text.trim()) ?? [];
  if (hours && rest) {
    const minutes = Number(hours) * 60 + Number(rest);
    return Number(rest) < 60 && minutes > 0 ? minutes : null;
  }
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

/** 150 -> "2 h 30", 45 -> "45 min", 0 -> "0 h": time that was worked, to the minute. */
export function workedText(minutes: number): string {
  if (minutes > 0 && minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest ? ` ${String(rest).padStart(2, "0")}` : ""}`;
}
