import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { dayText, todayIn } from "../lib/dates.ts";
import { fakeApi, Refusal } from "../testing/fake-api.ts";
import { renderPage } from "../testing/render-page.tsx";
import { DaysOff } from "./days-off.tsx";

/** Next year: whatever the day of the test is, it lies ahead and within two years. */
const year = Number(todayIn().slice(0, 4)) + 1;
const sea = { fromOn: `${year}-08-03`, toOn: `${year}-08-14`, reason: "Sea" };
const known = {
  id: "d1",
  personId: "jo",
  fromOn: `${year}-05-04`,
  toOn: `${year}-05-08`,
  part: "day",
  reason: "",
} as const;
const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
const calendar = [
  "BEGIN:VCALENDAR",
  event(`DTSTART;VALUE=DATE:${year}0803`, `DTEND;VALUE=DATE:${year}0815`, "SUMMARY:Sea"),
  event(`DTSTART;VALUE=DATE:${year}0505`, "SUMMARY:In between"),
  event(`DTSTART;VALUE=DATE:${year}0909`, "SUMMARY:Kim's birthday", "TRANSP:TRANSPARENT"),
  event(`DTSTART:${year}0910T090000`, `DTEND:${year}0910T100000`),
  "END:VCALENDAR",
].join("\r\n");

async function open(answers: Parameters<typeof fakeApi>[0] = {}) {
  const asked = fakeApi(answers);
  renderPage(() => <DaysOff personId="jo" days={[known]} />);
  fireEvent.click(await screen.findByRole("button", { name: "Add from a calendar file" }));
  return asked;
}

const drop = (text: string) =>
  fireEvent.change(screen.getByLabelText("Calendar file"), {
    target: { files: [new File([text], "away.ics", { type: "text/calendar" })] },
  });

test("a dropped calendar is looked at first; absences that are new are chosen", async () => {
  const asked = await open({
    "POST /days-off/import": { added: [{ ...sea, id: "d2", personId: "jo", part: "day" }], known: 0 },
    "DELETE /days-off/d2": null,
  });
  drop(calendar);
  const found = await screen.findByRole<HTMLInputElement>("checkbox", {
    name: `${dayText(sea.fromOn)} to ${dayText(sea.toOn)}, Sea`,
  });
  expect(found.checked).toBe(true);
  expect(screen.getByRole("status").textContent).toBe(
    "3 absences in the next two years. Choose which to add.",
  );
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /In between/ }).disabled).toBe(true);
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /birthday/ }).checked).toBe(false);
  expect(screen.getByText("Passed over: 1 event shorter than a day.")).toBeDefined();
  expect(asked).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Add 1 absence" }));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(asked.map(({ method }) => method)).toEqual(["POST", "DELETE"]));
  expect(asked[0]?.body).toEqual({ personId: "jo", days: [sea] });
  expect(screen.getByRole("button", { name: "Add from a calendar file" })).toBeDefined();
});

test("what is chosen is added, what is not stays out", async () => {
  const asked = await open({ "POST /days-off/import": { added: [], known: 1 } });
  fireEvent.change(screen.getByLabelText("Or paste its text"), { target: { value: calendar } });
  fireEvent.click(await screen.findByRole("checkbox", { name: /Sea/ }));
  fireEvent.click(screen.getByRole("checkbox", { name: /birthday/ }));
  fireEvent.click(screen.getByRole("button", { name: "Add 1 absence" }));
  await waitFor(() => expect(asked[0]?.body).toMatchObject({ days: [{ reason: "Kim's birthday" }] }));
});

test("many are chosen or left out at once, but not what is off already", async () => {
  const asked = await open({ "POST /days-off/import": { added: [], known: 0 } });
  const weeks = Array.from({ length: 9 }, (_, n) =>
    event(`DTSTART;VALUE=DATE:${year}0${n + 1}15`, `SUMMARY:Week ${n}`),
  );
  drop(calendar.replace("END:VCALENDAR", [...weeks, "END:VCALENDAR"].join("\r\n")));
  const all = await screen.findByRole<HTMLInputElement>("checkbox", { name: "All" });
  expect([all.checked, all.indeterminate]).toEqual([false, true]);
  fireEvent.click(all);
  fireEvent.click(screen.getByRole("button", { name: "Add 11 absences" }));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(JSON.stringify(asked[0]?.body)).not.toContain("In between");
});

test.each([
  ["Dear all, I am away.", /It holds no calendar/],
  ["x".repeat(5_000_001), /larger than 5 MB/],
])("what is no such file says so and can be tried again", async (text, words) => {
  await open();
  drop(text);
  expect(await screen.findByText(words)).toBeDefined();
  drop("BEGIN:VCALENDAR\r\nEND:VCALENDAR");
  expect(await screen.findByText("No whole days are named in it for the next two years.")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Choose another file" }));
  drop(calendar);
  expect(await screen.findByRole("checkbox", { name: /Sea/ })).toBeDefined();
});

test("a refusal keeps what was chosen", async () => {
  await open({ "POST /days-off/import": new Refusal(422, { title: "Not possible", detail: "Not now." }) });
  drop(calendar);
  fireEvent.click(await screen.findByRole("button", { name: "Add 1 absence" }));
  expect(await screen.findByText("Not now.")).toBeDefined();
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /Sea/ }).checked).toBe(true);
});
