import { render, screen } from "@testing-library/react";
import { createElement } from "react";
import { expect, it } from "vitest";
import { late } from "./late.ts";

const Greeting = ({ name }: { name: string }) => createElement("p", null, `Hello ${name}`);

it("shows a part when it has come, and at once when it was fetched before", async () => {
  let calls = 0;
  const Part = late(async () => {
    calls += 1;
    return Greeting;
  });
  const { unmount } = render(createElement(Part, { name: "Dana" }));
  expect(screen.queryByText("Hello Dana")).toBeNull();
  await screen.findByText("Hello Dana");
  unmount();
  render(createElement(Part, { name: "Ines" }));
  screen.getByText("Hello Ines");
  expect(calls).toBe(1);
});

it("asks again for a part that did not come", async () => {
  let calls = 0;
  const Part = late(async () => {
    calls += 1;
    if (calls === 1) throw new TypeError("The line is down");
    return Greeting;
  });
  const { unmount } = render(createElement(Part, { name: "Dana" }));
  await expect.poll(() => calls).toBe(1);
  unmount();
  render(createElement(Part, { name: "Dana" }));
  await screen.findByText("Hello Dana");
});
