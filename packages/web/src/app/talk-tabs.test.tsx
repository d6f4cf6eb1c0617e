import { fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import type { TalkTab } from "./talk-tab.ts";
import { TalkTabs } from "./talk-tabs.tsx";

// Fields that grow wait for fonts, which happy-dom has none of.
Object.defineProperty(document, "fonts", { value: new EventTarget() });

function Shown() {
  const [tab, setTab] = useState<TalkTab>("team");
  const subject = { kind: "milestone" as const, id: "m1", projectId: acme.id };
  return (
    <TalkTabs label="About it" subject={subject} hasClient={false} tab={tab} onOpen={setTab} history={null} />
  );
}

it("takes a file that is dropped while the files are closed, and shows it there", async () => {
  fakeApi({
    "GET /comments": { items: [], nextCursor: null },
    "GET /mentionable": { items: [], nextCursor: null },
    "GET /files": { items: [], nextCursor: null, limits: { bytes: 1000 } },
  });
  const sent: string[] = [];
  vi.spyOn(XMLHttpRequest.prototype, "open").mockImplementation((method, url) => {
    sent.push(`${method} ${String(url)}`);
  });
  vi.spyOn(XMLHttpRequest.prototype, "send").mockImplementation(() => {});
  renderPage(Shown);
  await screen.findByRole("tab", { name: "Files" });
  const carried = { types: ["Files"], files: [new File(["plan"], "plan.pdf")] };
  fireEvent.dragOver(document.body, { dataTransfer: carried });
  await screen.findByText("Drop to add to Files");
  fireEvent.drop(document.body, { dataTransfer: carried });
  const files = await screen.findByRole("tab", { name: "Files" });
  expect(files.getAttribute("aria-selected")).toBe("true");
  await screen.findByText("plan.pdf");
  await waitFor(() => expect(sent).toEqual(["POST /api/v1/files"]));
});
