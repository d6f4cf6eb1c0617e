import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { dayText, todayIn } from "../lib/dates.ts";
import { undoLast } from "../lib/undo.tsx";
import { fakeApi } from "../testing/fake-api.ts";
import { renderPage } from "../testing/render-page.tsx";
import { Holidays } from "./holidays.tsx";
import { daysAhead } from "./named-days.ts";

/** Next year: whatever the day of the test is, it lies ahead and within two years. */
const year = Number(todayIn().slice(0, 4)) + 1;
const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
const calendar = [
  "BEGIN:VCALENDAR",
  event(`DTSTART;VALUE=DATE:${year}0501`, "SUMMARY:Labour Day", "TRANSP:TRANSPARENT"),
  event(`DTSTART;VALUE=DATE:${year}0527`, `DTEND;VALUE=DATE:${year}0529`, "SUMMARY:House closed"),
  event(`DTSTART:${year}0910T090000`, `DTEND:${year}0910T100000`, "SUMMARY:Breakfast"),
  "END:VCALENDAR",
].join("\r\n");
const holiday = (id: string, onDate: string, name: string) => ({
  id,
  onDate,
  name,
  source: "own",
  place: "",
});

test("holidays out of a calendar are looked at, taken by the day, and one undo takes all back", async () => {
  const asked = fakeApi({
    "GET /holidays": { items: [holiday("h", `${year}-05-01`, "Tag der Arbeit")], nextCursor: null },
    "GET /workspaces/current": { country: null, region: null },
    "GET /holidays/regions": { items: [], nextCursor: null },
    "POST /holidays/days": {
      added: [holiday("a", `${year}-05-27`, "House closed"), holiday("b", `${year}-05-28`, "House closed")],
      known: 0,
    },
    "POST /holidays/days/remove": { removed: 2 },
  });
  renderPage(() => <Holidays />);
  fireEvent.click(await screen.findByRole("button", { name: "Take days from a calendar file" }));
  fireEvent.change(screen.getByLabelText("Or paste its text"), { target: { value: calendar } });
  const known = await screen.findByRole<HTMLInputElement>("checkbox", { name: /Labour Day/ });
  expect([known.disabled, known.checked]).toEqual([true, false]);
  expect(screen.getByText("A holiday already")).toBeDefined();
  const span = `${dayText(`${year}-05-27`)} to ${dayText(`${year}-05-28`)}, House closed`;
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: span }).checked).toBe(true);
  expect(screen.getByText("Passed over: 1 event shorter than a day.")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Add 1 holiday" }));
  await screen.findByText(`2 days added, the first ${dayText(`${year}-05-27`)}.`);
  await act(() => undoLast());
  const sent = asked.filter(({ method }) => method === "POST");
  expect(sent.map(({ body }) => body)).toEqual([
    {
      days: [
        { onDate: `${year}-05-27`, name: "House closed" },
        { onDate: `${year}-05-28`, name: "House closed" },
      ],
    },
    { ids: ["a", "b"] },
  ]);
  await waitFor(() =>
    expect(screen.getByRole("button", { name: "Take days from a calendar file" })).toBeDefined(),
  );
});

test("days are counted from today for two years, each once and with a name", () => {
  const named = (fromOn: string, toOn: string, reason: string) => ({ fromOn, toOn, reason, busy: true });
  const days = daysAhead(
    [
      named("2026-05-01", "2026-06-02", "Move"),
      named("2026-06-02", "2026-06-03", ""),
      named("2028-05-30", "2099-01-01", "x".repeat(200)),
    ],
    "2026-06-01",
  );
  expect(days.slice(0, 3)).toEqual([
    { onDate: "2026-06-01", name: "Move" },
    { onDate: "2026-06-02", name: "Move" },
    { onDate: "2026-06-03", name: "Holiday" },
  ]);
  expect(days.at(-1)).toEqual({ onDate: "2028-05-31", name: "x".repeat(120) });
});
