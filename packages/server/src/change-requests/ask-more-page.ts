import { createElement } from "react";
import { z } from "zod";
import { forbidden } from "../kit/errors.ts";
import { text, title } from "../kit/fields.ts";
import { contactScope } from "../portal/contact-scope.ts";
import type { ProjectPage } from "../portal/portal-page.ts";
import { portalHref, read } from "../portal/visit.ts";
import { AskMorePage } from "./ask-more.page.tsx";
import { ownWishes } from "./ask-more.store.ts";
import { askForMore } from "./change-requests.ts";

const Wish = z.strictObject({ title: title(), words: text(5_000) });

/** Where a client asks for something beyond the plan, and reads what became of it. */
export const askMorePage: ProjectPage = {
  path: "/portal/:workspace/:project/ask-more",
  logged: "ask-more",
  async show(visit) {
    const wishes = await read(visit, (tx) => ownWishes(tx, visit.project.id));
    const { done } = visit.request.query as { done?: unknown };
    const notice =
      done === "asked"
        ? {
            kind: "notice" as const,
            text: visit.say("We have it. You get days and price before anything changes."),
          }
        : null;
    return { title: visit.say("Ask for more"), notice, body: createElement(AskMorePage, { visit, wishes }) };
  },
  async act(visit, form) {
    if (visit.visitor.side !== "client" || visit.project.role !== "approver") throw forbidden();
    const wish = Wish.parse({ title: form.one("title"), words: form.one("words") });
    await visit.services.database.inWorkspace(visit.visitor.workspaceId, async (tx) => {
      await askForMore(contactScope(visit, tx), visit.project.id, wish);
    });
    return { to: `${portalHref(visit, "/ask-more")}?done=asked` };
  },
};
