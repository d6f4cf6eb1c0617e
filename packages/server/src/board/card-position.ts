import { between } from "../kit/position.ts";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * A key between two neighbours with two random digits behind it: people who drop cards on the same spot at the same
 * time get different keys instead of waiting for each other.
 */
export function looselyBetween(before: string | null, after: string | null): string {
  let key = between(before, after);
  // Digits behind a key that begins its upper neighbour could climb over it.
  while (after?.startsWith(key)) key = between(key, after);
  return `${key}${digit(0)}${digit(1)}`;
}

/** A key must not end in the lowest digit. */
function digit(lowest: number): string {
  return DIGITS[lowest + Math.floor(Math.random() * (DIGITS.length - lowest))] ?? "V";
}
