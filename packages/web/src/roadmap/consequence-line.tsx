import { Button, Group, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import classes from "./roadmap.module.css";
import type { DateMove } from "./use-date-move.ts";

const STILL_MOVES = 4;

/** What the tried date would mean, before it is released; otherwise how to try one. */
export function ConsequenceLine({ move, mayMove }: { move: DateMove; mayMove: boolean }) {
  const { pending } = move;
  const touch = useMediaQuery("(pointer: coarse)") ?? false;
  if (!pending)
    return (
      <div className={`${classes.line} mp-screen`}>
        <Text size="xs" c="dimmed">
          {mayMove
            ? touch
              ? "Hold a diamond and move it, to see what a new date means."
              : "Drag a diamond, or select a row and press Shift with an arrow key, to see what a new date means."
            : "Select a row with the arrow keys, open it with Enter."}
        </Text>
      </div>
    );
  const { refusal, sentences } = pending.effect;
  return (
    <div className={`${classes.line} mp-screen`} data-live="true" data-refused={refusal !== null}>
      <span style={{ flex: 1 }}>{refusal ?? shortened(sentences)}</span>
      {pending.by === "keys" ? (
        <Group gap="xs" wrap="nowrap">
          <Button size="compact-sm" onClick={move.apply} disabled={refusal !== null}>
            Move
          </Button>
          <Button size="compact-sm" variant="default" onClick={move.cancel}>
            Cancel
          </Button>
        </Group>
      ) : (
        <Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
          {touch ? "Back to where it was leaves it" : "Esc leaves it"}
        </Text>
      )}
    </div>
  );
}

/** A long list of followers is counted, what else happens is always said. */
function shortened(sentences: readonly string[]): string {
  if (sentences.length === 0) return "Nothing moves yet.";
  const moves = sentences.filter((sentence) => /^M\d+ /.test(sentence));
  const rest = sentences.filter((sentence) => !moves.includes(sentence));
  const hidden = moves.length - STILL_MOVES;
  const shown = hidden > 0 ? [...moves.slice(0, STILL_MOVES), `${hidden} more follow`] : moves;
  return [...shown, ...rest].join("; ");
}
