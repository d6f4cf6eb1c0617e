import { Button, Group, PasswordInput, Stack } from "@mantine/core";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";

export function PasswordForm() {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const { submit, busy, problem, field } = useSubmit(async () => {
    await answer(api.PUT("/api/v1/me/password", { body: { current, next } }));
    setCurrent("");
    setNext("");
    sayDone("Password changed. Other devices are signed out.");
  });
  return (
    <Form onSend={submit}>
      <Stack maw={400} gap="xs">
        <Refusal problem={problem} />
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          required
          value={current}
          error={field("current")}
          onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
        />
        <PasswordInput
          label="New password"
          description="At least 10 characters. A few words are fine."
          minLength={10}
          autoComplete="new-password"
          required
          value={next}
          error={field("next")}
          onChange={({ currentTarget }) => setNext(currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={busy}>
            Change password
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
