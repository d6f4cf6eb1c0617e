import { describe, expect, it } from "vitest";
import { fittingPeople, mentionAt, mentionsIn } from "./mention.ts";
import type { Mentionable } from "./talk.api.ts";

const people: Mentionable[] = [
  { id: "jo", name: "Jo", kind: "member" },
  { id: "john", name: "Jo Hansen", kind: "member" },
  { id: "crew", name: "designers", kind: "group" },
  { id: "dana", name: "Dana Reyes", kind: "contact" },
];

describe("a mention being typed", () => {
  it.each([
    ["@", 0, ""],
    ["Ask @da", 4, "da"],
    ["Ask @jo ha", 4, "jo ha"],
    ["Ask (@jo", 5, "jo"],
  ])("%s", (text, from, typed) => expect(mentionAt(text, text.length)).toEqual({ from, typed }));

  it.each(["mail a@jo", "Ask @jo hansen now", "Ask"])("not in: %s", (text) =>
    expect(mentionAt(text, text.length)).toBeNull(),
  );

  it("offers who fits", () => expect(fittingPeople(people, "re").map(({ id }) => id)).toEqual(["dana"]));
});

describe("mentions of a text", () => {
  it.each([
    ["@Jo please", ["jo"]],
    ["@Jo Hansen please", ["john"]],
    ["@Jo Hansen and @Jo", ["john", "jo"]],
    ["@Dana Reyes, @Jo.", ["dana", "jo"]],
    ["@designers and @Jo", ["crew", "jo"]],
    ["@Jonas", []],
    ["Jo", []],
  ])("%s", (text, ids) => expect(mentionsIn(text, people)).toEqual(ids));
});
