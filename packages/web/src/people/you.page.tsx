import {
  Button,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  TextInput,
  useMantineColorScheme,
} from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { answer, api, ifMatch } from "../lib/api.ts";
import { switchSingleKeys, useSingleKeysOn } from "../lib/keyboard.ts";
import { zones } from "../lib/places.ts";
import { meQuery, useMe } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Setting } from "../ui/setting.tsx";
import { MailSwitches } from "./mail-switches.tsx";

interface YouPageProps {
  calendar: ReactNode;
  /** How the inbox comes by mail. */
  rhythm: ReactNode;
  muted: ReactNode;
}

export function YouPage({ calendar, rhythm, muted }: YouPageProps) {
  useTitle("You", "Settings");
  const me = useMe();
  return (
    <Page title="You" narrow>
      <Setting title="Name and place" affects="how others see you, and the zone your times are shown in">
        <ProfileForm key={me.revision} />
      </Setting>
      <Setting title="Inbox by mail" affects="only when mails reach you">
        {rhythm}
      </Setting>
      <Setting title="Mails at once" affects="only which mails you get">
        <MailSwitches />
      </Setting>
      <Setting title="Muted" affects="only what you hear of">
        {muted}
      </Setting>
      <Setting title="Calendar" affects="only what your own calendar shows">
        {calendar}
      </Setting>
      <Setting title="Look and keys" affects="only you, in this browser">
        <LookAndKeys />
      </Setting>
    </Page>
  );
}

function ProfileForm() {
  const { person, revision } = useMe();
  const [name, setName] = useState(person.name);
  const [zone, setZone] = useState(person.zone);
  const client = useQueryClient();
  const { submit, busy, problem, field } = useSubmit(async () => {
    const saved = await answer(api.PATCH("/api/v1/me", { headers: ifMatch(revision), body: { name, zone } }));
    client.setQueryData(meQuery.queryKey, saved);
    sayDone("Saved.");
  });
  return (
    <Form onSend={submit}>
      <Stack>
        <Refusal problem={problem} />
        <TextInput
          label="Name"
          required
          value={name}
          error={field("name")}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Select
          label="Time zone"
          searchable
          allowDeselect={false}
          data={zones()}
          value={zone}
          onChange={(next) => setZone(next ?? zone)}
        />
        <Group>
          <Button type="submit" loading={busy}>
            Save
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

function LookAndKeys() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const on = useSingleKeysOn();
  return (
    <Stack align="flex-start">
      <SegmentedControl
        aria-label="Light or dark"
        value={colorScheme}
        onChange={(next) => setColorScheme(next === "light" || next === "dark" ? next : "auto")}
        data={[
          { value: "auto", label: "As the system" },
          { value: "light", label: "Light" },
          { value: "dark", label: "Dark" },
        ]}
      />
      <Switch
        checked={on}
        onChange={({ currentTarget }) => switchSingleKeys(currentTarget.checked)}
        label="Single keys"
        description="Such as C for a new card. Switch them off if you use speech input. Keys with Ctrl or ⌘ stay."
      />
    </Stack>
  );
}
