import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { notFound, stale } from "../kit/errors.ts";
import { type AnswerRow, answersOfDays, findAnswer, writeAnswer } from "./answers.store.ts";
import { type CheckInAccess, visibleCheckIn } from "./check-ins.store.ts";
import type { AnswerView } from "./check-ins.view.ts";

/** Days on one page. */
const DAYS = 20;

export interface AnswerAccess extends CheckInAccess {
  answer: AnswerRow;
  authorId: string;
}

export async function visibleAnswer(scope: Scope, id: string): Promise<AnswerAccess> {
  const answer = await findAnswer(scope, id);
  if (!answer) throw notFound();
  return { ...(await visibleCheckIn(scope, answer.checkInId)), answer, authorId: answer.personId };
}

/** What was said day by day, the newest first; the cursor is the last day that was given. */
export async function listAnswers(
  scope: Scope,
  checkInId: string,
  before: string | undefined,
): Promise<{ items: AnswerView[]; nextCursor: string | null }> {
  const rows = await answersOfDays(scope, checkInId, { before, days: DAYS + 1 });
  const days = [...new Set(rows.map(({ onDate }) => onDate))];
  const last = days.length > DAYS ? (days[DAYS - 1] ?? null) : null;
  const items = last === null ? rows : rows.filter(({ onDate }) => onDate >= last);
  return { items: items.map(present), nextCursor: last };
}

export async function answer(
  scope: Scope,
  { answer: { id }, checkIn, project }: AnswerAccess,
  revision: number,
  body: string,
): Promise<AnswerView> {
  const isSaved = await writeAnswer(scope, { id, revision }, body.trim() === "" ? "" : body);
  const row = await findAnswer(scope, id);
  if (!row) throw notFound();
  if (!isSaved) throw stale(present(row));
  await record(scope, {
    verb: "checkIn.answered",
    subject: { kind: "checkIn", id: checkIn.id },
    projectId: project.id,
    data: { answerId: id, on: row.onDate },
  });
  return present(row);
}

function present({ checkInId: _checkIn, onDate: on, answeredAt, ...row }: AnswerRow): AnswerView {
  return { ...row, on, answeredAt: answeredAt?.toISOString() ?? null };
}
