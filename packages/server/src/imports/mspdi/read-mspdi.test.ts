import { createCalendar, scheduleTasks, toEpochDay } from "@milepost/planning";
import { describe, expect, test } from "vitest";
import { Problem } from "../../kit/errors.ts";
import { minuteOf } from "./mspdi-values.ts";
import { readMspdi } from "./read-mspdi.ts";

const times = (...spells: string[]) =>
  `<WorkingTimes>${spells
    .map((spell) => {
      const [from, to] = spell.split("-");
      return `<WorkingTime><FromTime>${from}:00</FromTime><ToTime>${to}:00</ToTime></WorkingTime>`;
    })
    .join("")}</WorkingTimes>`;
const weekDay = (type: number, ...spells: string[]) =>
  `<WeekDay><DayType>${type}</DayType><DayWorking>${spells.length > 0 ? 1 : 0}</DayWorking>${spells.length > 0 ? times(...spells) : ""}</WeekDay>`;
const officeWeek = [1, 2, 3, 4, 5, 6, 7]
  .map((type) => (type === 1 || type === 7 ? weekDay(type) : weekDay(type, "08:00-12:00", "13:00-17:00")))
  .join("");
const office = (more = "") =>
  `<Calendar><UID>1</UID><Name>Standard</Name><WeekDays>${officeWeek}</WeekDays>${more}</Calendar>`;

interface Parts {
  readonly calendars?: string;
  readonly tasks?: string;
  readonly rest?: string;
}

/** A plan from Friday 6 March 2026. */
function file({ calendars = office(), tasks = "", rest = "" }: Parts): string {
  return `<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><ScheduleFromStart>1</ScheduleFromStart><StartDate>2026-03-06T08:00:00</StartDate><CalendarUID>1</CalendarUID><Calendars>${calendars}</Calendars><Tasks>${tasks}</Tasks>${rest}</Project>`;
}

const task = (uid: number, more = "", hours = 8) =>
  `<Task><UID>${uid}</UID><OutlineLevel>1</OutlineLevel><Duration>PT${hours}H0M0S</Duration><DurationFormat>7</DurationFormat>${more}</Task>`;

/** The days from March 2026 on, of a year, on which less than the usual is worked. */
function freeDays(calendars: string): string[] {
  const { plan } = readMspdi(file({ calendars }));
  const { daysOff = [] } = plan.calendars[0] ?? {};
  return daysOff.flatMap(({ from, to }) => (from === to ? [from] : [`${from} to ${to}`]));
}

const exception = (fields: string) =>
  office(
    `<Exceptions><Exception><TimePeriod><FromDate>2026-03-02T00:00:00</FromDate><ToDate>2026-12-31T23:59:00</ToDate></TimePeriod>${fields}<DayWorking>0</DayWorking></Exception></Exceptions>`,
  );

describe("exceptions that recur", () => {
  test.each([
    [
      "every third day, twice",
      "<Occurrences>2</Occurrences><Type>7</Type><Period>3</Period>",
      ["2026-03-02", "2026-03-05"],
    ],
    [
      "every second week on Monday and Friday",
      "<Occurrences>3</Occurrences><Type>6</Type><Period>2</Period><DaysOfWeek>34</DaysOfWeek>",
      ["2026-03-02", "2026-03-06", "2026-03-16"],
    ],
    [
      "every month on the 15th",
      "<Occurrences>2</Occurrences><Type>4</Type><Period>1</Period><MonthDay>15</MonthDay>",
      ["2026-03-15", "2026-04-15"],
    ],
    [
      "the last Friday of every second month",
      "<Occurrences>2</Occurrences><Type>5</Type><Period>2</Period><MonthItem>8</MonthItem><MonthPosition>4</MonthPosition>",
      ["2026-03-27", "2026-05-29"],
    ],
    ["Christmas Day", "<Type>2</Type><Month>11</Month><MonthDay>25</MonthDay>", ["2026-12-25"]],
    [
      "the second weekday of May",
      "<Type>3</Type><Month>4</Month><MonthItem>1</MonthItem><MonthPosition>1</MonthPosition>",
      ["2026-05-04"],
    ],
    ["a spell of days", "<Type>1</Type><Occurrences>3</Occurrences>", ["2026-03-02 to 2026-03-04"]],
  ])("%s", (_, fields, days) => expect(freeDays(exception(fields))).toEqual(days));
});

describe("calendars", () => {
  const workedOn = (calendars: string, uid: string, date: string) => {
    const spec = readMspdi(file({ calendars })).plan.calendars.find(({ id }) => id === uid);
    const { minutes } = createCalendar(spec ?? { week: {} });
    const day = toEpochDay(date) * 1440;
    return minutes.worked(day + 1440) - minutes.worked(day);
  };

  test("take over what they do not say from their base", () => {
    const own = `<Calendar><UID>2</UID><BaseCalendarUID>1</BaseCalendarUID><WeekDays>${weekDay(2, "08:00-10:00")}${weekDay(6)}</WeekDays></Calendar>`;
    const days = ["2026-03-09", "2026-03-10", "2026-03-13", "2026-03-14"];
    expect(days.map((date) => workedOn(office() + own, "2", date))).toEqual([120, 480, 0, 0]);
  });

  test("work until midnight and around the clock", () => {
    const own = `<Calendar><UID>2</UID><WeekDays>${weekDay(2, "22:00-00:00")}${weekDay(3, "00:00-00:00")}</WeekDays></Calendar>`;
    expect(["2026-03-09", "2026-03-10"].map((date) => workedOn(office() + own, "2", date))).toEqual([
      120, 1440,
    ]);
  });

  test("have dated weeks and worked exceptions", () => {
    const period = (from: string, to: string) =>
      `<TimePeriod><FromDate>${from}T00:00:00</FromDate><ToDate>${to}T23:59:00</ToDate></TimePeriod>`;
    const more = `<Exceptions><Exception>${period("2026-03-14", "2026-03-14")}<Type>1</Type><DayWorking>1</DayWorking>${times("09:00-10:00")}</Exception></Exceptions><WorkWeeks><WorkWeek>${period("2026-03-09", "2026-03-15")}<WeekDays>${weekDay(2, "08:00-09:00")}${weekDay(3)}</WeekDays></WorkWeek></WorkWeeks>`;
    const days = ["2026-03-09", "2026-03-10", "2026-03-11", "2026-03-14", "2026-03-16"];
    expect(days.map((date) => workedOn(office(more), "1", date))).toEqual([60, 0, 480, 60, 480]);
  });
});

describe("tasks", () => {
  const resources = `<Resources><Resource><UID>1</UID><Name>Ann</Name><Type>1</Type><CalendarUID>1</CalendarUID></Resource><Resource><UID>2</UID><Name>Paper</Name><Type>0</Type></Resource></Resources>`;
  const assigned = (fields: string, resource = 1) =>
    `${resources}<Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>${resource}</ResourceUID>${fields}</Assignment></Assignments>`;
  const finishOf = (parts: Parts) => {
    const schedule = scheduleTasks(readMspdi(file(parts)).plan);
    return schedule.ok ? schedule.tasks[0]?.finishAt : schedule.code;
  };

  test.each([
    ["half time", assigned("<Units>0.5</Units><Work>PT8H0M0S</Work>"), "2026-03-09T17:00:00"],
    [
      "a bell of work, half as dense",
      assigned("<Units>1</Units><Work>PT8H0M0S</Work><WorkContour>6</WorkContour>"),
      "2026-03-09T17:00:00",
    ],
    [
      "overtime, as it stands",
      assigned(
        "<Units>1</Units><Work>PT16H0M0S</Work><OvertimeWork>PT4H0M0S</OvertimeWork><Start>2026-03-06T08:00:00</Start><Finish>2026-03-09T12:00:00</Finish>",
      ),
      "2026-03-09T12:00:00",
    ],
    [
      "a late beginning",
      assigned("<Units>1</Units><Work>PT8H0M0S</Work><Delay>2400</Delay>"),
      "2026-03-09T12:00:00",
    ],
    [
      "material, which does no work",
      assigned("<Units>3</Units><Work>PT1H0M0S</Work>", 2),
      "2026-03-06T17:00:00",
    ],
    [
      "a break drawn into it",
      assigned(
        "<WorkContour>8</WorkContour><TimephasedData><Type>1</Type><Start>2026-03-06T08:00:00</Start><Finish>2026-03-06T12:00:00</Finish><Value>PT4H0M0S</Value></TimephasedData><TimephasedData><Type>1</Type><Start>2026-03-06T13:00:00</Start><Finish>2026-03-09T12:00:00</Finish><Value>PT0H0M0S</Value></TimephasedData><TimephasedData><Type>1</Type><Start>2026-03-09T13:00:00</Start><Finish>2026-03-09T17:00:00</Finish><Value>PT4H0M0S</Value></TimephasedData>",
        -65535,
      ),
      "2026-03-09T17:00:00",
    ],
  ])("%s", (_, rest, finish) => expect(finishOf({ tasks: task(1), rest })).toBe(minuteOf(finish)));

  test("durations may leave out what is nothing, and moments their seconds", () => {
    const short = task(
      1,
      "<ConstraintType>4</ConstraintType><ConstraintDate>2026-03-09T08:00</ConstraintDate>",
    );
    expect(finishOf({ tasks: short.replace("PT8H0M0S", "PT8H") })).toBe(minuteOf("2026-03-09T17:00:00"));
  });

  test("blank rows and links from elsewhere are left out, levelling delays are kept", () => {
    const tasks = `${task(1, "<LevelingDelay>4800</LevelingDelay><LevelingDelayFormat>7</LevelingDelayFormat><PredecessorLink><PredecessorUID>9</PredecessorUID></PredecessorLink>")}<Task><UID>2</UID><IsNull>1</IsNull></Task>`;
    expect(readMspdi(file({ tasks })).plan.tasks).toHaveLength(1);
    expect(finishOf({ tasks })).toBe(minuteOf("2026-03-09T17:00:00"));
  });

  test("elapsed percent lags are read as such", () => {
    const tasks = `${task(1)}${task(2, "<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>3</Type><LinkLag>50</LinkLag><LagFormat>20</LagFormat></PredecessorLink>")}`;
    expect(readMspdi(file({ tasks })).plan.links).toEqual([
      { id: "2-1", from: "1", to: "2", kind: "SS", lag: { percent: 50 }, lagCalendar: "24h" },
    ]);
  });
});

describe("files that are refused", () => {
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
    "",
  );
  test.each([
    ["entities that multiply", `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>${file({})}`, "DOCTYPE"],
    ["an entity from outside", `<!DOCTYPE x SYSTEM "file:///etc/passwd">${file({})}`, "DOCTYPE"],
    ["nothing", "", "not"],
    ["text", "hello", "not"],
    ["a depth without end", `${"<a>".repeat(5000)}${"</a>".repeat(5000)}`, "not"],
    ["two tasks with one number", file({ tasks: task(1) + task(1) }), "two tasks with the same number"],
    [
      "a duration that is none",
      file({ tasks: task(1).replace("PT8H0M0S", "P1Y") }),
      "a duration is expected",
    ],
    [
      "a day that does not exist",
      file({ tasks: task(1, "<Deadline>2026-02-30T08:00:00</Deadline>") }),
      "Deadline",
    ],
    [
      "exceptions without end",
      file({
        calendars: office(
          `<Exceptions>${"<Exception><TimePeriod><FromDate>0001-01-01T00:00:00</FromDate><ToDate>9999-12-31T00:00:00</ToDate></TimePeriod><Type>2</Type></Exception>".repeat(9)}</Exceptions>`,
        ),
      }),
      "more days than an import takes",
    ],
    [
      "a number that is none",
      file({ tasks: task(1, "<Priority>high</Priority>") }),
      "Priority: a whole number",
    ],
  ])("%s", (_, text, sentence) => {
    expect(() => readMspdi(text)).toThrow(Problem);
    expect(() => readMspdi(text)).toThrow(sentence);
  });

  test("what is too large is not even read", () => {
    expect(() => readMspdi(" ".repeat(64 * 1_048_576 + 1))).toThrow("larger than 64 MB");
  });
});
