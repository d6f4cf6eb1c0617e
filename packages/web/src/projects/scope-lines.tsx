import { Text, Title } from "@mantine/core";
import { dayText } from "../lib/dates.ts";
import { useCan } from "../lib/session.ts";
import type { Overview } from "./portfolio.api.ts";

/** What was agreed: outcome, in and out of scope, dates, client and lead. */
export function ScopeLines({ project }: Pick<Overview, "project">) {
  const { outcome, scopeIn, scopeOut, startOn, dueOn, client, lead } = project;
  const seesClients = useCan("client.read");
  const facts = [
    ["Outcome", outcome],
    ["In scope", scopeIn],
    ["Not in scope", scopeOut],
    ["Client", client?.name ?? (seesClients ? "Internal" : "")],
    ["Lead", lead?.name ?? "Nobody yet"],
    [
      "Dates",
      startOn || dueOn ? [startOn, dueOn].map((day) => (day ? dayText(day) : "open")).join(" to ") : "",
    ],
  ] as const;
  return (
    <section>
      <Title order={2} size="h3" mb={4}>
        What it is about
      </Title>
      <dl style={{ margin: 0 }}>
        {facts
          .filter(([, value]) => value !== "")
          .map(([word, value]) => (
            <div key={word} style={{ padding: "4px 0" }}>
              <Text component="dt" size="xs" c="dimmed">
                {word}
              </Text>
              <Text component="dd" m={0} style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
                {value}
              </Text>
            </div>
          ))}
      </dl>
    </section>
  );
}
