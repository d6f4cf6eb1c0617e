import { ActionIcon, Group, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import { dayText } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { AddForm } from "../ui/form.tsx";

interface Wish {
  title: string;
  onDate: string;
}

/** A launch, a fair, a law: dates that the plan cannot move. */
export function FixedDates({ projectId }: { projectId: string }) {
  const queryKey = keys.project(projectId, "fixed-dates");
  const params = { path: { projectId } };
  const { data = [] } = useQuery({
    queryKey,
    queryFn: async () =>
      (await answer(api.GET("/api/v1/projects/{projectId}/fixed-dates", { params }))).items,
  });
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: keys.project(projectId) });
  const add = async (body: Wish) => {
    await answer(api.POST("/api/v1/projects/{projectId}/fixed-dates", { params, body }));
    await refresh();
  };
  const remove = async ({ id, title, onDate }: Wish & { id: string }) => {
    await answer(api.DELETE("/api/v1/fixed-dates/{fixedDateId}", { params: { path: { fixedDateId: id } } }));
    await refresh();
    offerUndo(`“${title}” removed.`, () => add({ title, onDate }));
  };
  return (
    <>
      {data.length === 0 ? (
        <Text c="dimmed">None. Add a launch day or a trade fair, for example.</Text>
      ) : null}
      {data.map((fixed) => (
        <Group key={fixed.id} gap="xs" wrap="nowrap">
          <time dateTime={fixed.onDate}>{dayText(fixed.onDate)}</time>
          <Text style={{ flex: 1 }}>{fixed.title}</Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Remove ${fixed.title}`}
            onClick={() => remove(fixed).catch(sayProblem)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <AddFixedDate onAdd={add} />
    </>
  );
}

function AddFixedDate({ onAdd }: { onAdd: (wish: Wish) => Promise<void> }) {
  const [wish, setWish] = useState<Wish>({ title: "", onDate: "" });
  const { submit, busy, problem, field } = useSubmit(onAdd);
  const send = async () => {
    if (await submit(wish)) setWish({ title: "", onDate: "" });
  };
  return (
    <AddForm action="Add" onSend={send} busy={busy} problem={problem}>
      <TextInput
        type="date"
        label="Day"
        required
        value={wish.onDate}
        error={field("onDate")}
        onChange={({ currentTarget }) => setWish({ ...wish, onDate: currentTarget.value })}
      />
      <TextInput
        label="What happens then"
        required
        style={{ flex: 1, minWidth: 180 }}
        value={wish.title}
        error={field("title")}
        onChange={({ currentTarget }) => setWish({ ...wish, title: currentTarget.value })}
      />
    </AddForm>
  );
}
