import { ActionIcon, Group, Select, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, type Shape } from "../lib/api.ts";
import { refreshAvailability } from "../lib/availability-news.ts";
import { counted } from "../lib/counted.ts";
import { dayText } from "../lib/dates.ts";
import { offerUndo, sayDone, sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { AddForm } from "../ui/form.tsx";
import type { NamedDays } from "./calendar-file.ts";
import { CalendarImport } from "./calendar-import.tsx";
import { ABSENCES } from "./calendar-words.ts";

interface DaysOffProps {
  personId: string;
  days: readonly Shape<"DaysOff">[];
}

type Part = Shape<"DaysOff">["part"];

interface Wish {
  fromOn: string;
  toOn: string;
  part: Part;
  reason: string;
}

const PARTS: { value: Part; label: string }[] = [
  { value: "day", label: "Whole days" },
  { value: "morning", label: "The morning" },
  { value: "afternoon", label: "The afternoon" },
];

const BLANK: Wish = { fromOn: "", toOn: "", part: "day", reason: "" };

export function DaysOff({ personId, days }: DaysOffProps) {
  const client = useQueryClient();
  const refresh = () => refreshAvailability(client);
  const add = async (wish: Wish) => {
    await answer(api.POST("/api/v1/days-off", { body: { personId, ...wish } }));
    await refresh();
  };
  const erase = (daysOffId: string) =>
    answer(api.DELETE("/api/v1/days-off/{daysOffId}", { params: { path: { daysOffId } } }));
  const addAll = async (named: readonly NamedDays[]) => {
    const wanted = named.map(({ fromOn, toOn, reason }) => ({ fromOn, toOn, reason }));
    const { added } = await answer(api.POST("/api/v1/days-off/import", { body: { personId, days: wanted } }));
    await refresh();
    if (added.length === 0) return sayDone("Nothing new: these days were off already.");
    offerUndo(`${counted(added.length, "absence")} added.`, async () => {
      for (const { id } of added) await erase(id);
      await refresh();
    });
  };
  const remove = async ({ id, fromOn, toOn, part, reason }: Wish & { id: string }) => {
    await erase(id);
    await refresh();
    offerUndo("Days off removed.", () => add({ fromOn, toOn, part, reason }));
  };
  return (
    <>
      {days.length === 0 ? <Text c="dimmed">None planned.</Text> : null}
      {days.map((off) => (
        <Group key={off.id} gap="xs" wrap="nowrap">
          <Text style={{ flex: 1 }}>
            <time dateTime={off.fromOn}>{dayText(off.fromOn)}</time>
            {off.toOn === off.fromOn ? "" : ` to ${dayText(off.toOn)}`}
            {off.part === "day" ? "" : ` ${off.part}`}
            {off.reason ? `, ${off.reason}` : ""}
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Remove ${dayText(off.fromOn)}`}
            onClick={() => void remove(off).catch(sayProblem)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <AddDaysOff onAdd={add} />
      <CalendarImport words={ABSENCES} known={days.filter(({ part }) => part === "day")} onAdd={addAll} />
    </>
  );
}

function AddDaysOff({ onAdd }: { onAdd: (wish: Wish) => Promise<void> }) {
  const [wish, setWish] = useState(BLANK);
  const change = (part: Partial<Wish>) => setWish((before) => ({ ...before, ...part }));
  const { submit, busy, problem, field } = useSubmit(async () => {
    await onAdd({ ...wish, toOn: wish.toOn || wish.fromOn });
    setWish(BLANK);
  });
  return (
    <AddForm action="Add days off" onSend={submit} busy={busy} problem={problem}>
      <TextInput
        type="date"
        label="From"
        required
        value={wish.fromOn}
        error={field("fromOn")}
        onChange={({ currentTarget }) => change({ fromOn: currentTarget.value })}
      />
      <TextInput
        type="date"
        label="To"
        min={wish.fromOn}
        value={wish.toOn}
        error={field("toOn")}
        onChange={({ currentTarget }) => change({ toOn: currentTarget.value })}
      />
      <Select
        label="How long"
        w={150}
        allowDeselect={false}
        data={PARTS}
        value={wish.part}
        error={field("part")}
        onChange={(part) => change({ part: PARTS.find(({ value }) => value === part)?.value ?? "day" })}
      />
      <TextInput
        label="Why (only for you)"
        value={wish.reason}
        onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
      />
    </AddForm>
  );
}
