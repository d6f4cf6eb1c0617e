import { Button, Group, NumberInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Objective } from "../lib/plan-query.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { addReading } from "./objective-acts.ts";

/** Where the measure stands today, written down in one step. */
export function Reading({ objective, today }: { objective: Objective; today: string }) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState<number | string>("");
  const { submit, busy, problem } = useSubmit(async () => {
    await addReading(client, objective, { onDate: today, value: Number(value) });
    setOpen(false);
    setValue("");
  });
  if (!open)
    return (
      <Button
        size="compact-xs"
        variant="subtle"
        mx={-6}
        aria-label={`Where does it stand today? ${objective.measure}`}
        onClick={() => setOpen(true)}
      >
        Where does it stand today?
      </Button>
    );
  return (
    <Form onSend={submit}>
      <Group gap="xs" my={4}>
        <NumberInput
          size="xs"
          w={120}
          autoFocus
          aria-label={`${objective.measure} today`}
          value={value}
          onChange={setValue}
        />
        <Button type="submit" size="compact-sm" loading={busy} disabled={value === ""}>
          Save
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </Group>
      <Refusal problem={problem} />
    </Form>
  );
}
