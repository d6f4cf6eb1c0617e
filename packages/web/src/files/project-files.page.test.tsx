import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { undoLast } from "../lib/undo.tsx";
import { fakeApi, Refusal } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import type { ProjectFile } from "./project-files.api.ts";
import { ProjectFilesPage } from "./project-files.page.tsx";

const path = `/projects/${acme.id}`;
const limits = { bytes: 104_857_600, nameLength: 200 };
const contracts = { id: "c", parentId: null, name: "Contracts", revision: 1, files: 1 };

function aFile(id: string, name: string, more: Partial<ProjectFile> = {}): ProjectFile {
  const version = {
    ...{ n: 1, name, bytes: 1_024, mediaType: "application/octet-stream", preview: false },
    ...{ sha256: id, authorId: "amara", createdAt: "2026-06-01T10:00:00Z" },
  };
  return {
    ...{ id, name, subject: { kind: "project", id: acme.id }, folderId: null, audience: "team" },
    ...{ authorId: "amara", authorName: "Amara", createdAt: "2026-06-01T10:00:00Z" },
    ...{ versions: [version], revision: 1, placeNumber: null, placeTitle: acme.name },
    ...more,
  };
}

function open(items: ProjectFile[], at = "", replies: Record<string, unknown> = {}) {
  const asked = fakeApi({
    [`GET ${path}/folders`]: { items: [contracts], nextCursor: null, limits },
    [`GET ${path}/files`]: { items, nextCursor: null },
    ...replies,
  });
  renderPage(ProjectFilesPage, { path: "/p/$projectKey/files", at: `/p/acme/files${at}` });
  return asked;
}

it("shows files wherever they hang, with the way there and who sees them", async () => {
  open([
    aFile("one", "photo.txt", {
      subject: { kind: "card", id: "card" },
      placeNumber: 4,
      placeTitle: "Photos",
      audience: "client",
    }),
  ]);
  const link = await screen.findByRole("link", { name: `On ${acme.key}-4 Photos` });
  expect(link.getAttribute("href")).toBe(`/c/${acme.key}-4`);
  expect(screen.getByText(/the client sees it/)).toBeDefined();
  expect(screen.getByRole("link", { name: "Contracts" }).getAttribute("href")).toContain("folder=c");
});

it("moves selected files together, each from where it is, and one undo brings all back", async () => {
  const asked = open([aFile("one", "one.txt"), aFile("two", "two.txt")], "", {
    [`POST ${path}/files/sort`]: () => undefined,
  });
  fireEvent.click(await screen.findByRole("checkbox", { name: "Select one.txt" }));
  fireEvent.click(screen.getByRole("checkbox", { name: "Select two.txt" }));
  const bar = within(screen.getByRole("toolbar", { name: "Selected files" }));
  fireEvent.click(bar.getByRole("button", { name: "Move to…" }));
  fireEvent.change(await screen.findByLabelText("Folder"), { target: { value: "c" } });
  fireEvent.click(screen.getByRole("button", { name: "Move" }));
  const sent = () => asked.filter(({ method }) => method === "POST").map(({ body }) => body);
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).toEqual({
    moves: [
      { fileId: "one", from: null, to: "c" },
      { fileId: "two", from: null, to: "c" },
    ],
  });
  await screen.findByText("2 files moved");
  await act(() => undoLast());
  expect(sent()[1]).toEqual({
    moves: [
      { fileId: "one", from: "c", to: null },
      { fileId: "two", from: "c", to: null },
    ],
  });
});

it("says why a move was refused and offers no way back", async () => {
  open([aFile("one", "one.txt")], "", {
    [`POST ${path}/files/sort`]: new Refusal(409, {
      title: "Changed by somebody else",
      detail: "Somebody moved one.txt meanwhile. Look where it is now.",
    }),
  });
  const line = (await screen.findByRole("checkbox", { name: "Select one.txt" })).closest("li");
  const types = ["application/x-milepost-files"];
  const dataTransfer = { types, getData: () => JSON.stringify(["one"]), setData: vi.fn() };
  if (line) fireEvent.dragStart(line, { dataTransfer });
  expect(dataTransfer.setData).toHaveBeenCalledWith(types[0], JSON.stringify(["one"]));
  const folder = screen.getByRole("link", { name: "Contracts" }).closest("li");
  if (folder) fireEvent.drop(folder, { dataTransfer });
  expect(await screen.findByText(/Somebody moved one.txt meanwhile/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

it("asks the whole project for words of a name, and says where what was found lies", async () => {
  const asked = open([aFile("one", "brief.txt", { folderId: "c" })], "?q=brief");
  expect(await screen.findByText("In Contracts")).toBeDefined();
  const list = asked.find(({ path: asked }) => asked === `${path}/files`);
  expect([list?.query.get("q"), list?.query.get("folder")]).toEqual(["brief", null]);
});

it("marks the file that a link meant, and shows it until that is closed", async () => {
  open([aFile("one", "note.txt"), aFile("two", "note.txt")], "?q=note.txt&file=two", {
    "GET /files/two/versions/1/content": "Bread and cake",
  });
  expect(await screen.findByDisplayValue(/Bread and cake/)).toBeDefined();
  const lines = within(screen.getByRole("list", { name: "Files", hidden: true }));
  const marked = () =>
    lines
      .getAllByRole("listitem", { hidden: true })
      .map((line) => line.getAttribute("aria-current") !== null);
  expect(marked()).toEqual([false, true]);
  fireEvent.keyDown(screen.getByDisplayValue(/Bread and cake/), { key: "Escape" });
  await waitFor(() => expect(screen.queryByDisplayValue(/Bread and cake/)).toBeNull());
  expect(marked()).toEqual([false, false]);
});

it("says what belongs here where nothing is", async () => {
  open([], "?folder=c");
  expect(await screen.findByText("This folder is empty")).toBeDefined();
  expect(screen.getByRole("navigation", { name: "Folders above" }).textContent).toBe("All filesContracts");
});

it("says why something dropped does not come, and offers another try where one can help", async () => {
  open([]);
  await screen.findByRole("link", { name: "Contracts" });
  const large = new File(["film"], "film.mov");
  Object.defineProperty(large, "size", { value: limits.bytes + 1 });
  const folder = new File([], "Photos");
  folder.slice = () =>
    Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error("a folder")) });
  fireEvent.drop(document, { dataTransfer: { types: ["Files"], files: [large, folder] } });
  expect(await screen.findByText(/Of a folder, add the files that are in it/)).toBeDefined();
  expect(screen.getByText("Larger than 100 MB.")).toBeDefined();
  expect(screen.getAllByRole("button", { name: "Retry" })).toHaveLength(1);
});

it("shows text as its signs alone", async () => {
  open([aFile("one", "note.html")], "", {
    "GET /files/one/versions/1/content": "<b>bold</b>",
  });
  fireEvent.click(await screen.findByRole("button", { name: "Show note.html" }));
  expect(await screen.findByDisplayValue(/<b>bold<\/b>/)).toBeDefined();
});
