import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { counted } from "../lib/counted.ts";
import { keys } from "../lib/query-keys.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";

interface RemovalDialogProps {
  personId: string;
  name: string;
  onRemove: () => Promise<void>;
  onClose: () => void;
}

/** Asked first: sessions end at once and only a new invitation brings the person back. */
export function RemovalDialog({ personId, name, onRemove, onClose }: RemovalDialogProps) {
  const { data } = useQuery({
    queryKey: keys.workspace("member work", personId),
    queryFn: () => answer(api.GET("/api/v1/members/{personId}/work", { params: { path: { personId } } })),
    staleTime: 0,
  });
  const { submit, busy, problem } = useSubmit(onRemove);
  return (
    <Modal opened onClose={onClose} title={`Remove ${name}?`}>
      <Stack gap="sm">
        <Text>Signed out everywhere at once and off every project. What they wrote stays.</Text>
        {data ? <Text fw={600}>{leftBehind(data)}</Text> : null}
        <Text>To come back they need a new invitation that names their projects.</Text>
        <Refusal problem={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep
          </Button>
          <Button color="red" loading={busy} onClick={() => void submit().then((done) => done && onClose())}>
            Remove
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What nobody has in hand any more, and where it is found. */
function leftBehind({ openCards, openMilestones, leads }: Shape<"MemberWork">): string {
  const owned = [
    openCards > 0 ? counted(openCards, "open card") : "",
    openMilestones > 0 ? counted(openMilestones, "open milestone") : "",
  ].filter(Boolean);
  const first = leads.length > 0 ? `${listed(leads.map((project) => project.name))}: without lead.` : "";
  const second =
    owned.length > 0
      ? `${listed(owned)}: without owner until somebody takes them; the Portfolio's “Without owner” lists them.`
      : "";
  return [first, second].filter(Boolean).join(" ") || "They have nothing open in hand.";
}

function listed(words: string[]): string {
  return new Intl.ListFormat("en").format(words);
}
