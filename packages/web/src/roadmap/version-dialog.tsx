import { Modal, Select, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { baselineName } from "../lib/baseline.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import type { Plan } from "../lib/plan-query.ts";
import { versionDiffQuery } from "../lib/plan-versions.ts";
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
export function VersionDialog({ plan, from, onClose }: VersionDialogProps) {
  const [to, setTo] = useState(NOW);
  const names = usePeopleNames(plan.project.id);
  const { data, error } = useQuery(versionDiffQuery(plan.project.id, from.id, to === NOW ? null : to));
  const others = plan.baselines.filter(({ id }) => id !== from.id);
  return (
    <Modal opened onClose={onClose} size="lg" title={`Since ${baselineName(from)}`}>
      <Stack gap="md">
        {from.reason ? <Text c="dimmed">{from.reason}</Text> : null}
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
      </Stack>
    </Modal>
  );
}
