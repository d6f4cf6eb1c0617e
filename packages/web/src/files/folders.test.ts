import { expect, it } from "vitest";
import { readFilesSearch } from "./files-search.ts";
import { childrenOf, folderChoices, isNamed, pathText } from "./folders.ts";

const folder = (id: string, name: string, parentId: string | null = null) => ({
  id,
  name,
  parentId,
  revision: 1,
});
const folders = [
  folder("c", "Contracts"),
  folder("c10", "Part 10", "c"),
  folder("c9", "Part 9", "c"),
  folder("deep", "Signed", "c9"),
  folder("a", "Archive"),
];

it("lists folders by name, numbers by what they count", () =>
  expect(childrenOf(folders, "c").map(({ name }) => name)).toEqual(["Part 9", "Part 10"]));

it("offers every folder with its path, but never a place inside of the one that is moved", () => {
  expect(folderChoices(folders).map(({ label }) => label)).toEqual([
    "Archive",
    "Contracts",
    "Contracts / Part 9",
    "Contracts / Part 9 / Signed",
    "Contracts / Part 10",
  ]);
  expect(folderChoices(folders, "c").map(({ value }) => value)).toEqual(["a"]);
});

it("says no path for the top and for a folder that is gone", () =>
  expect([pathText(folders, null), pathText(folders, "gone"), pathText(folders, "deep")]).toEqual([
    "",
    "",
    "Contracts / Part 9 / Signed",
  ]));

it("finds names without accents and case", () => {
  expect(isNamed("Übersicht", "ubers")).toBe(true);
  expect(isNamed("Übersicht", "x")).toBe(false);
});

it.each([
  [
    { folder: "c", order: "name" },
    { folder: "c", order: "name" },
  ],
  [{ folder: "", order: "newest", q: 2026 }, { q: "2026" }],
  [{ folder: 3, order: "odd" }, {}],
])("reads %o from the address", (given, read) => expect(readFilesSearch(given)).toEqual(read));
