import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { inWords } from "./problem.ts";

interface Act {
  id: string;
  undo: () => Promise<unknown>;
}

const SHOWN_MS = 10_000;
const KEPT = 20;
let acts: Act[] = [];
let count = 0;

/**
 * Tells that a reversible act is done and offers the way back: a button for 10 s, Ctrl/Cmd+Z until the page closes.
 * `undo` makes the inverse API call and refreshes what it changed.
 */
export function offerUndo(message: string, undo: () => Promise<unknown>): void {
  count += 1;
  const act = { id: `undo-${count}`, undo };
  acts = [...acts, act].slice(-KEPT);
  notifications.show({
    id: act.id,
    autoClose: SHOWN_MS,
    withBorder: true,
    closeButtonProps: { "aria-label": "Close message" },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="default" onClick={() => void takeBack(act)}>
          Undo
        </Button>
      </Group>
    ),
  });
}

/** Ctrl/Cmd+Z: the last reversible act of this page. */
export function undoLast(): Promise<void> {
  const last = acts.at(-1);
  if (last) return takeBack(last);
  sayDone("Nothing to undo.");
  return Promise.resolve();
}

/** A short word that something happened. */
export function sayDone(message: string): void {
  notifications.show({
    message,
    autoClose: 4_000,
    withBorder: true,
    closeButtonProps: { "aria-label": "Close message" },
  });
}

/** What went wrong, what was kept, and "Retry" where that makes sense. */
export function sayProblem(error: unknown, retry?: () => void): void {
  const { title, message } = inWords(error);
  count += 1;
  const id = `problem-${count}`;
  const again = () => {
    notifications.hide(id);
    retry?.();
  };
  notifications.show({
    id,
    title,
    color: "red",
    autoClose: SHOWN_MS,
    withBorder: true,
    closeButtonProps: { "aria-label": "Close message" },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        {retry ? (
          <Button size="compact-sm" variant="default" onClick={again}>
            Retry
          </Button>
        ) : null}
      </Group>
    ),
  });
}

async function takeBack(act: Act): Promise<void> {
  if (!acts.includes(act)) return;
  acts = acts.filter((other) => other !== act);
  notifications.hide(act.id);
  try {
    await act.undo();
    sayDone("Undone.");
  } catch (error) {
    sayProblem(error);
  }
}
