import { Button, Modal } from "@mantine/core";
import { IconCalendarPlus } from "@tabler/icons-react";
import { useState } from "react";
import { OwnFeeds } from "../feeds/own-feeds.tsx";
import { useProject } from "../lib/current-project.ts";

/** The dates of this project in one's own calendar. */
export function CalendarDialog() {
  const { id, name } = useProject();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-md"
        style={{ alignSelf: "flex-start" }}
        leftSection={<IconCalendarPlus size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        Add to your calendar
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={`${name} in your calendar`} size="lg">
        <OwnFeeds project={{ id, name }} />
      </Modal>
    </>
  );
}
