import { Button, Code, Group, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { useMe } from "../lib/session.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { QrPicture } from "./qr-picture.tsx";

type Prepared = Shape<"SecondFactor">;

/** A code from an authenticator app after the password: prepared, then turned on with its first code. */
export function SecondFactor() {
  const { totp } = useMe();
  const [prepared, setPrepared] = useState<Prepared | null>(null);
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keys.me });
  const prepare = async (password: string) =>
    setPrepared(await answer(api.POST("/api/v1/me/totp", { body: { password } })));
  const remove = async (password: string) => {
    await answer(api.DELETE("/api/v1/me/totp", { body: { password } }));
    await refresh();
    sayDone("The second step is off.");
  };
  const confirm = async (code: string) => {
    await answer(api.POST("/api/v1/me/totp/confirm", { body: { code } }));
    setPrepared(null);
    await refresh();
    sayDone("The second step is on.");
  };
  if (totp)
    return (
      <>
        <Text mb="xs">It is on.</Text>
        <WithPassword key="off" action="Turn it off" onSubmit={remove} />
      </>
    );
  if (prepared) return <Confirm prepared={prepared} onConfirm={confirm} />;
  return (
    <>
      <Text mb="xs">It is off. You need an authenticator app on your phone.</Text>
      <WithPassword key="on" action="Set it up" onSubmit={prepare} />
    </>
  );
}

function WithPassword({
  action,
  onSubmit,
}: {
  action: string;
  onSubmit: (password: string) => Promise<unknown>;
}) {
  const [password, setPassword] = useState("");
  const { submit, busy, problem } = useSubmit(onSubmit);
  return (
    <Form onSend={() => submit(password)}>
      <Refusal problem={problem} />
      <Group align="flex-end" gap="xs">
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          required
          w={260}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={busy}>
          {action}
        </Button>
      </Group>
    </Form>
  );
}

function Confirm({
  prepared,
  onConfirm,
}: {
  prepared: Prepared;
  onConfirm: (code: string) => Promise<void>;
}) {
  const [code, setCode] = useState("");
  const { submit, busy, problem, field } = useSubmit(onConfirm);
  const secret = new URL(prepared.uri).searchParams.get("secret") ?? "";
  return (
    <Form onSend={() => submit(code.replaceAll(" ", ""))}>
      <Stack gap="sm">
        <Group align="flex-start">
          <QrPicture text={prepared.uri} label="Code for the authenticator app" />
          <Stack gap="xs" style={{ flex: "1 1 240px" }}>
            <Text>1. Scan this with the app, or open it on this device:</Text>
            <a href={prepared.uri}>Open in an authenticator app</a>
            <Text size="sm">
              By hand: <Code style={{ overflowWrap: "anywhere" }}>{secret}</Code>
            </Text>
            <Text>2. Keep these codes: each signs you in once, should the phone be lost.</Text>
            <Code block>{prepared.backupCodes.join("\n")}</Code>
          </Stack>
        </Group>
        <Refusal problem={problem} />
        <Group align="flex-end" gap="xs">
          <TextInput
            label="3. The six digits that the app shows"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            w={280}
            value={code}
            error={field("code")}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
          />
          <Button type="submit" loading={busy}>
            Turn it on
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
