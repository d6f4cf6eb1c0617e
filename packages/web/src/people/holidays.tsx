import { ActionIcon, Button, Group, Select, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import { dayText, todayIn } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";
import { useCan } from "../lib/session.ts";
import { offerUndo, sayDone, sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { AddForm } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { countries } from "./places.ts";

export function Holidays() {
  const thisYear = Number(todayIn().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const { data = [] } = useQuery({
    queryKey: keys.workspace("holidays", String(year)),
    queryFn: async () => (await answer(api.GET("/api/v1/holidays", { params: { query: { year } } }))).items,
  });
  const mayEdit = useCan("workspace.edit");
  const { add, remove, take } = useHolidayActs();
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
          <TakeHolidays year={year} onTake={take} />
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
      client.invalidateQueries({ queryKey: keys.workspace("holidays") }),
      client.invalidateQueries({ queryKey: ["project"] }),
    ]);
  const add = async (onDate: string, name: string) => {
    await answer(api.POST("/api/v1/holidays", { body: { onDate, name } }));
    await refresh();
  };
  const remove = async ({ id, onDate, name }: { id: string; onDate: string; name: string }) => {
    await answer(api.DELETE("/api/v1/holidays/{holidayId}", { params: { path: { holidayId: id } } }));
    await refresh();
    offerUndo(`${name} removed.`, () => add(onDate, name));
  };
  const take = async (country: string, year: number) => {
    const { added, found } = await answer(api.POST("/api/v1/holidays/import", { body: { country, year } }));
    await refresh();
    sayDone(`${found} holidays found, ${added} of them new.`);
  };
  return { add, remove, take };
}

function TakeHolidays({
  year,
  onTake,
}: {
  year: number;
  onTake: (country: string, year: number) => Promise<void>;
}) {
  const [country, setCountry] = useState<string | null>(null);
  const { submit, busy, problem } = useSubmit(onTake);
  return (
    <>
      <Group align="flex-end" gap="xs" mt="sm">
        <Select
          label={`Take over the public holidays of ${year}`}
          placeholder="Country"
          searchable
          data={countries()}
          value={country}
          onChange={setCountry}
          w={260}
        />
        <Button
          variant="default"
          disabled={!country}
          loading={busy}
          onClick={() => (country ? void submit(country, year) : undefined)}
        >
          Take over
        </Button>
      </Group>
      <Refusal problem={problem} />
    </>
  );
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
