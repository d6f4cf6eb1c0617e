import { Kbd } from "@mantine/core";

/** The key that does the same, where there is a keyboard. */
export function KeyHint({ of }: { of: string }) {
  return (
    <Kbd size="xs" ml={8} visibleFrom="sm" aria-hidden>
      {of}
    </Kbd>
  );
}
