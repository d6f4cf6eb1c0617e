import { Button, Group, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { ReaderChecks } from "./reader-checks.tsx";
import { makeReport, type ReportState, reportsQuery } from "./reports.api.ts";

interface SendReportProps {
  projectId: string;
  state: ReportState;
}

/** It reaches the client at once and cannot be taken back, so it is asked for twice. */
export function SendReport({ projectId, state: { contacts } }: SendReportProps) {
  const client = useQueryClient();
  const { data: reports } = useQuery(reportsQuery(projectId));
  const [personIds, setPersonIds] = useState(() => contacts.map(({ id }) => id));
  const [asking, setAsking] = useState(false);
  const { submit, busy, problem } = useSubmit(async () => {
    const made = await makeReport(client, projectId, { personIds, last: reports?.[0]?.n ?? 0 });
    setAsking(false);
    sayDone(`Report ${made.n} is made.`);
  });
  return (
    <Form onSend={asking ? submit : async () => setAsking(true)}>
      <Stack gap="sm">
        <ReaderChecks label="Mail it to" contacts={contacts} value={personIds} onChange={setPersonIds} />
        <Refusal problem={problem} />
        {asking ? (
          <Text role="status">
            {personIds.length === 0
              ? "It stands on the client's page at once, and nobody gets a mail."
              : "It stands on the client's page at once, and the mail leaves; whoever had one from this project today gets it tomorrow. This cannot be taken back."}
          </Text>
        ) : null}
        <Group>
          <Button type="submit" loading={busy} disabled={!reports}>
            {asking
              ? "Yes, make it"
              : personIds.length === 0
                ? "Make the report"
                : "Make and send the report"}
          </Button>
          {asking ? (
            <Button variant="default" onClick={() => setAsking(false)}>
              Not yet
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Form>
  );
}
