import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { minutesOf, minutesText } from "../lib/minutes.ts";
import classes from "./today.module.css";

const SIZES = [60, 120, 240, 480, 960];

interface EstimateChipsProps {
  title: string;
  likely: number | null;
  onChoose: (minutes: number) => void;
  onClose: () => void;
}

/** How long it will take, said anew in one press or in one's own words. */
export function EstimateChips({ title, likely, onChoose, onClose }: EstimateChipsProps) {
  const [typed, setTyped] = useState("");
  const [isOdd, setOdd] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const minutes = minutesOf(typed);
    setOdd(minutes === null);
    if (minutes !== null) onChoose(minutes);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <Group
      gap={6}
      className={classes.chips}
      role="group"
      aria-label={`How long will ${title} take?`}
      onKeyDown={onKeyDown}
    >
      {SIZES.map((minutes) => (
        <Button
          key={minutes}
          size="compact-md"
          variant={minutes === likely ? "filled" : "default"}
          aria-pressed={minutes === likely}
          onClick={() => onChoose(minutes)}
        >
          {minutesText(minutes)}
        </Button>
      ))}
      <form onSubmit={send}>
        <TextInput
          size="xs"
          w={150}
          ref={field}
          aria-label="Another effort"
          placeholder="or type 3h, 45m"
          value={typed}
          error={isOdd ? "Write 3h, 1.5h or 45m." : undefined}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </form>
    </Group>
  );
}
