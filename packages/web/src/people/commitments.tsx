import { ActionIcon, Alert, Group, NumberInput, Select, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, type Shape } from "../lib/api.ts";
import { refreshAvailability } from "../lib/availability-news.ts";
import { projectsQuery } from "../lib/current-project.ts";
import { dayText } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { AddForm } from "../ui/form.tsx";

interface Wish {
  percent: number;
  projectId: string | null;
  label: string;
  detail: string;
  fromOn?: string;
  toOn: string | null;
}

/** Which part of somebody's time belongs to which project, and what is outside Milepost. */
export function Commitments({ personId, own }: { personId: string; own: boolean }) {
  const queryKey = keys.workspace("availability", personId, "allocations");
  const { data } = useQuery({
    queryKey,
    queryFn: () =>
      answer(api.GET("/api/v1/availability/{personId}/allocations", { params: { path: { personId } } })),
  });
  const { add, remove } = useCommitmentActs(personId);
  return (
    <>
      {data?.items.length === 0 ? <Text c="dimmed">All of the time is for projects here.</Text> : null}
      {data?.items.map((each) => (
        <Group key={each.id} gap="xs" wrap="nowrap">
          <Text style={{ flex: 1 }}>
            <b>{each.percent} %</b> {each.label}
            {each.detail ? ` (${each.detail})` : ""}, {spanText(each)}
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Remove ${each.label}`}
            onClick={() => void remove(each).catch(sayProblem)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {data?.over.map((each) => (
        <Alert key={each.fromOn} color="red" mt="xs" role="status">
          Adds up to {each.percent} % {spanText(each)}.
        </Alert>
      ))}
      <AddCommitment own={own} onAdd={add} />
    </>
  );
}

function useCommitmentActs(personId: string) {
  const client = useQueryClient();
  const refresh = () => refreshAvailability(client);
  const add = async (wish: Wish) => {
    await answer(api.POST("/api/v1/allocations", { body: { personId, ...wish } }));
    await refresh();
  };
  const remove = async ({ id, project, label, ...rest }: Shape<"Allocation">) => {
    await answer(
      api.DELETE("/api/v1/allocations/{allocationId}", { params: { path: { allocationId: id } } }),
    );
    await refresh();
    const { percent, detail, fromOn, toOn } = rest;
    offerUndo(`${label} removed.`, () =>
      add({ percent, detail, fromOn, toOn, projectId: project?.id ?? null, label }),
    );
  };
  return { add, remove };
}

const ELSEWHERE = "";
const BLANK = { percent: 50, project: ELSEWHERE, label: "Elsewhere", detail: "", fromOn: "", toOn: "" };

function AddCommitment({ own, onAdd }: { own: boolean; onAdd: (wish: Wish) => Promise<void> }) {
  const { data: projects = [] } = useQuery(projectsQuery);
  const [wish, setWish] = useState(BLANK);
  const change = (part: Partial<typeof BLANK>) => setWish((before) => ({ ...before, ...part }));
  const { submit, busy, problem, field } = useSubmit(async () => {
    const { percent, project, label, detail, fromOn, toOn } = wish;
    const where =
      project === ELSEWHERE ? { projectId: null, label } : { projectId: project, label: "Project" };
    await onAdd({ percent, detail, toOn: toOn || null, ...where, ...(fromOn ? { fromOn } : {}) });
    setWish(BLANK);
  });
  return (
    <AddForm action="Add" onSend={submit} busy={busy} problem={problem}>
      <NumberInput
        label="Percent of the time"
        w={130}
        min={1}
        max={100}
        suffix=" %"
        value={wish.percent}
        error={field("percent")}
        onChange={(next) => change({ percent: Number(next) || 0 })}
      />
      <Select
        label="For"
        searchable
        allowDeselect={false}
        data={[
          { value: ELSEWHERE, label: "Something outside Milepost" },
          ...projects.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={wish.project}
        onChange={(next) => change({ project: next ?? ELSEWHERE })}
      />
      {wish.project === ELSEWHERE ? (
        <TextInput
          label="What others see"
          value={wish.label}
          error={field("label")}
          onChange={({ currentTarget }) => change({ label: currentTarget.value })}
        />
      ) : null}
      {own ? (
        <TextInput
          label="More (only for you)"
          value={wish.detail}
          onChange={({ currentTarget }) => change({ detail: currentTarget.value })}
        />
      ) : null}
      <TextInput
        type="date"
        label="From (empty: today)"
        value={wish.fromOn}
        onChange={({ currentTarget }) => change({ fromOn: currentTarget.value })}
      />
      <TextInput
        type="date"
        label="Until"
        min={wish.fromOn}
        value={wish.toOn}
        error={field("toOn")}
        onChange={({ currentTarget }) => change({ toOn: currentTarget.value })}
      />
    </AddForm>
  );
}

function spanText({ fromOn, toOn }: { fromOn: string; toOn: string | null }): string {
  return toOn === null ? `from ${dayText(fromOn)} on` : `${dayText(fromOn)} to ${dayText(toOn)}`;
}
