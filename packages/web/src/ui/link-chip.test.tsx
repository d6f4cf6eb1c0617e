import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { MarkdownView } from "./markdown-view.tsx";

const found = (ref: string, kind: string, title: string, more: object = {}) => ({
  ...{ ref, kind, title, state: null, onDate: null, archived: false },
  ...more,
});

it("shows title, state and day of all things that the texts of a page name, by one question", async () => {
  const asked = fakeApi({
    "GET /links": {
      items: [
        found(`${acme.key}-42`, "card", "Write copy", { state: "Doing", onDate: "2026-06-12" }),
        found(`${acme.key}-M3`, "milestone", "Content ready", { state: "active" }),
      ],
      nextCursor: null,
    },
  });
  renderPage(() => (
    <>
      <MarkdownView text={`Then ${location.origin}/c/${acme.key}-42 at last`} />
      <MarkdownView text="After M3, not before `M3`, and NOPE-1 stays" />
    </>
  ));
  const card = await screen.findByRole("link", { name: /Write copy · Doing · Fri.*12/ });
  expect(card.getAttribute("href")).toBe(`/c/${acme.key}-42`);
  const milestone = screen.getByRole("link", { name: /Content ready · Active/ });
  expect(milestone.getAttribute("href")).toBe(`/m/${acme.key}-M3`);
  expect(screen.getAllByRole("link")).toHaveLength(2);
  expect(screen.getByText(/NOPE-1 stays/)).toBeDefined();
  const questions = asked.filter(({ path }) => path === "/links");
  expect(questions.map(({ query }) => query.get("refs"))).toEqual([`${acme.key}-42,${acme.key}-M3,NOPE-1`]);
});

it("opens a file among those of its project, and only its bytes beside the page", async () => {
  const id = "0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000";
  fakeApi({ "GET /links": { items: [found(`file:${id}`, "file", "Brief.pdf")], nextCursor: null } });
  const page = `/p/acme/files?q=Brief.pdf&file=${id}`;
  const bytes = `/api/v1/files/${id}/versions/1/content`;
  renderPage(() => <MarkdownView text={`${location.origin}${page} ${location.origin}${bytes}`} />);
  const chips = await screen.findAllByRole("link", { name: "Brief.pdf" });
  expect(chips.map((chip) => chip.getAttribute("target"))).toEqual([null, "_blank"]);
  expect(chips[0]?.getAttribute("href")).toBe(page);
});

it("leaves the words of a link alone, and all of them where nothing answers", async () => {
  const asked = fakeApi({});
  renderPage(() => <MarkdownView text={`[the copy](${location.origin}/c/ACME-42) for ACME-7`} />);
  expect((await screen.findByRole("link", { name: "the copy" })).getAttribute("target")).toBe("_blank");
  await waitFor(() => expect(asked.map(({ query }) => query.get("refs"))).toEqual(["ACME-7"]));
  expect(screen.getByText(/for ACME-7/)).toBeDefined();
});
