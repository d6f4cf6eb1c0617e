import { Modal } from "@mantine/core";
import { useMemo } from "react";
import { dayText } from "../../lib/dates.ts";
import { useUiStore } from "../board-ui.ts";
import { Composer } from "../composer.tsx";
import type { Lane } from "../lanes.ts";

/** The line of a new card that is due on a day; a day in its words wins. */
export function NewOnDay({ day }: { day: string }) {
  const ui = useUiStore();
  const lane = useMemo<Lane>(
    () => ({
      ...{ id: day, name: dayText(day), column: null, group: null },
      cards: [],
      total: 0,
      dueOn: day,
    }),
    [day],
  );
  const close = () => ui.set({ composer: null });
  return (
    <Modal opened onClose={close} title={`New card due ${dayText(day)}`}>
      <Composer lane={lane} below={null} onClose={close} />
    </Modal>
  );
}
