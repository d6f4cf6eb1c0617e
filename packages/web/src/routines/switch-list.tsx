import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useManages, useProject } from "../lib/current-project.ts";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { SwitchItem } from "./switch-item.tsx";
import { switchesQuery } from "./switches.api.ts";

/** What Milepost does by itself in this project, each sentence off until somebody who leads switches it on. */
export function SwitchList() {
  const { id: projectId } = useProject();
  const mayChange = useManages();
  const id = useId();
  const { data, error } = useQuery(switchesQuery(projectId));
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mt="xl">
        By itself
      </Title>
      <Text c="dimmed">
        Milepost does it once each time, and says so on the card. Clients are sent nothing, and no date moves.
        {mayChange ? null : " Who leads the project switches on and off."}
      </Text>
      {error ? <Refusal problem={error} /> : null}
      {data ? (
        <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
          {data.map((ready) => (
            <SwitchItem key={ready.code} projectId={projectId} mayChange={mayChange} ready={ready} />
          ))}
        </ul>
      ) : error ? null : (
        <Waiting rows={5} />
      )}
    </section>
  );
}
