import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { showToast, Toasts } from "./toasts.tsx";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const placeOf = async (message: string) =>
  (await screen.findByText(message)).closest("[data-position]")?.getAttribute("data-position");

function focusField(bottom: number): void {
  const field = screen.getByRole("textbox");
  vi.spyOn(field, "getBoundingClientRect").mockReturnValue({ bottom } as DOMRect);
  field.focus();
}

it("stands at the foot, but at the head while somebody types at the foot", async () => {
  render(
    <MantineProvider env="test">
      <Toasts />
      <input />
    </MantineProvider>,
  );
  showToast({ id: "1", message: "Saved", shownMs: 60_000 });
  expect(await placeOf("Saved")).toBe("bottom-center");
  focusField(window.innerHeight - 40);
  showToast({ id: "2", message: "Added", shownMs: 60_000 });
  expect(await placeOf("Added")).toBe("top-center");
  focusField(100);
  showToast({ id: "3", message: "Moved", shownMs: 60_000 });
  expect(await placeOf("Moved")).toBe("bottom-center");
});
