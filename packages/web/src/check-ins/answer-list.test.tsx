import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi, Refusal } from "../testing/fake-api.ts";
import { amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { AnswerList } from "./answer-list.tsx";
import type { Answer, CheckIn } from "./check-ins.api.ts";

// Fields that grow wait for fonts, which happy-dom has none of.
Object.defineProperty(document, "fonts", { value: new EventTarget() });

const checkIn: CheckIn = {
  id: "0190-c",
  question: "Anything in the way?",
  cadence: "workdays",
  everyDays: null,
  startsOn: "2026-03-02",
  at: "09:00",
  paused: false,
  setBy: null,
  revision: 1,
  people: [],
};
const answer = (change: Partial<Answer>): Answer => ({
  id: "0190-a",
  personId: amara.person.id,
  personName: "Amara",
  on: "2026-03-03",
  question: checkIn.question,
  body: "",
  answeredAt: null,
  revision: 1,
  ...change,
});
const said = { body: "All **fine**.", answeredAt: "2026-03-03T10:00:00Z" };
const items = [
  answer({}),
  answer({ id: "0190-j", personId: "0190-jo", personName: "Jo", ...said }),
  answer({ id: "0190-k", personId: "0190-kim", personName: "Kim" }),
];
const Page = () => <AnswerList projectId="0190-p" checkIn={checkIn} />;

test("today's question stands open, what others said is there, and who was silent is folded away", async () => {
  const asked = fakeApi({
    "GET /check-ins/0190-c/answers": { items, nextCursor: null },
    "PUT /check-in-answers/0190-a": answer({ ...said, revision: 2 }),
  });
  renderPage(Page, { me: amara });
  expect((await screen.findByText("fine")).tagName).toBe("STRONG");
  expect(screen.getByText("1 has not answered").closest("details")?.open).toBe(false);
  fireEvent.change(screen.getByRole("textbox", { name: "Your answer" }), {
    target: { value: "Copy is late" },
  });
  fireEvent.click(screen.getByRole("button", { name: "Answer" }));
  await waitFor(() => {
    const [put] = asked.filter(({ method }) => method === "PUT");
    expect([put?.body, put?.headers.get("if-match")]).toEqual([{ body: "Copy is late" }, '"r1"']);
  });
});

test("an answer that cannot be saved stays typed, and says why", async () => {
  fakeApi({
    "GET /check-ins/0190-c/answers": { items, nextCursor: null },
    "PUT /check-in-answers/0190-a": new Refusal(503, { title: "Away", detail: "The database is away." }),
  });
  renderPage(Page, { me: amara });
  const field = await screen.findByRole("textbox", { name: "Your answer" });
  fireEvent.change(field, { target: { value: "Copy is late" } });
  fireEvent.click(screen.getByRole("button", { name: "Answer" }));
  expect(await screen.findByText("The database is away.")).toBeDefined();
  expect(screen.getByRole("textbox", { name: "Your answer" })).toHaveProperty("value", "Copy is late");
});
