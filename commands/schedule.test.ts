import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const COMMAND = fileURLToPath(new URL("schedule.ts", import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "schedule-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function schedule(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: "utf8" });
  const lines = stdout.trimEnd().split("\n");
  return { status, stdout, stderr, lines, summary: stdout ? JSON.parse(lines.at(-1) ?? "") : undefined };
}

function file(text: string): string {
  const path = join(folder, "plan.xml");
  writeFileSync(path, text);
  return path;
}

const DAY =
  "<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime><WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes>";
const WEEK = [1, 2, 3, 4, 5, 6, 7]
  .map((day) =>
    day === 1 || day === 7
      ? `<WeekDay><DayType>${day}</DayType><DayWorking>0</DayWorking></WeekDay>`
      : `<WeekDay><DayType>${day}</DayType><DayWorking>1</DayWorking>${DAY}</WeekDay>`,
  )
  .join("");

/** A plan from Friday 6 March 2026 on, eight to five from Monday to Friday. */
function project(tasks: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Project xmlns="http://schemas.microsoft.com/project"><ScheduleFromStart>1</ScheduleFromStart><StartDate>2026-03-06T08:00:00</StartDate><CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><Name>Standard</Name><WeekDays>${WEEK}</WeekDays></Calendar></Calendars><Tasks>${tasks}</Tasks></Project>`;
}

interface Stated {
  readonly start: string;
  readonly finish: string;
  readonly late?: readonly [start: string, finish: string];
  readonly slack?: readonly [total: number, free: number];
  readonly more?: string;
}

function task(
  uid: number,
  { start, finish, late = [start, finish], slack = [0, 0], more = "" }: Stated,
): string {
  return `<Task><UID>${uid}</UID><Name>Task ${uid}</Name><OutlineLevel>1</OutlineLevel><Start>${start}:00</Start><Finish>${finish}:00</Finish><Duration>PT8H0M0S</Duration><DurationFormat>7</DurationFormat><EarlyStart>${start}:00</EarlyStart><EarlyFinish>${finish}:00</EarlyFinish><LateStart>${late[0]}:00</LateStart><LateFinish>${late[1]}:00</LateFinish><TotalSlack>${slack[0] * 10}</TotalSlack><FreeSlack>${slack[1] * 10}</FreeSlack>${more}</Task>`;
}

/** Friday, then two days later (FS + 1 day): Tuesday; a day beside them has two days of slack. */
const AGREEING = project(
  [
    task(1, { start: "2026-03-06T08:00", finish: "2026-03-06T17:00" }),
    task(2, {
      start: "2026-03-10T08:00",
      finish: "2026-03-10T17:00",
      more: "<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type><LinkLag>4800</LinkLag><LagFormat>7</LagFormat></PredecessorLink>",
    }),
    task(3, {
      start: "2026-03-06T08:00",
      finish: "2026-03-06T17:00",
      late: ["2026-03-10T08:00", "2026-03-10T17:00"],
      slack: [960, 960],
    }),
  ].join(""),
);

test("shows each task beside the file's own values and counts what agrees", () => {
  const { status, lines, summary } = schedule(file(AGREEING));
  expect(status).toBe(0);
  expect(lines[3]).toMatch(/^2 Task 2 .* ours 2026-03-10T08:00 {2}2026-03-10T17:00/);
  expect(lines[4]).toMatch(/^ +file 2026-03-10T08:00 {2}2026-03-10T17:00/);
  expect(summary).toEqual({
    tasks: 3,
    automatic: 3,
    automaticAgree: 3,
    manual: 0,
    manualAgree: 0,
    values: 24,
    valuesAgree: 24,
    disagree: [],
  });
});

test("marks what differs and ends with 1", () => {
  const { status, lines, summary } = schedule(
    file(AGREEING.replace("2026-03-10T17:00:00", "2026-03-11T17:00:00")),
  );
  expect(status).toBe(1);
  expect(lines[3]).toContain("2026-03-10T17:00* ");
  expect(summary).toMatchObject({ automaticAgree: 2, valuesAgree: 23, disagree: ["2"] });
});

test("leaves tasks that were set by hand where they are and compares their slack", () => {
  const byHand = project(
    [
      task(1, {
        start: "2026-03-09T08:00",
        finish: "2026-03-09T17:00",
        slack: [480, 0],
        more: "<Manual>1</Manual>",
      }),
      task(2, {
        start: "2026-03-09T08:00",
        finish: "2026-03-11T17:00",
        more: "<Manual>1</Manual><PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink>",
      }),
    ].join(""),
  );
  const { summary } = schedule(file(byHand));
  expect(summary).toMatchObject({ automatic: 0, manual: 2, manualAgree: 1, values: 8, disagree: ["1"] });
});

test("writes a plan that it reads back with the same dates", () => {
  const out = join(folder, "out.xml");
  const first = schedule(file(AGREEING), "--write", out);
  const again = schedule(out, "--write", join(folder, "again.xml"));
  expect(again.summary).toEqual(first.summary);
  expect(again.status).toBe(0);
  expect(readFileSync(join(folder, "again.xml"), "utf8")).toBe(readFileSync(out, "utf8"));
});

test.each([
  ["a plan cut short", AGREEING.slice(0, -30), "not whole, readable XML"],
  ["definitions of its own", `<!DOCTYPE x [<!ENTITY a "b">]>${AGREEING}`, "DOCTYPE"],
  ["another kind of file", "<rss><channel/></rss>", "not a plan in MS Project's XML format"],
  [
    "a date that is none",
    AGREEING.replace("2026-03-06T08:00:00", "soon"),
    "StartDate: a date with a time is expected",
  ],
  [
    "no calendar",
    AGREEING.replace("<UID>1</UID><Name>Standard", "<UID>7</UID><Name>Standard"),
    "no calendar for its project",
  ],
  [
    "tasks that wait for each other",
    AGREEING.replace("<PredecessorUID>1</PredecessorUID>", "<PredecessorUID>2</PredecessorUID>"),
    'cannot be scheduled: cycle [{"taskIds":["2"],"linkIds":["2-1"]}]',
  ],
])("refuses %s with a sentence", (_, text, sentence) => {
  const { status, stdout, stderr } = schedule(file(text));
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(sentence);
});

test.each([
  [[], "One file"],
  [["a.xml", "b.xml"], "One file"],
  [["nowhere.xml"], "nowhere.xml"],
  [["a.xml", "--color"], "--color"],
])("explains itself when asked with %j", (args, message) => {
  const { status, stdout, stderr } = schedule(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).toContain("npm run -s schedule -- FILE.xml");
});
