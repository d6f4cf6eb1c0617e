import { createElement } from "react";
import { type Head, sealedHead } from "../events/sealed-head.ts";
import { isPreviewable } from "../files/media-type.ts";
import { contentOf, savedHeaders, shownHeaders } from "../files/send-content.ts";
import { notFound } from "../kit/errors.ts";
import type { PortalForm } from "../portal/portal-form.ts";
import {
  type Download,
  type LinkPage,
  type PortalBody,
  type PortalPage,
  type ProjectPage,
  type Redirect,
  rememberForm,
  type Shown,
} from "../portal/portal-page.ts";
import { openSession } from "../portal/portal-sessions.ts";
import { needsAccount, portalHref, read, type Visit } from "../portal/visit.ts";
import { mailLinkAgain } from "./asked-mails.ts";
import { ChangesPage } from "./changes.page.tsx";
import { ColleaguePage } from "./colleague.page.tsx";
import { askColleague } from "./colleagues.ts";
import { DecisionPage } from "./decision.page.tsx";
import { askQuestion, asVisitor, sayDecision } from "./decision-acts.ts";
import { colleaguesOf } from "./decision-read.store.ts";
import { type DecisionView, parse, placeOf, readDecision } from "./decision-read.ts";
import { viewName } from "./opened.ts";
import { type Picture, picturesOf, pinsOn, withOtherPins } from "./pins.ts";
import { ReceiptPage } from "./receipt.page.tsx";
import { takeBack } from "./take-back.ts";

type Doing = Pick<LinkPage, "show" | "act" | "takesFiles">;

/** The same page by the link of a mail, and by session among the pages of the project. */
function both(place: string, doing: Doing, logged = false): PortalPage[] {
  const byLink: LinkPage = { ...doing, path: `/d/:token${place}`, kind: "decision" };
  const byAddress: ProjectPage = {
    ...doing,
    path: `/portal/:workspace/:project/decisions/:number${place}`,
  };
  if (!logged) return [byLink, byAddress];
  return [
    { ...byLink, logged: "decision" },
    {
      ...byAddress,
      logged: ({ request }) => viewName(Number((request.params as { number: string }).number)),
    },
  ];
}

const decisionPage: Doing = {
  async show(visit) {
    const view = await readDecision(visit);
    return {
      title: view.request.title,
      at: "decisions",
      notice: noticeOf(visit),
      body: createElement(DecisionPage, { visit, view, pictures: await shownPictures(visit, view) }),
    };
  },
  async act(visit, form) {
    const view = await readDecision(visit);
    if (form.one("newest") === "yes") return sendNewest(visit);
    return form.one("ask") === "" ? sayDecision(visit, view, form) : askQuestion(visit, view, form);
  },
};

/** Only where somebody has set points on one. */
async function shownPictures(visit: Visit, { said, files }: DecisionView): Promise<readonly Picture[]> {
  return said.some(({ pins }) => pinsOn(pins).length > 0) ? picturesOf(visit, files) : [];
}

function noticeOf({ say, request }: Visit): NonNullable<PortalBody["notice"]> | null {
  const { done } = request.query as { done?: unknown };
  if (done === "sent") return { kind: "notice", text: say("It is on its way to your mail address.") };
  if (done === "asked")
    return { kind: "notice", text: say("Your colleague has a mail with a link of their own.") };
  return done === "undone" ? { kind: "notice", text: say("Taken back. You can decide anew.") } : null;
}

async function sendNewest(visit: Visit): Promise<Redirect> {
  const { request, next } = await readDecision(visit);
  if (!next) throw notFound();
  await asVisitor(visit, (scope) =>
    mailLinkAgain(
      scope,
      { ...next, workspaceId: visit.visitor.workspaceId },
      parse(next),
      visit.visitor.personId,
    ),
  );
  return { to: `${placeOf(visit, request.number)}?done=sent` };
}

const changesPage: Doing = {
  takesFiles: true,
  async show(visit) {
    const view = await readDecision(visit);
    if (!view.isTurn || needsAccount(visit)) return { to: placeOf(visit, view.request.number) };
    return {
      title:
        view.request.kind === "change" ? visit.say("Ask for another offer") : visit.say("Request changes"),
      at: "decisions",
      body: createElement(ChangesPage, { visit, view, pictures: await picturesOf(visit, view.files) }),
    };
  },
  async act(visit, form) {
    const view = await readDecision(visit);
    const pinned = withOtherPins(form, await picturesOf(visit, view.files));
    return pinned ? showAgain(visit, pinned) : sayDecision(visit, view, form);
  },
};

/** The same form with the point that was set or without the one that was removed; nothing is wrong with it. */
function showAgain(visit: Visit, form: PortalForm): Promise<Shown> {
  rememberForm(visit, { form, problem: { id: "", text: "", errors: {} } });
  return changesPage.show(visit);
}

const colleaguePage: Doing = {
  async show(visit) {
    const view = await readDecision(visit);
    if (!view.isDecider || view.state !== "open") return { to: placeOf(visit, view.request.number) };
    const { project, visitor } = visit;
    const colleagues = await read(visit, (tx) => colleaguesOf(tx, project.id, visitor.personId));
    return {
      title: visit.say("Ask a colleague"),
      at: "decisions",
      body: createElement(ColleaguePage, { visit, view, colleagues }),
    };
  },
  async act(visit, form) {
    const { request } = await readDecision(visit);
    const part = form.one("part") === "stand-in" ? "stand-in" : "advise";
    const wanted = { personId: form.one("colleague"), part } as const;
    await asVisitor(visit, (scope) => askColleague(scope, request.id, wanted));
    return { to: `${placeOf(visit, request.number)}?done=asked` };
  },
};

const receiptPage: Doing = {
  async show(visit) {
    const view = await readDecision(visit);
    const { own } = view;
    if (!own) return { to: placeOf(visit, view.request.number) };
    return {
      title: visit.say("Your receipt"),
      at: "decisions",
      body: createElement(ReceiptPage, { visit, view, own, head: await headOf(visit) }),
    };
  },
  async act(visit, form) {
    const { request } = await readDecision(visit);
    if (form.one("open") === "yes") return openProject(visit);
    if (form.one("undo") !== "yes") throw notFound();
    await asVisitor(visit, (scope) => takeBack(scope, request.id, visit.visitor.personId));
    return { to: `${placeOf(visit, request.number)}?done=undone` };
  },
};

/** Sealed before anybody is told that it is on record. */
function headOf({ services, visitor, project }: Visit): Promise<Head | null> {
  return sealedHead(services, { workspaceId: visitor.workspaceId, projectId: project.id });
}

/** From the link of one decision to the pages of the project, on this device from now on. */
async function openProject(visit: Visit): Promise<Redirect> {
  const { services, visitor, link } = visit;
  if (visitor.side !== "client") throw notFound();
  if (visitor.sessionId !== null) return { to: portalHref(visit) };
  const { workspaceId, personId } = visitor;
  const whose = { workspaceId, personId, linkId: link?.row.id ?? null, level: "link" as const };
  const cookie = await services.database.inWorkspace(workspaceId, (tx) =>
    openSession(tx, services.kit, whose),
  );
  return { to: portalHref(visit), cookie };
}

const filePage: Doing = {
  async show(visit): Promise<Download> {
    const { file: id } = visit.request.params as { file: string };
    const { files } = await readDecision(visit);
    const file = files.find((one) => one.id === id);
    if (!file) throw notFound();
    const { save } = visit.request.query as { save?: unknown };
    const isShown = save === undefined && isPreviewable(file.mediaType);
    const { stream, headers } = await contentOf(visit.services.kit.dataDir, file);
    return { bytes: stream, headers: { ...(isShown ? shownHeaders(file) : savedHeaders(file)), ...headers } };
  },
};

/** Where people of a client decide, and read what was decided. */
export const decisionPages: readonly PortalPage[] = [
  ...both("", decisionPage, true),
  ...both("/changes", changesPage),
  ...both("/colleague", colleaguePage),
  ...both("/receipt", receiptPage),
  ...both("/file/:file", filePage),
];
