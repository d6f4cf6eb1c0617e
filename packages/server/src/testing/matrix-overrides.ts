import { BUILT_IN_TEMPLATES } from "@milepost/planning";
import { newId } from "../kit/id.ts";
import type { Ids } from "./matrix-body.ts";
import type { Place, World } from "./matrix-world.ts";
import { PNG } from "./multipart.ts";
import type { SeedPerson } from "./seed.ts";

/** Before sign-in. Whoever adds a route here has thought about who may call it. */
export const OPEN_TO_EVERYBODY = [
  "getSetup",
  "setUp",
  "signIn",
  "signOut",
  "askForPasswordReset",
  "resetPassword",
  "acceptInvitation",
  "passkeySignInOptions",
  "signInWithPasskey",
];

/** With a session, about the own account or stream alone. */
export const OWN_ACCOUNT = [
  "changePassword",
  "prepareSecondFactor",
  "confirmSecondFactor",
  "removeSecondFactor",
  "passkeyOptions",
  "addPasskey",
  "live",
  "listWorkspaces",
];

/** What these are about is not in the world of the matrix: whoever may, hears that it is not there. */
export const NOTHING_THERE = [
  "endContactFeed",
  "endFeed",
  "endReportSchedule",
  "removeCardDependency",
  "removeSample",
  "restoreFolder",
  "renewFeed",
  "restoreCriterion",
  "restoreDeliverable",
  "restoreItem",
  "resumeTimer",
  "undoBoardAct",
  "undoCopyColumn",
  "unmakeItemCard",
];

/** Streams that ask the policy themselves: the action that each of them must ask for. */
export const DECIDE_THEMSELVES: Record<string, string> = {
  uploadFile: "file.upload",
  uploadVersion: "file.upload",
  setLogo: "workspace.edit",
  downloadFile: "project.read",
  previewFile: "project.read",
  downloadRecord: "approval.read",
  downloadDeliveryRecord: "retrospective.read",
  downloadCertificate: "approval.read",
  previewReport: "plan.edit",
  makeReport: "plan.edit",
};

/** Addresses that name their thing in query or body instead of the path. */
export const IN_REQUEST: Record<string, string> = {
  listNotices: "?{projectId}",
  listComments: "?{cardId}",
  addComment: "?{cardId}",
  listMentionable: "?{cardId}",
  listFiles: "?{cardId}",
  uploadFile: "?{cardId}",
  mute: "?{projectId}",
};

/** Ids that belong to the person who asks, or mean another thing of the place than their name says. */
export const OWN_IDS: Record<string, (place: Place, actor: SeedPerson | null, world: World) => Ids> = {
  endSession: (_place, actor, { sessions }) => ({ id: sessions.get(actor?.userId ?? "") ?? "none" }),
  removePasskey: (_place, actor, { passkeys }) => ({ id: passkeys.get(actor?.userId ?? "") ?? "none" }),
  revokeInvitation: ({ ids }) => ({ id: ids.invitationId ?? "" }),
  endFeed: () => ({ feedId: newId() }),
  renewFeed: () => ({ feedId: newId() }),
  applyFix: () => ({ checkId: "L13" }),
  undoBoardAct: () => ({ actId: newId() }),
  handOverInvitation: ({ ids }) => ({ id: ids.invitationId ?? "" }),
};

export interface ByHand {
  body?: (ids: Ids) => unknown;
  query?: (ids: Ids) => Record<string, string>;
  headers?: Record<string, string>;
}

const BOUNDARY = "matrix";
const multipart = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };

function upload(fields: Record<string, string | undefined>, words = "words"): string {
  const parts = Object.entries(fields).map(([name, value]) => `name="${name}"\r\n\r\n${value}`);
  const file = `name="file"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\n${words}`;
  const lines = [...parts, file].map(
    (part) => `--${BOUNDARY}\r\ncontent-disposition: form-data; ${part}\r\n`,
  );
  return `${lines.join("")}--${BOUNDARY}--\r\n`;
}

const RECURRING = () => ({
  content: { title: "Water the plants" },
  columnId: null,
  cadence: "weekly",
  everyDays: null,
  startsOn: "2026-05-04",
  at: "09:00",
  endsOn: null,
  paused: false,
});

const BUTTON = () => ({ place: "card", name: "Begin", steps: [{ do: "archive" }] });

/** Requests that the smallest value of the schema cannot give. */
export const FILLED_BY_HAND: Record<string, ByHand> = {
  previewLinks: { query: () => ({ refs: "ACME-1" }) },
  tryAccent: { query: () => ({ accent: "#1f5f4a" }) },
  changeBrand: { body: () => ({ senderName: "A name" }) },
  setLogo: { body: () => Buffer.from(upload({}, PNG.toString("latin1")), "latin1"), headers: multipart },
  switchMails: { body: () => ({ kind: "mention", on: false }) },
  invite: { body: () => ({ email: "new@example.test", role: "member" }) },
  changeMember: { body: () => ({ title: "Producer" }) },
  saveView: { body: () => ({ name: "Late", search: "health=off_track" }) },
  orderObjective: { body: () => ({ after: null }) },
  moveItem: { body: () => ({}) },
  moveColumn: { body: () => ({}) },
  deleteColumn: { body: () => ({}) },
  makeGroup: { body: () => ({ name: "designers", personIds: [] }) },
  changeGroup: { body: () => ({ name: "writers", personIds: [] }) },
  scheduleOwnCheckIn: { body: () => ({ own: null, paused: true }) },
  setUpCheckIn: {
    body: () => ({
      question: "Anything in the way?",
      cadence: "weekly",
      everyDays: null,
      startsOn: "2026-05-04",
      at: "09:00",
      personIds: [],
      paused: false,
      revision: null,
    }),
  },
  createButton: { body: BUTTON },
  changeButton: { body: BUTTON },
  createRecurringCard: { body: RECURRING },
  changeRecurringCard: { body: RECURRING },
  previewRecurringCard: { query: () => ({ cadence: "weekly", startsOn: "2026-05-04", at: "09:00" }) },
  previewReviewSeries: { query: () => ({ cadence: "weekly", startsOn: "2026-05-04", at: "10:00" }) },
  setReviewSeries: {
    body: () => ({
      cadence: "weekly",
      everyDays: null,
      startsOn: "2026-05-04",
      at: "10:00",
      clientPart: false,
      inviteeIds: [],
      revision: null,
    }),
  },
  setCardMilestone: { body: () => ({ milestoneId: null, expected: null }) },
  listComments: { query: ({ cardId }) => ({ subject: `card:${cardId}` }) },
  listMentionable: { query: ({ cardId }) => ({ subject: `card:${cardId}` }) },
  listFiles: { query: ({ cardId }) => ({ subject: `card:${cardId}` }) },
  uploadFile: {
    body: ({ cardId }) => upload({ subjectKind: "card", subjectId: cardId }),
    headers: multipart,
  },
  moveFolder: { body: () => ({ from: null, to: null }) },
  sortFiles: {
    body: ({ fileId, folderId }) => ({ moves: [{ fileId, from: null, to: folderId }] }),
  },
  uploadVersion: { body: () => upload({}), headers: multipart },
  addComment: { body: ({ cardId }) => ({ subject: { kind: "card", id: cardId }, body: "Words" }) },
  importTemplate: {
    body: () => ({
      text: JSON.stringify({
        format: "milepost-template",
        version: 1,
        template: BUILT_IN_TEMPLATES.website,
      }),
    }),
  },
  createProjectFromTemplate: {
    body: () => ({ templateId: "website", name: "A name", dates: { startOn: "2026-05-04" } }),
  },
  addPlanFromTemplate: {
    body: () => ({ templateId: "website", dates: { startOn: "2026-05-04" } }),
  },
  carryOn: { body: ({ projectId }) => ({ toProjectId: projectId }) },
  moveMilestone: { body: () => ({ to: "submitted", expected: "draft" }) },
  addCardDependency: {
    body: ({ milestoneId }) => ({ way: "waitsFor", other: { kind: "milestone", id: milestoneId } }),
  },
  addDependency: {
    body: ({ cardId, milestoneId }) => ({
      from: { kind: "milestone", id: milestoneId },
      to: { kind: "card", id: cardId },
    }),
  },
  publish: {
    body: () => ({ clientText: "", teamText: "", expectedHash: "0".repeat(64), expectedLast: 1 }),
  },
  askForInput: {
    body: () => ({
      personIds: [newId()],
      deadlineOn: "2027-01-01",
      words: "",
      clientText: "",
      expectedHash: "0".repeat(64),
      expectedLast: 1,
    }),
  },
  requestApproval: {
    body: ({ contactId }) => ({
      kind: "plan",
      question: "Is it right?",
      deciders: [{ personId: contactId }],
    }),
  },
  nudgeDecider: { body: ({ contactId }) => ({ personId: contactId }) },
  handOverDecisionLink: { body: ({ contactId }) => ({ personId: contactId }) },
  recordDecision: {
    body: ({ contactId }) => ({
      personId: contactId,
      verdict: "chosen",
      choice: "1",
      words: "On the phone",
      hash: "0".repeat(64),
    }),
  },
  recordTakenDecision: {
    body: ({ contactId }) => ({
      personId: contactId,
      question: "Which provider?",
      outcome: "Mollie",
      words: "In the call on Monday",
    }),
  },
  mute: { body: ({ projectId }) => ({ kind: "project", id: projectId }) },
  snoozeInboxItem: { body: () => ({ until: "2027-01-01T00:00:00Z" }) },
  setMailRhythm: {
    body: () => ({ rhythm: "daily", quietFrom: null, quietTo: null, reminders: true }),
  },
  undoDates: { body: ({ dateChangeId }) => ({ eventId: dateChangeId }) },
};
