import { Alert, Button, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { momentText } from "../lib/dates.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { type Approval, nudge } from "./approvals.api.ts";

/** A yes by mail proposes: its writer alone can confirm it, with one button on their page. */
export function SaidYes({ approval, manages }: { approval: Approval; manages: boolean }) {
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit(async (act: () => Promise<unknown>) => act());
  const said = approval.people.filter(({ saidYesAt }) => saidYesAt !== null);
  return (
    <>
      {said.map(({ person, delegate, saidYesAt }) => {
        const { name } = delegate ?? person;
        return (
          <Alert key={person.id} mt="sm" title={`${name} wrote “approved” by mail`}>
            <Stack gap="xs" align="flex-start">
              <Text size="sm">
                {saidYesAt ? momentText(saidYesAt) : ""}: a mail decides nothing, and only {name} can confirm
                it.
              </Text>
              {manages ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={busy}
                  onClick={() =>
                    void submit(async () => {
                      await nudge(client, approval, person.id);
                      sayDone(`${name} has the link to confirm`);
                    })
                  }
                >
                  Send {name} the link to confirm
                </Button>
              ) : null}
            </Stack>
          </Alert>
        );
      })}
      <Refusal problem={problem} />
    </>
  );
}
