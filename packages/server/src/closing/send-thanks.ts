import { houseFor } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import { TAKE_BACK_MS } from "../approvals/take-back.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { sendMessage } from "../talk/messages.ts";
import { sayIn } from "../words/say.ts";
import { dueThanks, setMessage, takeDue } from "./thanks.store.ts";

/** Thanks leave as messages to the client when the decision behind them can no longer be taken back; each once. */
export async function sendThanks({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  const before = new Date(now.getTime() - TAKE_BACK_MS);
  for (const { workspaceId, id, personId } of await dueThanks(database.maintenance, before))
    await database.inWorkspace(workspaceId, async (tx) => {
      const scope = { tx, actor: houseFor(workspaceId, personId), kit, now, requestId: "" };
      const due = await takeDue(scope, id);
      if (!due) return;
      const { project } = await visibleProject(scope, due.projectId);
      const title = sayIn(due.language)("Thank you: {milestone}", { milestone: due.title });
      const message = await sendMessage(scope, project, { title, body: due.words, audience: "client" });
      await setMessage(scope, id, message.id);
    });
}
