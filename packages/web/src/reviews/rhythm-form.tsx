import { Button, Group, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useFormDraft } from "../lib/form-draft.ts";
import { offerUndo, sayDone, sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { Theirs } from "../ui/theirs.tsx";
import { endSeries, type Series, type SeriesFields, saveSeries } from "./cadence.api.ts";
import { CADENCES } from "./cadence-words.ts";
import { Coming } from "./coming.tsx";
import { InvitedFields } from "./invited-fields.tsx";
import { RhythmFields } from "./rhythm-fields.tsx";

const LABELS: Record<keyof SeriesFields, string> = {
  cadence: "How often",
  everyDays: "Days between two reviews",
  startsOn: "First review",
  at: "At",
  clientPart: "The client takes part",
  remind: "Reminder the day before",
  inviteeIds: "Invited",
};

interface RhythmFormProps {
  projectId: string;
  series: Series;
}

/** When, with whom, and the next three dates of what is being set. */
export function RhythmForm({ projectId, series }: RhythmFormProps) {
  const client = useQueryClient();
  const there = useMemo(() => fieldsOf(series), [series]);
  const { values, set, changes, theirs, clear } = useFormDraft(`rhythm.${projectId}`, there);
  const save = useSubmit(async () => {
    await saveSeries(client, projectId, values, series.revision);
    clear();
    sayDone(values.remind ? "Saved. Whoever is invited is told of a new day." : "Saved.");
  });
  const typed = Object.keys(changes).length > 0;
  return (
    <Form onSend={save.submit}>
      <Stack gap="lg">
        {series.isSet ? null : (
          <Text>
            This project has no rhythm yet. This is what most begin with; nothing happens until it is saved.
          </Text>
        )}
        <Refusal problem={save.problem} />
        <Theirs theirs={theirs} labels={LABELS} say={sayValue} />
        <fieldset disabled={!series.mayPlan} style={{ margin: 0, padding: 0, border: 0, minWidth: 0 }}>
          <Stack gap="lg">
            <RhythmFields values={values} zone={series.zone} onChange={set} error={save.field} />
            <Coming projectId={projectId} rhythm={values} zone={series.zone} />
            <InvitedFields values={values} people={series.people} onChange={set} />
          </Stack>
        </fieldset>
        {series.mayPlan ? (
          <Group justify="space-between">
            <SaveRow
              action={series.isSet ? "Save the rhythm" : "Begin reviews"}
              busy={save.busy}
              ready={typed || !series.isSet}
              onCancel={typed ? clear : null}
            />
            {series.isSet ? <EndButton projectId={projectId} series={series} /> : null}
          </Group>
        ) : (
          <Text c="dimmed">Whoever leads the project sets this.</Text>
        )}
      </Stack>
    </Form>
  );
}

function EndButton({ projectId, series }: RhythmFormProps) {
  const client = useQueryClient();
  const { submit, busy } = useSubmit(async () => {
    try {
      await endSeries(client, projectId);
      offerUndo("No more reviews. Those that were held stay.", () =>
        saveSeries(client, projectId, fieldsOf(series), null),
      );
    } catch (error) {
      sayProblem(error);
    }
  });
  return (
    <Button variant="subtle" color="gray" loading={busy} onClick={() => void submit()}>
      End the reviews
    </Button>
  );
}

function fieldsOf(series: Series): SeriesFields {
  const { cadence, everyDays, startsOn, at, clientPart, remind, inviteeIds } = series;
  return { cadence, everyDays, startsOn, at, clientPart, remind, inviteeIds: inviteeIds.toSorted() };
}

function sayValue(field: keyof SeriesFields, value: unknown): string {
  if (field === "cadence") return CADENCES.find((one) => one.value === value)?.label ?? String(value);
  if (field === "clientPart" || field === "remind") return value ? "yes" : "no";
  if (field === "inviteeIds") return Array.isArray(value) ? `${value.length} people` : "nobody";
  return value === null ? "not used" : String(value);
}
