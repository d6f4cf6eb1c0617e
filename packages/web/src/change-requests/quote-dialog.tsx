import {
  Button,
  Group,
  Modal,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { minorOf } from "../lib/money.ts";
import { type Plan, projectPeopleQuery } from "../lib/plan-query.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { type ChangeRequest, previewEffect, quoteChange } from "./change-requests.api.ts";
import { OfferDates } from "./offer-dates.tsx";
import { type Draft, draftOf, estimateOf, openOf, targetsOf } from "./quote-draft.ts";

interface QuoteDialogProps {
  plan: Plan;
  change: ChangeRequest;
  onClose: () => void;
}

/** Effort and price of a wish, its effect on the dates, and who of the client decides by when. */
export function QuoteDialog({ plan, change, onClose }: QuoteDialogProps) {
  const client = useQueryClient();
  const { currency } = plan.project;
  const [draft, setDraft] = useState(() => draftOf(change, plan));
  const edit = (next: Partial<Draft>) => setDraft((was) => ({ ...was, ...next }));
  const { approvers, workers } = usePeople(plan);
  const owner = plan.milestones.find(({ id }) => id === draft.milestoneId)?.ownerId ?? null;
  const usual = workers.find(({ id }) => id === owner) ?? workers[0];
  const assigneeId = draft.assigneeId === undefined ? (usual?.id ?? null) : draft.assigneeId;
  const estimate = estimateOf(draft, assigneeId);
  const priceMinor = minorOf(draft.price, currency);
  const deciders = draft.deciders ?? approvers.slice(0, 1).map(({ id }) => id);
  const preview = useSubmit(async () =>
    edit({ effect: estimate ? await previewEffect(change, estimate) : null, targets: {} }),
  );
  const { submit, busy, problem, field } = useSubmit(async () => {
    if (!estimate || priceMinor === null) return;
    await quoteChange(client, change, {
      ...estimate,
      priceMinor,
      words: draft.words.trim(),
      deciderIds: deciders,
      dueOn: draft.dueOn === "" ? null : draft.dueOn,
      targets: targetsOf(draft),
    });
    sayDone("Offered to the client");
    onClose();
  });
  return (
    <Modal opened onClose={onClose} size="lg" title={change.title}>
      <Form onSend={submit}>
        <Stack gap="sm">
          <Asked change={change} />
          <Effort plan={plan} draft={draft} edit={edit} field={field} />
          <Select
            label="Who would do it"
            placeholder="Whoever has time"
            clearable
            data={workers.map(({ id, name }) => ({ value: id, label: name }))}
            value={assigneeId}
            onChange={(id) => edit({ assigneeId: id, effect: null })}
          />
          <Group gap="xs">
            <Button
              variant="default"
              loading={preview.busy}
              disabled={!estimate}
              onClick={() => void preview.submit()}
            >
              Show the effect on dates
            </Button>
          </Group>
          <Refusal problem={preview.problem} />
          {draft.effect ? (
            <OfferDates
              effect={draft.effect}
              targets={draft.targets}
              onChange={(targets) => edit({ targets })}
            />
          ) : null}
          <TextInput
            label={`Price in ${currency}`}
            description="What it costs beyond the plan; 0 if it costs nothing."
            inputMode="decimal"
            required
            styles={{ wrapper: { maxWidth: 220 } }}
            value={draft.price}
            error={field("priceMinor")}
            onChange={({ currentTarget }) => edit({ price: currentTarget.value })}
          />
          <Textarea
            label="What the client gets for it"
            description="In your words; it is frozen with the offer."
            autosize
            minRows={2}
            maxLength={500}
            value={draft.words}
            error={field("words")}
            onChange={({ currentTarget }) => edit({ words: currentTarget.value })}
          />
          <MultiSelect
            label="Who decides"
            placeholder={approvers.length === 0 ? "Nobody of the client may decide yet" : ""}
            data={approvers.map(({ id, name }) => ({ value: id, label: name }))}
            value={deciders}
            onChange={(value) => edit({ deciders: value })}
          />
          <TextInput
            type="date"
            label="Decide by"
            description="They are reminded around this day; without one they are not."
            styles={{ wrapper: { maxWidth: 220 } }}
            value={draft.dueOn}
            error={field("dueOn")}
            onChange={({ currentTarget }) => edit({ dueOn: currentTarget.value })}
          />
          <Refusal problem={problem} />
          <Group justify="flex-end" gap="xs">
            {draft.effect === null ? (
              <Text size="sm" c="dimmed">
                Look at the dates before you offer it.
              </Text>
            ) : null}
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              loading={busy}
              disabled={!estimate || draft.effect === null || priceMinor === null || deciders.length === 0}
            >
              Offer it
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}

function usePeople({ project }: Plan) {
  const { data: people = [] } = useQuery(projectPeopleQuery(project.id));
  return {
    approvers: people.filter(({ kind, role }) => kind === "contact" && role === "approver"),
    workers: people.filter(({ kind }) => kind === "member"),
  };
}

/** The client's words, and why the offer before was not what they wanted. */
function Asked({ change: { words, quote } }: { change: ChangeRequest }) {
  const other = quote?.said?.answer === "other" ? quote.said : null;
  return (
    <>
      {words ? (
        <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {words}
        </Text>
      ) : null}
      {other ? (
        <Text size="sm" fw={600} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {`${other.name ?? "The client"} asks for another offer: ${other.words}`}
        </Text>
      ) : null}
    </>
  );
}

interface EffortProps {
  plan: Plan;
  draft: Draft;
  edit: (next: Partial<Draft>) => void;
  field: (name: string) => string | undefined;
}

function Effort({ plan, draft, edit, field }: EffortProps) {
  const number = (name: "low" | "likely" | "high", label: string) => (
    <NumberInput
      label={label}
      min={0}
      max={10_000}
      value={draft[name]}
      error={field(name)}
      onChange={(value) => edit({ [name]: value, effect: null })}
    />
  );
  return (
    <>
      <Select
        label="Which milestone it belongs to"
        allowDeselect={false}
        data={openOf(plan).map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }))}
        value={draft.milestoneId}
        onChange={(milestoneId) => edit({ milestoneId, effect: null })}
      />
      <Group grow align="flex-start">
        {number("low", "Hours, low")}
        {number("likely", "Hours, likely")}
        {number("high", "Hours, high")}
      </Group>
    </>
  );
}
