import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";
import { todayIn } from "../lib/dates.ts";
import { clientRequestsQuery } from "./client-requests.api.ts";
import { standing } from "./request-words.ts";

/** On the overview: what waits for the client, and what waits for us. */
export function WaitingForClient() {
  const { id, key } = useProject();
  const { data = [] } = useQuery(clientRequestsQuery(id));
  const waiting = data.filter(({ state }) => state === "asked" || state === "answered");
  if (waiting.length === 0) return null;
  const today = todayIn();
  return (
    <section aria-labelledby="waiting-for-client">
      <Title order={2} size="h3" id="waiting-for-client" mb={4}>
        Waiting for the client
      </Title>
      <ul style={{ margin: 0, padding: 0, listStyle: "none" }}>
        {waiting.map((request) => (
          <li key={request.id}>
            <Text size="sm" style={{ overflowWrap: "anywhere" }}>
              <Link to={`/p/${key.toLowerCase()}/requests` as "/"}>{request.title}</Link>
              <Text span c="dimmed">{` ${standing(request, today)}`}</Text>
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
