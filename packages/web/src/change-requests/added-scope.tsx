import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useProject } from "../lib/current-project.ts";
import { changeRequestsQuery } from "./change-requests.api.ts";

/** On the overview: what came into the scope after the first plan, by agreement. */
export function AddedScope() {
  const { id } = useProject();
  const { data = [] } = useQuery(changeRequestsQuery(id));
  const added = data.filter(({ state }) => state === "accepted").toReversed();
  if (added.length === 0) return null;
  return (
    <section aria-labelledby="added-scope">
      <Title order={2} size="h3" id="added-scope" mb={4}>
        Added to the scope
      </Title>
      <ul style={{ margin: 0, paddingLeft: 20 }}>
        {added.map(({ id: changeId, title, planVersion }) => (
          <li key={changeId}>
            <Text size="sm" style={{ overflowWrap: "anywhere" }}>
              {planVersion === null ? title : `${title}, with plan version ${planVersion}`}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
