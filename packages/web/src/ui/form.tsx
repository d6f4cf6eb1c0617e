import { Button, Group } from "@mantine/core";
import type { KeyboardEvent, ReactNode } from "react";
import { Refusal } from "./refusal.tsx";

interface FormProps {
  onSend: () => unknown;
  /** Escape leaves the form. */
  onCancel?: (() => void) | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** A form that sends without leaving the page. */
export function Form({ onSend, onCancel, className, children }: FormProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!onCancel || event.key !== "Escape" || event.defaultPrevented || opensSomething(event.target)) return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <form
      className={className}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
    </form>
  );
}

/** An open list has Escape for itself. */
function opensSomething(target: EventTarget): boolean {
  return target instanceof Element && target.getAttribute("aria-expanded") === "true";
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
