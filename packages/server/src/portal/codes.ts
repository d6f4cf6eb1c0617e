import { createHmac } from "node:crypto";
import type { Services } from "../access/route.ts";
import type { Kit } from "../kit/context.ts";
import { Problem, tooMany } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { codeDigits } from "../kit/secret.ts";
import { queueMail } from "../mail/mails.ts";
import { mayAsk } from "../people/session-throttle.ts";
import { countCodeTry, insertCode, newestCode, spendCode } from "./codes.store.ts";

const LASTS_MS = 10 * 60_000;
const TRIES = 5;
const ASKS = 5;

export interface CodeReader {
  workspaceId: string;
  personId: string;
  email: string;
  language: string;
}

/** A new code to the person's own address; the older one is void. The code is made from the row when its mail leaves. */
export async function sendCode(services: Services, to: CodeReader, house: string): Promise<void> {
  const { database, kit } = services;
  if (!(await mayAsk(services, ["code", to.workspaceId, to.personId], ASKS))) throw tooMany(15 * 60);
  const id = newId();
  await database.inWorkspace(to.workspaceId, async (tx) => {
    const expiresAt = new Date(kit.clock.now().getTime() + LASTS_MS);
    const { workspaceId, personId } = to;
    await insertCode(tx, {
      workspaceId,
      personId,
      id,
      hash: hashOf(kit, id, codeDigits(kit.linkKey, id)),
      expiresAt,
    });
    await queueMail(tx, kit, to, { kind: "code", data: { codeId: id, house } }, id);
  });
}

/** Throws what the person is told when it does not fit; a code opens once. */
export async function spendTypedCode(
  { database, kit }: Services,
  { workspaceId, personId }: CodeReader,
  typed: string,
): Promise<void> {
  const digits = typed.replaceAll(/\D/g, "");
  // The try counts even when nothing else of this request is kept.
  const fits = await database.inWorkspace(workspaceId, async (tx) => {
    const code = await newestCode(tx, workspaceId, personId);
    if (!code || !(await countCodeTry(tx, code, TRIES))) return false;
    return spendCode(tx, code, hashOf(kit, code.id, digits), kit.clock.now());
  });
  if (!fits)
    throw new Problem(
      400,
      "wrong-code",
      "Not this code",
      "This code does not fit or is too old. Look for the newest mail, or ask for another code.",
    );
}

function hashOf(kit: Kit, codeId: string, code: string): string {
  return createHmac("sha256", kit.linkKey.reveal()).update(`code-hash:${codeId}:${code}`).digest("hex");
}
