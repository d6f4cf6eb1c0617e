import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { answerAddress, messageIdOf } from "../mail/mail-address.ts";
import { testKit } from "../testing/server.ts";
import { readIncoming } from "./incoming.ts";

const kit = testKit();
kit.mail = { ...kit.mail, answersTo: "reply@in.example.test" };
const mailId = newId();
const read = (lines: readonly string[], budget?: number) =>
  readIncoming(kit, Buffer.from(lines.join("\r\n")), budget);

test("an answer is known by the address that it was sent to, or by what it answers", async () => {
  const to = answerAddress(kit, mailId) ?? "";
  const own = messageIdOf(kit, mailId);
  const other = messageIdOf(kit, newId());
  const cases = [
    [`To: Studio <${to}>`],
    [`To: ${to.toUpperCase()}`],
    ["To: a@b.test", `Cc: x@y.test, <${to}>`],
    ["To: reply@in.example.test", `Delivered-To: ${to}`],
    [`In-Reply-To: ${own}`],
    [`References: <a@b.test> ${other}`, `In-Reply-To: ${own}`],
    [`References: ${own} <later@client.test>`],
  ];
  for (const head of cases) expect([head, (await read([...head, "", "Yes"])).mailId]).toEqual([head, mailId]);
  const none = [
    [`To: ${to.replace("+", "+0")}`],
    [`In-Reply-To: <${mailId}@evil.test>`],
    ["To: reply+x@in.example.test"],
  ];
  for (const head of none) expect([head, (await read([...head, "", "Yes"])).mailId]).toEqual([head, null]);
});

test("words, files and names of files are taken out, pictures of a signature are not", async () => {
  const mail = await read([
    "From: Dana Reyes <Dana@Client.test>",
    "Message-ID: <one@client.test>",
    "Subject: =?utf-8?B?UsO8Y2tmcmFnZQ==?=",
    'Content-Type: multipart/mixed; boundary="m"',
    "",
    "--m",
    "Content-Type: text/plain; charset=iso-8859-1",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "Sch=F6n.",
    "--m",
    'Content-Type: application/pdf; name="../../etc/passwd.pdf"',
    'Content-Disposition: attachment; filename="../../etc/passwd.pdf"',
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from("%PDF-1.4").toString("base64"),
    "--m--",
  ]);
  expect(mail).toMatchObject({
    messageId: "<one@client.test>",
    from: "dana@client.test",
    subject: "Rückfrage",
    text: "Schön.",
    kind: "answer",
  });
  expect(mail.files.map(({ name, content }) => [name, Buffer.from(content).toString()])).toEqual([
    ["../../etc/passwd.pdf", "%PDF-1.4"],
  ]);
});

test.each([
  ["Auto-Submitted: auto-replied"],
  ["Precedence: bulk"],
  ["X-Autoreply: yes"],
  ["Precedence: auto_reply"],
])("%s is no answer of a person", async (head) => {
  expect((await read([head, "", "I am away"])).kind).toBe("automatic");
});

test("what a person writes with such headers switched off is an answer", async () => {
  expect((await read(["Auto-Submitted: no", "Precedence: first-class", "", "Hi"])).kind).toBe("answer");
});

test("A68, D26: no mail keeps the server busy: each is read beside it, within its time", async () => {
  const fill = (part: string) => part.repeat(Math.ceil(204_800 / part.length)).slice(0, 204_800);
  for (const part of ["\n", "_\n", ">\n", "<style", "--x\r\n", "From: \n", "\u0000"]) {
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 5);
    await read(["From: a@b.test", "Content-Type: multipart/mixed; boundary=x", "", fill(part)], 1_500).catch(
      () => undefined,
    );
    clearInterval(watch);
    expect([part, longest < 200]).toEqual([part, true]);
  }
}, 20_000);

test("a mail that takes longer than its time is given up", async () => {
  await expect(read(["From: a@b.test", "", "\n".repeat(3_000_000)], 300)).rejects.toThrow("in time");
});
