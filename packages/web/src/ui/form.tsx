import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { Refusal } from "./refusal.tsx";

interface FormProps {
  onSend: () => unknown;
  className?: string | undefined;
  children: ReactNode;
}

/** A form that sends without leaving the page. */
export function Form({ onSend, className, children }: FormProps) {
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
    </form>
  );
}

interface AddFormProps {
  /** The word on its button. */
  action: string;
  onSend: () => unknown;
  busy: boolean;
  problem: unknown;
  children: ReactNode;
}

/** Fields in one row below a list, which adds what they say. */
export function AddForm({ action, onSend, busy, problem, children }: AddFormProps) {
  return (
    <Form onSend={onSend}>
      <Group align="flex-end" gap="xs" mt="sm">
        {children}
        <Button type="submit" variant="default" loading={busy}>
          {action}
        </Button>
      </Group>
      <Refusal problem={problem} />
    </Form>
  );
}
