import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useProject } from "../lib/current-project.ts";
import { moneyText } from "../lib/money.ts";
import { type ChangeRequest, changeRequestsQuery } from "./change-requests.api.ts";
import { dayOf, daysText } from "./change-words.ts";

/** On the overview: what came into the scope after the first plan, by agreement. */
export function AddedScope() {
  const { id, currency } = useProject();
  const { data = [] } = useQuery(changeRequestsQuery(id));
  const added = data.filter(({ state }) => state === "accepted").toReversed();
  if (added.length === 0) return null;
  return (
    <section aria-labelledby="added-scope">
      <Title order={2} size="h3" id="added-scope" mb={4}>
        Added to the scope
      </Title>
      <ul style={{ margin: 0, paddingLeft: 20 }}>
        {added.map((change) => (
          <li key={change.id}>
            <Text size="sm" style={{ overflowWrap: "anywhere" }}>
              {change.title}
              <Text span c="dimmed" className="mp-tabular">
                {` ${factsOf(change, currency)}`}
              </Text>
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

function factsOf(
  { quote, answeredByName, answeredAt, planVersion }: ChangeRequest,
  currency: string,
): string {
  return [
    quote ? daysText(quote.effect) : "",
    quote ? moneyText(quote.priceMinor, currency) : "",
    answeredAt === null ? "" : `${answeredByName ?? "the client"}, ${dayOf(answeredAt)}`,
    planVersion === null ? "" : `plan version ${planVersion}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
