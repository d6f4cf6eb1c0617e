import { Button, Checkbox, Code, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiLink } from "../lib/api.ts";
import { momentText } from "../lib/dates.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { type DeliveryRecord, deliveriesQuery, makeDelivery } from "./delivery.api.ts";

interface DeliveryProps {
  projectId: string;
  mayMake: boolean;
}

/** What was promised and kept, as a file that proves it to whoever trusts neither side's computer. */
export function Delivery({ projectId, mayMake }: DeliveryProps) {
  const { data: records = [] } = useQuery(deliveriesQuery(projectId));
  if (records.length === 0 && !mayMake) return null;
  return (
    <section aria-label="Delivery record">
      <Title order={2} size="h3" mb="xs">
        Delivery record
      </Title>
      <Text mb="sm" maw="var(--mp-text-width)">
        Milestones promised and kept, how forecasts held, every sign-off with its seal. Anybody can check the
        file without this Milepost: it says where a byte was changed.
      </Text>
      <Stack component="ul" gap="sm" p={0} mb="sm" style={{ listStyle: "none" }}>
        {records.map((record) => (
          <OneRecord key={record.id} record={record} />
        ))}
      </Stack>
      {records.length > 0 ? (
        <Text size="sm" c="dimmed" mb="sm">
          {"To check it: "}
          <Code>milepost verify record.json</Code>
        </Text>
      ) : null}
      {mayMake ? <Make projectId={projectId} /> : null}
    </section>
  );
}

function OneRecord({ record }: { record: DeliveryRecord }) {
  const { id, madeAt, by, namesHidden, hash } = record;
  const facts = [by ? `by ${by}` : null, namesHidden ? "without names" : null].filter(Boolean).join(", ");
  return (
    <li>
      <Group gap="sm">
        <Button
          component="a"
          href={apiLink(`/delivery-records/${id}/record.json`)}
          variant="default"
          size="compact-md"
        >
          Download
        </Button>
        <Text>{`Made on ${momentText(madeAt)}${facts ? ` ${facts}` : ""}`}</Text>
      </Group>
      <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
        {`SHA-256 ${hash}`}
      </Text>
    </li>
  );
}

function Make({ projectId }: { projectId: string }) {
  const client = useQueryClient();
  const [hideNames, setHide] = useState(false);
  const { submit, busy, problem } = useSubmit(async () => {
    await makeDelivery(client, projectId, hideNames);
    sayDone("The delivery record is made.");
  });
  return (
    <Form onSend={submit}>
      <Stack gap="xs">
        <Checkbox
          label="Leave out the names of people, the client and the project"
          description="They stay in as hashes, so the file can still be checked."
          checked={hideNames}
          onChange={({ currentTarget }) => setHide(currentTarget.checked)}
        />
        <Refusal problem={problem} />
        <div>
          <Button type="submit" loading={busy} variant="default">
            Make a delivery record
          </Button>
        </div>
      </Stack>
    </Form>
  );
}
