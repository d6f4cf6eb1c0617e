import { MantineProvider, Menu } from "@mantine/core";
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { late } from "../lib/late.ts";
import { LateMenu, type MenuPlace } from "./late-menu.tsx";

const Items = late(async () => {
  const { MenuBelow } = await import("./menu-below.tsx");
  return ({ at }: { at: MenuPlace }) => (
    <MenuBelow at={at} transitionProps={{ duration: 0 }}>
      <Menu.Item>Import</Menu.Item>
    </MenuBelow>
  );
});

it("opens below its button when it has come, says so, and gives the focus back", async () => {
  const fetch = vi.fn(Items.fetch);
  render(
    <MantineProvider>
      <LateMenu fetch={fetch} menu={(at) => <Items at={at} />}>
        {(button) => (
          <button type="button" {...button}>
            Create
          </button>
        )}
      </LateMenu>
    </MantineProvider>,
  );
  const button = screen.getByRole("button", { name: "Create" });
  expect(button.getAttribute("aria-expanded")).toBe("false");
  button.focus();
  expect(fetch).toHaveBeenCalled();
  fireEvent.click(button);
  const menu = await screen.findByRole("menu");
  expect(button.getAttribute("aria-expanded")).toBe("true");
  expect([menu.id, menu.getAttribute("aria-labelledby")]).toEqual([
    button.getAttribute("aria-controls"),
    button.id,
  ]);
  fireEvent.click(screen.getByText("Import"));
  await expect.poll(() => screen.queryByRole("menu")).toBeNull();
  await expect.poll(() => document.activeElement).toBe(button);
});
