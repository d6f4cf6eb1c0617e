import { Stack, Switch, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { sayProblem } from "../lib/undo.tsx";
import { Waiting } from "../ui/waiting.tsx";

const KEY = keys.workspace("mail-switches");

/** Kinds of mail that nobody has to act on; all others always come. */
export function MailSwitches() {
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: KEY, queryFn: () => answer(api.GET("/api/v1/me/mails")) });
  if (!data) return <Waiting rows={1} />;
  const turn = async ({ kind }: Shape<"MailSwitch">, on: boolean) => {
    await answer(api.PUT("/api/v1/me/mails", { body: { kind, on } }));
    await client.invalidateQueries({ queryKey: KEY });
  };
  return (
    <Stack align="flex-start">
      {data.items.map((each) => (
        <Switch
          key={each.kind}
          checked={each.on}
          label={each.called}
          onChange={({ currentTarget }) => void turn(each, currentTarget.checked).catch(sayProblem)}
        />
      ))}
      <Text size="sm" c="dimmed">
        Mails that you ask for yourself, such as a link for a new password, always come.
      </Text>
    </Stack>
  );
}
