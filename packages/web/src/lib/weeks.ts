import { useMemo } from "react";
import { addDays } from "./dates.ts";
import { useMe } from "./session.ts";

const MONDAY = 1;

/** The day on which weeks begin in a country: 1 is Monday, 7 is Sunday. */
export function firstWeekday(country: string | null): number {
  if (!country) return MONDAY;
  const locale = new Intl.Locale("und", { region: country }) as Intl.Locale & {
    // Newer than the types; a browser without it counts from Monday.
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? MONDAY;
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The first day of the week in which a day lies. */
export function weekOf(day: string, first: number): string {
  return addDays(day, -((weekday(day) - first + 7) % 7));
}

/** Weeks as the workspace's country counts them. */
export function useWeeks(): { first: number; weekOf: (day: string) => string } {
  const { country } = useMe().workspace;
  return useMemo(() => {
    const first = firstWeekday(country);
    return { first, weekOf: (day) => weekOf(day, first) };
  }, [country]);
}
