import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { TrendPage } from "./trend.page.tsx";

function line(number: number) {
  const day = String(number).padStart(2, "0");
  const point = (on: string, targetOn: string) => ({ on, targetOn, source: "day", n: null });
  const moved = number === 20;
  return {
    id: `m${number}`,
    ref: `ACME-M${number}`,
    number,
    title: `Stone ${number}`,
    state: "agreed",
    reachedOn: null,
    targetOn: `2031-06-${day}`,
    points: [point("2031-05-04", `2031-06-${day}`), point("2031-06-01", `2031-06-${day}`)],
    moves: moved ? 2 : 0,
    slipDays: moved ? 5 : 0,
    slipCalendarDays: moved ? 7 : 0,
    class: "steady",
    willSlip: false,
    followsId: null,
  };
}

const reason = (number: number, text: string) => ({
  milestoneId: `m${number}`,
  on: "2031-05-20",
  targetOn: "2031-06-20",
  reason: text,
});

function show(count: number, at = "/p/acme/trend") {
  const trend = {
    today: "2031-06-01",
    milestones: Array.from({ length: count }, (_, i) => line(i + 1)),
    versions: [],
    reasons: [reason(20, "Copy came late"), reason(19, "The hall is taken")],
  };
  fakeApi({ [`GET /projects/${acme.id}/trend`]: trend });
  return renderPage(TrendPage, { at, path: "/p/$projectKey/trend" });
}

const names = () =>
  [...document.querySelectorAll("svg text")].flatMap(({ textContent }) => textContent?.match(/^M\d+/) ?? []);

it("shows a few lines without asking which", async () => {
  show(5);
  expect(await screen.findByText(/^To the right/)).toBeTruthy();
  expect(screen.queryByRole("radiogroup", { name: "Lines to show" })).toBeNull();
  expect(names()).toEqual(["M1", "M2", "M3", "M4", "M5"]);
});

it("of many shows those that moved most, and in the table all", async () => {
  show(24);
  expect(await screen.findByText(/^12 of 24 lines; the table has all\./)).toBeTruthy();
  expect(names()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 20].map((number) => `M${number}`));
  expect(screen.getByText("Copy came late")).toBeTruthy();
  expect(screen.queryByText("The hall is taken")).toBeNull();
  const table = screen.getByRole("table", { name: "Dates of milestones over time" });
  expect(within(table).getAllByRole("rowheader")).toHaveLength(24);
});

it("shows what is next, all, or the chosen ones, each at an address of its own", async () => {
  const { router } = show(24);
  fireEvent.click(await screen.findByRole("radio", { name: "Next" }));
  expect(await screen.findByText(/^12 of 24 lines/)).toBeTruthy();
  expect(router.state.location.search).toEqual({ show: "next" });
  fireEvent.click(screen.getByRole("radio", { name: "Choose" }));
  expect(await screen.findAllByLabelText("Milestones to show")).not.toHaveLength(0);
  expect(router.state.location.search).toEqual({ show: "choose", only: "1,2,3,4,5,6,7,8,9,10,11,12" });
  fireEvent.click(screen.getByRole("radio", { name: "All 24" }));
  expect(await screen.findByText(/^24 of 24 lines/)).toBeTruthy();
});

it("waits for a choice where none is made", async () => {
  show(24, "/p/acme/trend?show=choose");
  expect(await screen.findByText("Choose milestones to see their lines.")).toBeTruthy();
});
