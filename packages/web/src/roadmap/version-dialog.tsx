import { Group, Modal, Select, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { adjustmentsQuery } from "../lib/adjustments.ts";
import { baselineName } from "../lib/baseline.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import type { Plan } from "../lib/plan-query.ts";
import { versionDiffQuery } from "../lib/plan-versions.ts";
import { Adjusted } from "../ui/adjusted.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { fieldWords, titleWords } from "../ui/version-words.ts";
import classes from "./version-dialog.module.css";

interface VersionDialogProps {
  plan: Plan;
  from: Plan["baselines"][number];
  onClose: () => void;
}

const NOW = "now";

/** What has changed from one version to another or to now, old beside new. */
export function VersionDialog({ plan, from: first, onClose }: VersionDialogProps) {
  const [fromId, setFrom] = useState(first.id);
  const [to, setTo] = useState(NOW);
  const from = plan.baselines.find(({ id }) => id === fromId) ?? first;
  const names = usePeopleNames(plan.project.id);
  const { data, error } = useQuery(versionDiffQuery(plan.project.id, from.id, to === NOW ? null : to));
  const others = plan.baselines.filter(({ id }) => id !== from.id);
  return (
    <Modal opened onClose={onClose} size="lg" title="What changed between versions">
      <Stack gap="md">
        {from.reason ? <Text c="dimmed">{from.reason}</Text> : null}
        <Group grow align="flex-start">
          <Select
            label="From"
            data={plan.baselines.map((each) => ({ value: each.id, label: baselineName(each) }))}
            value={from.id}
            allowDeselect={false}
            onChange={(value) => {
              setFrom(value ?? first.id);
              if (value === to) setTo(NOW);
            }}
          />
          <Select
            label="Compared with"
            data={[
              { value: NOW, label: "The plan as it is now" },
              ...others.map((each) => ({ value: each.id, label: baselineName(each) })),
            ]}
            value={to}
            allowDeselect={false}
            onChange={(value) => setTo(value ?? NOW)}
          />
        </Group>
        <Refusal problem={error} />
        {data?.changes.length === 0 ? <Text>Nothing has changed.</Text> : null}
        <ul className={classes.list}>
          {(data?.changes ?? []).map((change) => (
            <li key={`${change.kind} ${change.id}`}>
              <Text fw={600}>{titleWords(change)}</Text>
              <ul className={classes.fields}>
                {change.fields.map((field) => (
                  <li key={`${field.field} ${field.from} ${field.to}`}>
                    {fieldWords(field, { names, currency: plan.project.currency })}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        {data ? <Between plan={plan} names={names} from={data.from.at} to={data.to?.at ?? null} /> : null}
      </Stack>
    </Modal>
  );
}

interface BetweenProps {
  plan: Plan;
  names: ReadonlyMap<string, string>;
  from: string;
  /** Null: until now. */
  to: string | null;
}

/** The adjustments that lie between the two, with their reasons. */
function Between({ plan, names, from, to }: BetweenProps) {
  const { data = [] } = useQuery(adjustmentsQuery(plan.project.id));
  const [start, end] = [from, to ?? "9"].sort();
  const between = data.filter(
    ({ at, undoneAt }) => undoneAt === null && at > (start ?? "") && at <= (end ?? ""),
  );
  if (between.length === 0) return null;
  return (
    <section aria-label="Adjusted between them">
      <Title order={3} size="h5" mb={8}>
        Adjusted between them
      </Title>
      <Adjusted adjustments={between} names={names} currency={plan.project.currency} named />
    </section>
  );
}
