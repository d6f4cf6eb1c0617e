import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { renderPage } from "../testing/render-page.tsx";
import { SampleNotice } from "./sample-notice.tsx";

test("the sample project goes in one click, and one lands on the portfolio", async () => {
  const asked = fakeApi({
    "GET /sample": { project: { id: "p1", key: "S", name: "Sample" } },
    "DELETE /sample": () => undefined,
  });
  const { router } = renderPage(() => <SampleNotice projectId="p1" />);
  fireEvent.click(await screen.findByRole("button", { name: /Remove it/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/portfolio"));
  expect(asked.some(({ method, path }) => method === "DELETE" && path === "/sample")).toBe(true);
});

test("other projects say nothing", async () => {
  const asked = fakeApi({ "GET /sample": { project: { id: "p1", key: "S", name: "Sample" } } });
  renderPage(() => <SampleNotice projectId="another" />);
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(screen.queryByRole("button", { name: /Remove it/ })).toBeNull();
});
