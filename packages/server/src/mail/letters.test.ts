import { expect, test } from "vitest";
import { accentsOf, contrast } from "../kit/brand.ts";
import { sampleMails } from "../testing/letter-samples.ts";
import { testKit } from "../testing/server.ts";
import { LANGUAGES } from "../words/say.ts";
import type { Envelope } from "./envelope.ts";
import { letterOf, MAIL_KINDS, type Mail, optionalOf, privateParts, subjectOf } from "./letters.ts";
import { renderMail } from "./mail-render.ts";

const kit = testKit();
const house = { name: "Studio & <b>Birch</b>", accents: accentsOf("#FFE900") };
const KB = 1_024;
const cases = sampleMails().flatMap((mail) =>
  LANGUAGES.map((language) => [mail.kind, language, mail] as const),
);

function envelope(mail: Mail, language: string): Envelope {
  const leave = optionalOf(mail.kind) ? "https://plan.example.test/unsubscribe/token" : null;
  return { language, house, own: privateParts(kit, mail), picture: null, leave, answerable: true };
}

test("every kind of mail has a sample", () => {
  expect(sampleMails().map(({ kind }) => kind)).toEqual(expect.arrayContaining([...MAIL_KINDS]));
});

test.each(cases)(
  "%s in %s is small, says the same in plain text, and asks for one thing",
  async (...given) => {
    const [, language, mail] = given;
    const { html, text } = await renderMail(mail, envelope(mail, language));
    const letter = letterOf(mail, language);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(60 * KB);
    expect(new Set(html.match(/\slang="\w+"/g))).toEqual(new Set([` lang="${language}"`]));
    for (const words of [letter.heading, ...letter.paragraphs, letter.footer]) expect(text).toContain(words);
    const { address, code } = privateParts(kit, mail);
    if (code) for (const said of [html, text]) expect(said).toContain(code);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(links).toEqual([
      ...(letter.action && address ? [address] : []),
      ...(optionalOf(mail.kind) ? ["https://plan.example.test/unsubscribe/token"] : []),
    ]);
    for (const link of links) expect(text).toContain(link);
  },
);

test.each(cases)(
  "%s in %s loads nothing and takes no words for its own markup",
  async (_kind, language, mail) => {
    const { html } = await renderMail(mail, envelope(mail, language));
    expect(html).not.toMatch(/<script|<b>|<img|\ssrc=|url\(/);
    expect(subjectOf(mail, language)).not.toMatch(/[\r\n]/);
    expect(subjectOf(mail, language).length).toBeLessThanOrEqual(180);
    expect(letterOf(mail, language).preview).not.toBe("");
  },
);

test("the button and all words can be read by day and by night, whatever the workspace's colour", async () => {
  const [, mail] = sampleMails();
  if (!mail) throw new Error("there is a mail with a button");
  const { html } = await renderMail(mail, envelope(mail, "en"));
  expect(html).toContain('name="color-scheme" content="light dark"');
  const [, style = ""] =
    /<a [^>]*class="button"[^>]*style="([^"]*)"|style="([^"]*)"[^>]*class="button"/.exec(html) ?? [];
  const part = (of: string, name: string) =>
    new RegExp(`(?:^|[;\\s{])${name}:\\s*(#[0-9a-f]{6})`, "i").exec(of)?.[1] ?? "";
  expect(contrast(part(style, "background-color"), part(style, "color"))).toBeGreaterThanOrEqual(4.5);
  const dark = html.slice(html.indexOf("prefers-color-scheme: dark"));
  const grounds = [...html.matchAll(/<(\w+)[^>]*background-color:#FAF8F4/g)].map(([, tag]) => tag);
  expect(grounds).toEqual(["body", "td"]);
  expect(dark).toMatch(/body, \.paper, \.paper td { background-color: #14171C !important; }/);
  const button = /\.button {([^}]*)}/.exec(dark)?.[1] ?? "";
  expect(contrast(part(button, "background-color"), part(button, "color"))).toBeGreaterThanOrEqual(4.5);
  for (const color of ["#E8EAED", "#A9AFB7"]) {
    expect(dark).toContain(color);
    expect(contrast(color, "#14171C")).toBeGreaterThanOrEqual(4.5);
  }
});
