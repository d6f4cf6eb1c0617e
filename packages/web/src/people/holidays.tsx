import { ActionIcon, Group, Select, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { answer, api } from "../lib/api.ts";
import { counted } from "../lib/counted.ts";
import { dayText, todayIn } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";
import { useCan } from "../lib/session.ts";
import { offerUndo, sayDone, sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { AddForm } from "../ui/form.tsx";
import type { Place } from "../ui/place-fields.tsx";
import type { NamedDays } from "./calendar-file.ts";
import { CalendarImport } from "./calendar-import.tsx";
import { HOLIDAYS } from "./calendar-words.ts";
import { daysAhead } from "./named-days.ts";
import { TakeHolidays } from "./take-holidays.tsx";

export function Holidays() {
  const thisYear = Number(todayIn().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const { data = [] } = useQuery({
    queryKey: keys.workspace("holidays", String(year)),
    queryFn: async () => (await answer(api.GET("/api/v1/holidays", { params: { query: { year } } }))).items,
  });
  const mayEdit = useCan("workspace.edit");
  const { add, addAll, remove, take } = useHolidayActs();
  return (
    <>
      <Select
        label="Year"
        w={120}
        allowDeselect={false}
        data={[thisYear - 1, thisYear, thisYear + 1, thisYear + 2].map(String)}
        value={String(year)}
        onChange={(next) => setYear(Number(next ?? thisYear))}
        mb="xs"
      />
      {data.length === 0 ? <Text c="dimmed">None in {year} yet.</Text> : null}
      {data.map((holiday) => (
        <Group key={holiday.id} gap="xs" wrap="nowrap">
          <Text style={{ flex: 1 }}>
            <time dateTime={holiday.onDate}>{dayText(holiday.onDate)}</time> {holiday.name}
          </Text>
          {mayEdit ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Remove ${holiday.name}`}
              onClick={() => void remove(holiday).catch(sayProblem)}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          ) : null}
        </Group>
      ))}
      {mayEdit ? (
        <>
          <TakeHolidays onTake={take} />
          <FromCalendar onAdd={addAll} />
          <AddHoliday onAdd={add} />
        </>
      ) : null}
    </>
  );
}

function useHolidayActs() {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.workspace() }),
      client.invalidateQueries({ queryKey: ["project"] }),
    ]);
  const add = async (onDate: string, name: string) => {
    await answer(api.POST("/api/v1/holidays", { body: { onDate, name } }));
    await refresh();
  };
  const addAll = async (named: readonly NamedDays[]) => {
    const days = daysAhead(named, todayIn());
    const { added } = await answer(api.POST("/api/v1/holidays/days", { body: { days } }));
    await refresh();
    const [first] = added;
    if (!first) return sayDone("Nothing new: nobody works on these days already.");
    const begin = added.length === 1 ? dayText(first.onDate) : `the first ${dayText(first.onDate)}`;
    offerUndo(`${counted(added.length, "day")} added, ${begin}.`, async () => {
      await answer(api.POST("/api/v1/holidays/days/remove", { body: { ids: added.map(({ id }) => id) } }));
      await refresh();
    });
  };
  const remove = async ({ id, name }: { id: string; name: string }) => {
    const params = { path: { holidayId: id } };
    await answer(api.DELETE("/api/v1/holidays/{holidayId}", { params }));
    await refresh();
    offerUndo(`${name} removed.`, async () => {
      await answer(api.POST("/api/v1/holidays/{holidayId}/restore", { params }));
      await refresh();
    });
  };
  const take = async ({ country, region }: Place) => {
    if (country === null) return;
    const body = { country, ...(region ? { region } : {}) };
    const { added } = await answer(api.POST("/api/v1/holidays/import", { body }));
    await refresh();
    sayDone(added === 0 ? "Nothing new: all days were here." : `${added} days taken over.`);
  };
  return { add, addAll, remove, take };
}

/** The house's own days and those of lists that we do not have. */
function FromCalendar({ onAdd }: { onAdd: (named: readonly NamedDays[]) => Promise<unknown> }) {
  const { data } = useQuery({
    queryKey: keys.workspace("holidays", "all"),
    queryFn: async () => (await answer(api.GET("/api/v1/holidays"))).items,
  });
  const known = useMemo(() => data?.map(({ onDate }) => ({ fromOn: onDate, toOn: onDate })), [data]);
  return known ? <CalendarImport words={HOLIDAYS} known={known} onAdd={onAdd} /> : null;
}

function AddHoliday({ onAdd }: { onAdd: (onDate: string, name: string) => Promise<void> }) {
  const [onDate, setOnDate] = useState("");
  const [name, setName] = useState("");
  const { submit, busy, problem, field } = useSubmit(async () => {
    await onAdd(onDate, name);
    setOnDate("");
    setName("");
  });
  return (
    <AddForm action="Add day" onSend={submit} busy={busy} problem={problem}>
      <TextInput
        type="date"
        label="One more day"
        required
        value={onDate}
        error={field("onDate")}
        onChange={({ currentTarget }) => setOnDate(currentTarget.value)}
      />
      <TextInput
        label="Its name"
        required
        value={name}
        error={field("name")}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
    </AddForm>
  );
}
