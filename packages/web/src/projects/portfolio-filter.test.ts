import { expect, test } from "vitest";
import { road } from "../testing/roads.ts";
import { filtered, grouped, needsYou } from "./portfolio-filter.ts";
import { readSearch } from "./portfolio-search.ts";
import { fromSearchText, searchText } from "./search-text.ts";

const word = (name: string, health: "off_track" | "at_risk" | "on_track") =>
  road(name, { health: { word: health, below: null, milestoneId: null, stated: null, reasons: [] } });

test("an address with strange values is read without them", () => {
  expect(readSearch({ health: "", group: "colour", care: "everything", q: "birch", lead: 3 })).toEqual({
    q: "birch",
  });
});

test("the worst come first, then those with more overdue, then by name", () => {
  const busy = { ...road("x").counters, overdue: 3 };
  const projects = [
    word("b", "on_track"),
    word("a", "on_track"),
    word("z", "off_track"),
    { ...word("c", "on_track"), counters: busy },
  ];
  expect(grouped(projects, undefined)[0]?.projects.map(({ name }) => name)).toEqual(["z", "c", "a", "b"]);
});

test("groups stand in the order of their most urgent project", () => {
  const rosa = { id: "1", name: "Rosa" };
  const projects = [word("a", "on_track"), { ...word("b", "at_risk"), client: rosa }];
  expect(grouped(projects, "client").map(({ title }) => title)).toEqual(["Rosa", "Internal"]);
});

test("every word of the filter has to fit, in name, key, client or lead", () => {
  const projects = [road("Acme site", { lead: { id: "1", name: "Sam" } }), road("Acme shop")];
  expect(filtered(projects, { q: "acme sam" }).map(({ name }) => name)).toEqual(["Acme site"]);
});

test("a paused project does not press", () => {
  const late = word("a", "off_track");
  expect(needsYou(late)).toBe(true);
  expect(needsYou({ ...late, pausedAt: "2026-01-01T00:00:00Z" })).toBe(false);
  expect(needsYou(word("b", "on_track"))).toBe(false);
});

test("what nobody has reviewed stands above what is at risk, and below what is off track", () => {
  const silent = { ...word("s", "on_track"), silentDays: 19 };
  const both = { ...word("p", "off_track"), silentDays: 19 };
  const projects = [word("r", "at_risk"), silent, word("o", "off_track"), both];
  expect(grouped(projects, undefined)[0]?.projects.map(({ name }) => name)).toEqual(["p", "o", "s", "r"]);
  expect(needsYou(silent)).toBe(true);
  expect(filtered(projects, { only: "silent" })).toEqual([silent, both]);
});

test("a decision that waits presses, and so does a project that could not be counted", () => {
  const waiting = { ...word("w", "on_track"), decisionsWaiting: 1 };
  expect(needsYou(waiting)).toBe(true);
  expect(filtered([word("a", "on_track"), waiting], { only: "decisions" })).toEqual([waiting]);
  const broken = { ...word("b", "on_track"), failed: true };
  expect(grouped([waiting, broken], undefined)[0]?.projects[0]).toBe(broken);
});

test("kept filters come back as they were, whatever order they were chosen in", () => {
  const search = { q: "rosa & co", health: "off_track", group: "client" as const };
  const text = searchText({ ...search, care: "overdue" });
  expect(text).toBe(searchText({ group: "client", health: "off_track", q: "rosa & co" }));
  expect(text).not.toMatch(/[\s?#]/);
  expect(fromSearchText(text)).toEqual(search);
  expect(searchText({})).toBe("");
});
