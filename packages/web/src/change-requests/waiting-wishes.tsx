import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";
import { changeRequestsQuery } from "./change-requests.api.ts";
import { dayOf } from "./change-words.ts";

/** On the overview: what the client asked for beyond the plan and has no answer to. */
export function WaitingWishes() {
  const { id, key } = useProject();
  const { data = [] } = useQuery(changeRequestsQuery(id));
  const waiting = data.filter(({ state }) => state === "asked");
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="waiting-wishes">
      <Title order={2} size="h3" id="waiting-wishes" mb={4}>
        The client waits for an answer
      </Title>
      <ul style={{ margin: 0, padding: 0, listStyle: "none" }}>
        {waiting.map(({ id: changeId, title, askedByName, askedAt }) => (
          <li key={changeId}>
            <Text size="sm" style={{ overflowWrap: "anywhere" }}>
              <Link to={`/p/${key.toLowerCase()}/requests` as "/"}>{title}</Link>
              <Text span c="dimmed">
                {` asked by ${askedByName ?? "somebody"}, ${dayOf(askedAt)}`}
              </Text>
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
