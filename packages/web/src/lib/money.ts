/** "€ 3,000" from cents; null where there is no price or it may not be seen. */
export function moneyText(minor: number | null, currency: string): string | null {
  if (minor === null) return null;
  const format = new Intl.NumberFormat(undefined, { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const whole = minor % 10 ** digits === 0;
  const shown = whole
    ? new Intl.NumberFormat(undefined, { style: "currency", currency, maximumFractionDigits: 0 })
    : format;
  return shown.format(minor / 10 ** digits);
}

/** "3000" or "3000.50" as typed, in the smallest unit; null when it is no amount. */
export function minorOf(typed: string, currency: string): number | null {
  const digits =
    new Intl.NumberFormat(undefined, { style: "currency", currency }).resolvedOptions()
      .maximumFractionDigits ?? 2;
  const text = typed.trim().replace(",", ".");
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  return Math.round(Number(text) * 10 ** digits);
}
