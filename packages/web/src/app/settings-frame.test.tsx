import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { SettingsFrame } from "./settings-frame.tsx";

const jo = { ...amara, role: "member" as const, can: ["member.list"] };

test("an address that a role does not open says so instead of showing an empty form", async () => {
  renderPage(SettingsFrame, { at: "/settings/mail", path: "/settings/mail", me: jo });
  expect(await screen.findByRole("heading", { level: 1, name: "Mail" })).toBeDefined();
  expect(screen.getByText(/Your role does not open this page/)).toBeDefined();
  expect(screen.queryByRole("link", { name: "Mail" })).toBeNull();
});

test("a place of one's own opens", async () => {
  renderPage(SettingsFrame, { at: "/settings/people", path: "/settings/people", me: jo });
  expect(await screen.findByRole("link", { name: "People" })).toBeDefined();
  expect(screen.queryByText(/Your role does not open this page/)).toBeNull();
});
