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
import { dayText } from "../lib/dates.ts";
import { minorOf } from "../lib/money.ts";
import { type Plan, projectPeopleQuery } from "../lib/plan-query.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import {
  type ChangeRequest,
  type EffectPreview,
  type Estimate,
  previewEffect,
  quoteChange,
} from "./change-requests.api.ts";

interface QuoteDialogProps {
  plan: Plan;
  change: ChangeRequest;
  onClose: () => void;
}

const HOUR = 60;

/** Effort and price of a wish, its effect on the dates, and who of the client decides. */
export function QuoteDialog({ plan, change, onClose }: QuoteDialogProps) {
  const client = useQueryClient();
  const { data: people = [] } = useQuery(projectPeopleQuery(plan.project.id));
  const approvers = people.filter(({ kind, role }) => kind === "contact" && role === "approver");
  const open = plan.milestones.filter(({ state }) => state !== "accepted" && state !== "dropped");
  const [milestoneId, setMilestoneId] = useState(change.milestoneId ?? open[0]?.id ?? null);
  const [hours, setHours] = useState<{
    low: string | number;
    likely: string | number;
    high: string | number;
  }>({
    low: "",
    likely: "",
    high: "",
  });
  const [price, setPrice] = useState("");
  const [words, setWords] = useState("");
  const [deciders, setDeciders] = useState<string[] | null>(null);
  const [effect, setEffect] = useState<EffectPreview | null>(null);
  const chosen = deciders ?? approvers.slice(0, 1).map(({ id }) => id);
  const estimate = estimateOf(hours, milestoneId);
  const priceMinor = minorOf(price, plan.project.currency);
  const preview = useSubmit(async () => setEffect(estimate ? await previewEffect(change, estimate) : null));
  const { submit, busy, problem, field } = useSubmit(async () => {
    if (!estimate || priceMinor === null) return;
    await quoteChange(client, change, {
      ...estimate,
      priceMinor,
      words: words.trim(),
      deciderIds: chosen,
      dueOn: null,
    });
    sayDone("Offered to the client");
    onClose();
  });
  const number = (name: "low" | "likely" | "high", label: string) => (
    <NumberInput
      label={label}
      min={0}
      max={10_000}
      value={hours[name]}
      error={field(name)}
      onChange={(value) => {
        setHours((was) => ({ ...was, [name]: value }));
        setEffect(null);
      }}
    />
  );
  return (
    <Modal opened onClose={onClose} size="lg" title={change.title}>
      <Form onSend={submit}>
        <Stack gap="sm">
          <Select
            label="Which milestone it belongs to"
            data={open.map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }))}
            value={milestoneId}
            onChange={(id) => {
              setMilestoneId(id);
              setEffect(null);
            }}
          />
          <Group grow align="flex-start">
            {number("low", "Hours, low")}
            {number("likely", "Hours, likely")}
            {number("high", "Hours, high")}
          </Group>
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
          {effect ? <EffectText effect={effect} /> : null}
          <TextInput
            label={`Price in ${plan.project.currency}`}
            inputMode="decimal"
            required
            value={price}
            error={field("priceMinor")}
            onChange={({ currentTarget }) => setPrice(currentTarget.value)}
          />
          <Textarea
            label="A word to the client"
            autosize
            minRows={2}
            maxLength={500}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <MultiSelect
            label="Who decides"
            placeholder={approvers.length === 0 ? "Nobody of the client may decide yet" : ""}
            data={approvers.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen}
            onChange={setDeciders}
          />
          <Refusal problem={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              loading={busy}
              disabled={!estimate || priceMinor === null || chosen.length === 0}
            >
              Offer it
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}

function EffectText({ effect }: { effect: EffectPreview }) {
  const moved = effect.milestones.filter(({ days }) => days !== 0);
  if (moved.length === 0) return <Text size="sm">No safe date moves by a day.</Text>;
  return (
    <ul style={{ margin: 0, paddingLeft: 20 }}>
      {moved.map(({ milestoneId, title, safe, days }) => (
        <li key={milestoneId}>
          <Text size="sm">
            {`${title}: safe by ${dayText(safe.before)} → ${dayText(safe.after)} (${days > 0 ? "+" : ""}${days})`}
          </Text>
        </li>
      ))}
    </ul>
  );
}

function estimateOf(
  hours: { low: string | number; likely: string | number; high: string | number },
  milestoneId: string | null,
): Estimate | null {
  const minutes = (value: string | number) => (value === "" ? null : Math.round(Number(value) * HOUR));
  const [low, likely, high] = [minutes(hours.low), minutes(hours.likely), minutes(hours.high)];
  if (milestoneId === null || likely === null || likely < 1) return null;
  return { low, likely, high, milestoneId, assigneeId: null };
}
