import { Button, Menu, TextInput } from "@mantine/core";
import { useState } from "react";
import { momentText } from "../lib/dates.ts";
import type { InboxItem } from "./inbox.api.ts";
import { KeyHint } from "./key-hint.tsx";
import { snoozeTimes } from "./snooze-times.ts";
import type { InboxActs } from "./use-inbox-acts.ts";

interface SnoozeMenuProps {
  item: InboxItem;
  acts: InboxActs;
  opened: boolean;
  onChange: (opened: boolean) => void;
}

export function SnoozeMenu({ item, acts, opened, onChange }: SnoozeMenuProps) {
  const [picked, setPicked] = useState("");
  const putOff = (until: Date) => {
    acts.putOff(item, until, `back ${momentText(until.toISOString())}`);
    onChange(false);
  };
  return (
    <Menu opened={opened} onChange={onChange} position="bottom-start">
      <Menu.Target>
        <Button variant="default">
          Snooze
          <KeyHint of="H" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {snoozeTimes(new Date()).map(({ label, until }) => (
          <Menu.Item key={label} onClick={() => putOff(until)} rightSection={momentText(until.toISOString())}>
            {label}
          </Menu.Item>
        ))}
        <form
          style={{ padding: 8 }}
          onSubmit={(event) => {
            event.preventDefault();
            putOff(new Date(picked));
          }}
        >
          <TextInput
            type="datetime-local"
            label="Until"
            required
            value={picked}
            onChange={({ currentTarget }) => setPicked(currentTarget.value)}
          />
          <Button type="submit" mt="xs" size="xs" disabled={picked === ""}>
            Snooze until then
          </Button>
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}
