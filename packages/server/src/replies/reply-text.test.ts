import { expect, test } from "vitest";
import { replyText, soundsLikeYes, wordsOfHtml } from "./reply-text.ts";

const OWN = "Looks good to me.\n\nOne wish: the logo larger.";

test.each([
  ["nothing else", OWN],
  ["a quote", `${OWN}\n\n> Please decide\n> by Friday`],
  [
    "a quote that is announced",
    `${OWN}\n\nOn Fri, 12 Jun 2026 at 10:02, Studio Birch <a@b.test> wrote:\n> Please`,
  ],
  [
    "an announcement over two lines",
    `${OWN}\n\nAm 12.06.2026 um 10:02 schrieb Studio Birch\n<reply+abc@in.test>:\nAlter Text`,
  ],
  ["a signature", `${OWN}\n\n-- \nDana Reyes\nRosa Bakery`],
  ["a device", `${OWN}\n\nSent from my iPhone`],
  ["a device in German", `${OWN}\r\n\r\nVon meinem iPhone gesendet`],
  ["Outlook's divider", `${OWN}\n\n-----Original Message-----\nFrom: a\nold`],
  ["Outlook's line", `${OWN}\n\n________________________________\nVon: a\nalt`],
  ["Outlook's head", `${OWN}\n\nVon: Studio Birch\nGesendet: Freitag\nAn: Dana\nBetreff: x\n\nalt`],
])("a reply with %s is what its writer wrote", (_what, text) => {
  expect(replyText(text)).toBe(OWN);
});

test("words between quotes stay, and words that only look like a mark stay too", () => {
  expect(replyText("> Is it blue?\nYes.\n> And large?\nNo.")).toBe("Yes.\nNo.");
  const words =
    "On Friday we meet.\nFrom: here to there.\nSent from my heart it is not, since it goes on and on and on and on.";
  expect(replyText(words)).toBe(words);
});

test("a mail in HTML alone is read up to what it answers", () => {
  const html = `<html><head><style>p{color:red}</style></head><body><p>Looks <b>good</b>.</p><div>İ wish</div><blockquote>old</blockquote></body></html>`;
  expect(replyText(wordsOfHtml(html))).toBe("Looks good.\n\nİ wish");
});

test("a yes is heard where it is plain, and nowhere else", () => {
  for (const yes of [
    "Approved!",
    "ok",
    "OK, thanks",
    "Passt.",
    "Von mir aus freigegeben",
    "Looks good, go ahead",
  ])
    expect([yes, soundsLikeYes(yes)]).toEqual([yes, true]);
  for (const no of [
    "Not approved",
    "ok?",
    "passt nicht",
    "ok, but the logo",
    "book",
    "Is it approved?",
    "",
    "Let us talk",
  ])
    expect([no, soundsLikeYes(no)]).toEqual([no, false]);
});

const KB = 1_024;
const fill = (part: string) => part.repeat(Math.ceil((200 * KB) / part.length)).slice(0, 200 * KB);

test.each([
  ["stars", "*"],
  ["quotes", "> "],
  ["quote lines", ">\n"],
  ["announcements", "On "],
  ["announcement lines", "On x\n"],
  ["open tags", "<"],
  ["style tags", "<style"],
  ["comments", "<!--"],
  ["heads", "From: \n"],
  ["dashes", "-"],
  ["underlines", "_\n"],
  ["spaces", " "],
  ["blank lines", "\n"],
  ["carriage returns", "\r"],
  ["yes", "ok "],
  ["half signs", "\ud83d"],
  ["entities", "&amp"],
  ["boundaries", "--x\r\n"],
])("A68: of 200 KB of %s an answer is cut out within 200 ms", (_what, part) => {
  const text = fill(part);
  for (const work of [() => replyText(text), () => replyText(wordsOfHtml(text)), () => soundsLikeYes(text)]) {
    const began = performance.now();
    work();
    expect(performance.now() - began).toBeLessThan(200);
  }
});
