import { Button, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import { momentText } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";
import { sayDone, sayProblem } from "../lib/undo.tsx";
import { deviceWords } from "./device-words.ts";
import classes from "./people.module.css";

export function Sessions() {
  const queryKey = keys.workspace("sessions");
  const { data = [] } = useQuery({
    queryKey,
    queryFn: async () => (await answer(api.GET("/api/v1/sessions"))).items,
  });
  const client = useQueryClient();
  const end = async (id: string) => {
    await answer(api.DELETE("/api/v1/sessions/{id}", { params: { path: { id } } }));
    await client.invalidateQueries({ queryKey });
    sayDone("Signed out there.");
  };
  return (
    <ul className={classes.list}>
      {data.map(({ id, current, createdAt, address, device }) => (
        <li key={id} className={classes.row}>
          <div className={classes.who}>
            <Text>
              {deviceWords(device)} {current ? "(this one)" : ""}
            </Text>
            <Text size="xs" c="dimmed">
              {[address, `since ${momentText(createdAt)}`].filter(Boolean).join(", ")}
            </Text>
          </div>
          {current ? null : (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Sign out there: ${deviceWords(device)}`}
              onClick={() => void end(id).catch(sayProblem)}
            >
              Sign out there
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
