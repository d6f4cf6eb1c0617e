import { Menu } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type Mutable, mutesQuery, turnMute } from "../lib/mute-acts.ts";
import { sayProblem } from "../lib/undo.tsx";

/** In the menu of a card or milestone: hear no more of it, or hear of it again. */
export function MuteItem({ thing }: { thing: Mutable }) {
  const client = useQueryClient();
  const muted = useQuery(mutesQuery).data?.items.some(({ id }) => id === thing.id);
  return (
    <Menu.Item
      disabled={muted === undefined}
      onClick={() => void turnMute(client, thing, !muted).catch(sayProblem)}
    >
      {muted ? "Hear of it again" : "Mute"}
    </Menu.Item>
  );
}
