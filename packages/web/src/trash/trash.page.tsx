import { Button, Group, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import { dayText, momentText } from "../lib/dates.ts";
import { membersQuery } from "../lib/directory.ts";
import { keys } from "../lib/query-keys.ts";
import { useCan } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { sayDone, sayProblem } from "../lib/undo.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { Waiting } from "../ui/waiting.tsx";

const KINDS: Record<string, string> = { cardTemplate: "card template" };

/** What was deleted in the last 30 days, and the way back. */
export function TrashPage() {
  useTitle("Trash", "Settings");
  const { data, isPending } = useQuery({
    queryKey: keys.workspace("trash"),
    queryFn: async () => (await answer(api.GET("/api/v1/trash"))).items,
  });
  const mayList = useCan("member.list");
  const { data: members = [] } = useQuery({ ...membersQuery, enabled: mayList });
  const restore = useRestore();
  return (
    <Page title="Trash" lead="Deleted things wait here for 30 days." narrow>
      {isPending ? <Waiting rows={3} /> : null}
      {data?.length === 0 ? (
        <EmptyState title="The trash is empty">
          A deleted card, milestone, comment or file appears here and can be restored.
        </EmptyState>
      ) : null}
      {data?.map((item) => (
        <Group key={item.id} py="xs" gap="sm" style={{ borderBottom: "1px solid var(--mp-line)" }}>
          <div style={{ flex: "1 1 240px", minWidth: 0 }}>
            <Text fw={600} style={{ overflowWrap: "anywhere" }}>
              {item.title || "Without title"}
            </Text>
            <Text size="xs" c="dimmed">
              {KINDS[item.kind] ?? item.kind}, deleted {momentText(item.deletedAt)}
              {byWhom(members, item.deletedBy)}, kept until {dayText(item.keptUntil.slice(0, 10))}
            </Text>
          </div>
          <Button
            variant="default"
            aria-label={`Restore ${item.title}`}
            onClick={() => void restore(item.id, item.title)}
          >
            Restore
          </Button>
        </Group>
      ))}
    </Page>
  );
}

function byWhom(members: readonly { personId: string; name: string }[], id: string | null): string {
  const name = members.find(({ personId }) => personId === id)?.name;
  return name ? ` by ${name}` : "";
}

function useRestore() {
  const client = useQueryClient();
  return async (trashId: string, title: string) => {
    try {
      await answer(api.POST("/api/v1/trash/{trashId}/restore", { params: { path: { trashId } } }));
      await client.invalidateQueries();
      sayDone(`“${title}” is back.`);
    } catch (error) {
      sayProblem(error);
    }
  };
}
