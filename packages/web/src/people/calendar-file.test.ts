import ical from "ical.js";
import { expect, test, vi } from "vitest";
import { readCalendar } from "./calendar-file.ts";

const TODAY = "2026-06-01";
const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
const calendar = (...events: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...events, "END:VCALENDAR", ""].join("\r\n");

async function read(...events: string[]) {
  const answer = await readCalendar(calendar(...events), TODAY);
  if (!answer.ok) throw new Error(answer.why);
  return { ...answer, spans: answer.days.map(({ fromOn, toOn }) => `${fromOn} ${toOn}`) };
}

test("the end of an event of days is the day after its last", async () => {
  const { days } = await read(
    event("DTSTART;VALUE=DATE:20260803", "DTEND;VALUE=DATE:20260815", "SUMMARY:Sea\\, sun"),
    event("DTSTART;VALUE=DATE:20260703"),
    event("DTSTART;VALUE=DATE:20260710", "DURATION:P2D", "TRANSP:TRANSPARENT"),
  );
  expect(days).toEqual([
    { fromOn: "2026-07-03", toOn: "2026-07-03", reason: "", busy: true },
    { fromOn: "2026-07-10", toOn: "2026-07-11", reason: "", busy: false },
    { fromOn: "2026-08-03", toOn: "2026-08-14", reason: "Sea, sun", busy: true },
  ]);
});

test("hours are passed over, whole days between two times are not", async () => {
  const { spans, passed } = await read(
    event("DTSTART;TZID=Europe/Berlin:20260701T090000", "DTEND;TZID=Europe/Berlin:20260701T170000"),
    event("DTSTART;TZID=Europe/Berlin:20260706T090000", "DTEND;TZID=Europe/Berlin:20260708T170000"),
    event("DTSTART:20260713T000000", "DTEND:20260715T000000"),
  );
  expect(spans).toEqual(["2026-07-06 2026-07-08", "2026-07-13 2026-07-14"]);
  expect(passed).toEqual({ outside: 0, hours: 1, unread: 0 });
});

test("repetitions are followed for two years, without the days taken out or moved", async () => {
  const { spans } = await read(
    event(
      "UID:u1",
      "DTSTART;VALUE=DATE:20200605",
      "RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20260626",
      "EXDATE;VALUE=DATE:20260612",
    ),
    event("UID:u1", "RECURRENCE-ID;VALUE=DATE:20260619", "DTSTART;VALUE=DATE:20260618"),
    event("UID:u2", "DTSTART;VALUE=DATE:20101224", "DTEND;VALUE=DATE:20101227", "RRULE:FREQ=YEARLY"),
  );
  expect(spans).toEqual([
    "2026-06-05 2026-06-05",
    "2026-06-18 2026-06-18",
    "2026-06-26 2026-06-26",
    "2026-12-24 2026-12-26",
    "2027-12-24 2027-12-26",
  ]);
});

test("what is over, called off, written twice or not understood is not named", async () => {
  const { spans, passed } = await read(
    event("DTSTART;VALUE=DATE:20260501"),
    event("DTSTART;VALUE=DATE:20300501"),
    event("DTSTART;VALUE=DATE:20260701", "STATUS:CANCELLED"),
    event("SUMMARY:No date"),
    event("UID:u1", "DTSTART;VALUE=DATE:20260702", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
    event("DTSTART;VALUE=DATE:20260703"),
    event("DTSTART;VALUE=DATE:20260703"),
  );
  expect(spans).toEqual(["2026-07-03 2026-07-03"]);
  expect(passed).toEqual({ outside: 2, hours: 0, unread: 2 });
});

test("an absence that has begun is named whole", async () => {
  expect((await read(event("DTSTART;VALUE=DATE:20260528", "DTEND;VALUE=DATE:20260606"))).spans).toEqual([
    "2026-05-28 2026-06-05",
  ]);
});

test("texts, pictures and folded lines do not come in the way", async () => {
  const { days } = await read(
    event(
      `ATTACH;ENCODING=BASE64;VALUE=BINARY:${"QUJD".repeat(200_000)}`,
      "DTSTART;VALUE=DA",
      " TE:20260703",
      "SUMMARY:A long",
      "  word",
      "X-ODD",
    ),
  );
  expect(days).toEqual([{ fromOn: "2026-07-03", toOn: "2026-07-03", reason: "A long word", busy: true }]);
});

const K200 = 200 * 1024;
const fill = (text: string) => text.repeat(Math.ceil(K200 / text.length)).slice(0, K200);
const garbage = {
  nothing: "",
  "a text": "Dear all, I am away in August.",
  "a page": "<html><body>Sign in</body></html>",
  "an address book": "BEGIN:VCARD\r\nEND:VCARD",
  stars: fill("*"),
  beginnings: fill("BEGIN:VEVENT\r\n"),
  nested: `BEGIN:VCALENDAR\r\n${fill("BEGIN:X\r\n")}`,
  endings: fill("END:VEVENT\r\n"),
  quotes: fill('DTSTART;A="'),
};

test.each(Object.entries(garbage))("%s is no calendar", async (_, text) => {
  expect(await readCalendar(text, TODAY)).toEqual({ ok: false, why: "no_calendar" });
});

test("parameters without end say nothing about days", async () => {
  for (const text of [fill(";A=B"), fill(';A="b,c"'), fill("20260101,"), fill("\r\n 1")]) {
    const { days } = await read(event(`DTSTART${text}`));
    expect(days).toEqual([]);
  }
});

test("too large and too many are said so", async () => {
  expect(await readCalendar("x".repeat(5_000_001), TODAY)).toEqual({ ok: false, why: "too_large" });
  const fridays = (uid: string) =>
    event(`UID:${uid}`, `SUMMARY:${uid}`, "DTSTART;VALUE=DATE:20260605", "RRULE:FREQ=WEEKLY");
  const many = calendar(...["a", "b", "c", "d"].map(fridays));
  expect(await readCalendar(many, TODAY)).toEqual({ ok: false, why: "too_much" });
});

const series = (start: string, rule: string, ...lines: string[]) =>
  event(`DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`, ...lines);
/** As many of one event as 200 KB hold. */
const filled = (one: string) => calendar(...Array<string>(Math.floor(K200 / one.length)).fill(one));
const listed = Array.from({ length: 280 }, (_, n) => `${2027 + n}0601`).join(",");
const endless = {
  "begun long ago": series("16040105", "FREQ=YEARLY"),
  "every day": series("19990101", "FREQ=DAILY"),
  "counted from long ago": series("19990101", "FREQ=DAILY;COUNT=99999"),
  "over at once": series("19990101", "FREQ=DAILY;UNTIL=19990102"),
  "searched for in the month": series("20010101", "FREQ=MONTHLY;BYDAY=1MO,-1FR"),
  "searched for in the year": series("20010101", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1,2,3"),
  "with days taken out": series("20240101", "FREQ=WEEKLY", `EXDATE;VALUE=DATE:${listed}`),
  "with days added": event("DTSTART;VALUE=DATE:20270601", `RDATE;VALUE=DATE:${listed}`),
  "with many rules": series("20240101", "FREQ=DAILY", ...Array<string>(500).fill("RRULE:FREQ=DAILY")),
  "on a day that never comes": series("20240101", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
};

test.each(Object.entries(endless))("a file full of series %s is refused after few looks", async (_, one) => {
  const steps = vi.spyOn(ical.RecurIterator.prototype, "next");
  const reads = vi.spyOn(ical.Property.prototype, "getValues");
  expect(await readCalendar(filled(one), TODAY)).toEqual({ ok: false, why: "too_much" });
  expect(steps.mock.calls.length).toBeLessThan(4_000);
  expect(reads.mock.calls.length).toBeLessThan(1_000);
  vi.restoreAllMocks();
});

const NEVER = [
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
  "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29",
  "FREQ=YEARLY;BYMONTH=2",
  "FREQ=MONTHLY;INTERVAL=24;BYDAY=5MO",
  "FREQ=MONTHLY;INTERVAL=24;BYDAY=-5MO",
  "FREQ=DAILY;INTERVAL=2147483647",
  `FREQ=MONTHLY;BYMONTHDAY=${Array.from({ length: 32 }, (_, n) => n - 31 || 1).join(",")}`,
];

test.each(NEVER)("%s, whose search may not end, is not begun", async (rule) => {
  const steps = vi.spyOn(ical.RecurIterator.prototype, "next");
  expect((await read(series("20010131", rule))).passed.unread).toBe(1);
  expect(steps).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

test("what would take ages to count out is not counted", async () => {
  const { spans, passed } = await read(
    event("DTSTART;VALUE=DATE:20270101", "DURATION:P99999999999999W"),
    event("DTSTART;VALUE=DATE:20270101", "DURATION:-P99999999999999D"),
    event("DTSTART:20270101T000000", "DURATION:PT99999999999999S"),
    event("DTSTART;VALUE=DATE:20270201", "RDATE;VALUE=PERIOD:20270101T000000Z/P99999999999D"),
  );
  expect(spans).toEqual(["2027-02-01 2027-02-01"]);
  expect(passed.unread).toBe(3);
});

test("one event that moves no known day leaves the others readable", async () => {
  const { spans } = await read(
    event("DTSTART;VALUE=DATE:20270101", "RECURRENCE-ID:20270101"),
    event("DTSTART;VALUE=DATE:20270201"),
  );
  expect(spans).toContain("2027-02-01 2027-02-01");
});

const RULES = [
  ["20230705", "FREQ=DAILY", "P1D"],
  ["20230705", "FREQ=DAILY;INTERVAL=13", "P3D"],
  ["20230705", "FREQ=WEEKLY;INTERVAL=3", "P9D"],
  ["20230705", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO,TH;WKST=SU", "P1D"],
  ["20230731", "FREQ=MONTHLY", "P3D"],
  ["20230731", "FREQ=MONTHLY;INTERVAL=3", "P3D"],
  ["20230131", "FREQ=MONTHLY;BYMONTHDAY=31,-2", "P1D"],
  ["20230105", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO,-1FR", "P3D"],
  ["20160229", "FREQ=YEARLY", "P3D"],
  ["20160229", "FREQ=MONTHLY;INTERVAL=12", "P3D"],
  ["20090731", "FREQ=YEARLY;INTERVAL=3", "P40D"],
  ["20100731", "FREQ=YEARLY;BYMONTH=1,7", "P3D"],
  ["20100704", "FREQ=YEARLY;INTERVAL=2;BYMONTH=3,7;BYMONTHDAY=3,4", "P1D"],
] as const;

test.each(RULES)("from %s, %s comes when it comes counted from its start", async (start, rule, length) => {
  const { spans } = await read(series(start, rule, `DURATION:${length}`));
  const counted = await read(series(start, `${rule};COUNT=9999`, `DURATION:${length}`));
  expect(spans).toEqual(counted.spans);
  expect(spans.length).toBeGreaterThan(0);
});

test("days of one name that follow each other are one absence", async () => {
  const { spans } = await read(
    event("UID:u1", "SUMMARY:Sea", "DTSTART;VALUE=DATE:20260706", "RRULE:FREQ=DAILY;COUNT=5"),
    event("SUMMARY:Moving", "DTSTART;VALUE=DATE:20260711"),
  );
  expect(spans).toEqual(["2026-07-06 2026-07-10", "2026-07-11 2026-07-11"]);
});
