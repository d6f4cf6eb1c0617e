import { useCallback, useState } from "react";
import { DRAFT } from "./draft.ts";

/** What was typed into a field, and what stood there when it was begun. */
interface Typed {
  from: unknown;
  to: unknown;
}

export interface FormDraft<T> {
  /** What the form shows: what is there, with what was typed over it. */
  values: T;
  set: (change: Partial<T>) => void;
  /** Only what differs from what is there. */
  changes: Partial<T>;
  /** What others have changed since it was typed over, as they left it. */
  theirs: Partial<T>;
  clear: () => void;
}

/**
 * A form whose fields survive reload, log-out and a lost connection. Only what was typed is kept, so that fields which
 * others change meanwhile stay theirs. One component instance holds one draft, as with `useDraft`.
 */
export function useFormDraft<T extends object>(name: string, there: T): FormDraft<T> {
  const [typed, setTyped] = useState(() => read(name));
  const set = useCallback(
    (change: Partial<T>) =>
      setTyped((before) => {
        const next = { ...before };
        for (const [field, to] of Object.entries(change)) {
          const from = before[field] ? before[field].from : there[field as keyof T];
          if (same(to, there[field as keyof T])) delete next[field];
          else next[field] = { from, to };
        }
        keep(name, next);
        return next;
      }),
    [name, there],
  );
  const clear = useCallback(() => {
    keep(name, {});
    setTyped({});
  }, [name]);
  const fields = Object.entries(typed).filter(([field, { to }]) => {
    const known = field in there;
    return known && !same(to, there[field as keyof T]);
  });
  const overtaken = fields.filter(([field, { from }]) => !same(from, there[field as keyof T]));
  // The fields of this form under their own names, as `set` took them.
  const changes = Object.fromEntries(fields.map(([field, { to }]) => [field, to])) as Partial<T>;
  const theirs = Object.fromEntries(
    overtaken.map(([field]) => [field, there[field as keyof T]]),
  ) as Partial<T>;
  return { values: { ...there, ...changes }, set, changes, theirs, clear };
}

/** Whether something was typed and left: the form opens with it. */
export function hasFormDraft(name: string): boolean {
  return Object.keys(read(name)).length > 0;
}

function read(name: string): Record<string, Typed> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(DRAFT + name) ?? "{}");
    if (typeof stored !== "object" || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter(([, field]) => isTyped(field)));
  } catch {
    return {};
  }
}

function isTyped(field: unknown): field is Typed {
  return typeof field === "object" && field !== null && "from" in field && "to" in field;
}

function keep(name: string, typed: Record<string, Typed>): void {
  if (Object.keys(typed).length === 0) localStorage.removeItem(DRAFT + name);
  else localStorage.setItem(DRAFT + name, JSON.stringify(typed));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
