import { Button, Table, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { clientAccessQuery } from "../lib/client-access.ts";
import { momentText } from "../lib/dates.ts";
import { Waiting } from "../ui/waiting.tsx";
import { portalViewsQuery } from "./client-access.api.ts";

/** Who of the client looked at what, unless the workspace keeps no such log. */
export function ViewLog({ projectId }: { projectId: string }) {
  const { data: access } = useQuery(clientAccessQuery(projectId));
  if (!access) return <Waiting rows={1} />;
  const settings = <Link to={"/settings/workspace" as "/"}>Workspace</Link>;
  if (!access.viewLog)
    return (
      <Text c="dimmed" size="sm">
        This workspace keeps no log of what clients open. {settings}
      </Text>
    );
  return (
    <details>
      <summary style={{ cursor: "pointer", minHeight: 24 }}>Who opened what</summary>
      <Text size="sm" c="dimmed" my="xs">
        Kept for 12 months. Clients read on every page that it is kept; it can be switched off under{" "}
        {settings}.
      </Text>
      <Views projectId={projectId} />
    </details>
  );
}

function Views({ projectId }: { projectId: string }) {
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    portalViewsQuery(projectId),
  );
  if (isPending) return <Waiting rows={2} />;
  const views = data?.pages.flatMap(({ items }) => items) ?? [];
  if (views.length === 0) return <Text size="sm">Nobody has opened a page yet.</Text>;
  return (
    <>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Person</Table.Th>
            <Table.Th>Page</Table.Th>
            <Table.Th>When</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {views.map(({ id, name, page, seenAt, fetchedAt }) => (
            <Table.Tr key={id}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{pageName(page)}</Table.Td>
              <Table.Td>
                {seenAt ? (
                  <time dateTime={seenAt}>{momentText(seenAt)}</time>
                ) : (
                  <Text component="span" size="sm" c="dimmed">
                    fetched {momentText(fetchedAt)}, not seen
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {hasNextPage ? (
        <Button mt="xs" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show older
        </Button>
      ) : null}
    </>
  );
}

function pageName(page: string): string {
  return page.charAt(0).toUpperCase() + page.slice(1).replaceAll(/[-_/]/g, " ");
}
