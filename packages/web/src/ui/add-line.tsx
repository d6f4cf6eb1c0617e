import { Button, Group, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "./form.tsx";
import { Refusal } from "./refusal.tsx";

interface AddLineProps {
  label: string;
  placeholder: string;
  onAdd: (text: string) => Promise<unknown>;
  maxLength?: number;
  autoFocus?: boolean;
}

/** One line, Enter adds and keeps the line open for the next. */
export function AddLine({ label, placeholder, onAdd, maxLength = 200, autoFocus = false }: AddLineProps) {
  const [text, setText] = useState("");
  const line = useRef<HTMLInputElement>(null);
  const { submit, busy, problem } = useSubmit(onAdd);
  const send = async () => {
    const wanted = text.trim();
    if (wanted === "") return;
    if (await submit(wanted)) setText("");
    line.current?.focus();
  };
  return (
    <Form onSend={send}>
      <Group gap="xs" wrap="nowrap" mt={6}>
        <TextInput
          ref={line}
          style={{ flex: 1 }}
          aria-label={label}
          placeholder={placeholder}
          maxLength={maxLength}
          data-autofocus={autoFocus ? true : undefined}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={busy} disabled={text.trim() === ""}>
          Add
        </Button>
      </Group>
      <Refusal problem={problem} />
    </Form>
  );
}
