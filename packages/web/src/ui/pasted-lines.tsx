import { Button, Group, List } from "@mantine/core";
import type { ReactNode } from "react";
import type { Line } from "../lib/lines.ts";
import { useSubmit } from "../lib/use-submit.ts";
import classes from "./add-line.module.css";
import { Form } from "./form.tsx";
import { Refusal } from "./refusal.tsx";

/** What several pasted lines can become. */
export interface Many {
  /** "Add 4 milestones" */
  offer: (lines: readonly Line[]) => string;
  onAdd: (lines: readonly Line[]) => Promise<unknown>;
  /** How they are understood; their words, where there is nothing more to say. */
  show?: (lines: readonly Line[]) => ReactNode;
}

interface PastedLinesProps extends Many {
  lines: readonly Line[];
  onAsOne: () => void;
  onClose: () => void;
}

/** A pasted list, shown before anything is made of it. */
export function PastedLines({ lines, offer, onAdd, show = plainList, onAsOne, onClose }: PastedLinesProps) {
  const { submit, busy, problem } = useSubmit(onAdd);
  const add = async () => {
    if (await submit(lines)) onClose();
  };
  return (
    <section aria-label="Pasted lines" className={classes.pasted}>
      <Form onSend={add} onCancel={onClose}>
        <div className={classes.preview}>{show(lines)}</div>
        <Refusal problem={problem} />
        <Group gap="xs" mt="xs">
          <Button type="submit" size="compact-md" autoFocus loading={busy}>
            {offer(lines)}
          </Button>
          <Button size="compact-md" variant="default" onClick={onAsOne}>
            As one line
          </Button>
          <Button size="compact-md" variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Form>
    </section>
  );
}

function plainList(lines: readonly Line[]): ReactNode {
  return (
    <List size="sm">
      {placed(lines).map(({ place, text }) => (
        <List.Item key={place}>{text}</List.Item>
      ))}
    </List>
  );
}

/** The same line may stand twice; its place tells them apart. */
export function placed<T extends object>(lines: readonly T[]): (T & { place: number })[] {
  return lines.map((line, place) => ({ ...line, place }));
}
