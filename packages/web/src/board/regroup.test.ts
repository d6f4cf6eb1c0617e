import { expect, it } from "vitest";
import { aCard } from "../testing/board.ts";
import { regroupAct } from "./regroup.ts";

const card = { ...aCard("one", { people: ["ana", "ben"] }), projectId: "acme" };
const person = (id: string | null) => ({ by: "person" as const, id });

it.each([
  ["to another", person("ben"), person("carl"), ["ana", "carl"]],
  ["to somebody who is on it already", person("ana"), person("ben"), ["ben"]],
  ["to where it stands", person("ana"), person("ana"), ["ana", "ben"]],
  ["to nobody", person("ana"), person(null), []],
])("moved %s it carries whom it should", (_, from, to, people) =>
  expect(regroupAct(card, from, to).change).toEqual({ people }),
);
