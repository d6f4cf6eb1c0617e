import type { Services } from "../access/route.ts";
import type { Tx } from "../db/database.ts";
import { recordFor } from "../events/events.ts";
import { Problem } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { authOf } from "./auth.ts";
import { insertUser } from "./auth-users.store.ts";
import { insertMember, insertPerson } from "./joining.store.ts";
import { type SignedIn, signIn } from "./session-sign-in.ts";
import type { Source } from "./session-source.ts";
import { beginAttempt, endAttempt, failedAttempt } from "./session-throttle.ts";
import { claimSetup, hasUsers, insertWorkspace } from "./setup.store.ts";
import { forgetSetupCode, isSetupCode } from "./setup-code.ts";
import { placeOf, USUAL_WEEK } from "./setup-defaults.ts";
import type { WeekView } from "./week.ts";

export interface Setup {
  name: string;
  email: string;
  password: string;
  workspaceName: string;
  timeZone: string;
  workingWeek?: WeekView | undefined;
  country?: string | undefined;
  currency?: string | undefined;
  code?: string | undefined;
}

export async function setupNeeded({ database }: Services): Promise<boolean> {
  return !(await hasUsers(database.outside));
}

/** Makes the first workspace and its owner, once, and signs the owner in. */
export async function setUp(
  services: Services,
  source: Source,
  atThisMachine: boolean,
  wanted: Setup,
): Promise<SignedIn> {
  const { database } = services;
  if (!(await setupNeeded(services))) throw alreadySetUp();
  if (!atThisMachine) await checkCode(services, source, wanted.code ?? "");
  const { password } = await (await authOf(services)).$context;
  const passwordHash = await password.hash(wanted.password);
  const workspaceId = newId();
  await database.inWorkspace(workspaceId, (tx) =>
    makeWorkspace(tx, services, workspaceId, wanted, passwordHash),
  );
  forgetSetupCode(database);
  return signIn(services, source, wanted);
}

async function makeWorkspace(
  tx: Tx,
  { kit }: Services,
  workspaceId: string,
  wanted: Setup,
  passwordHash: string,
): Promise<void> {
  if (!(await claimSetup(tx, workspaceId)) || (await hasUsers(tx))) throw alreadySetUp();
  const { name, email, timeZone: zone, workspaceName } = wanted;
  const personId = newId();
  const userId = newId();
  const place = placeOf(zone);
  const country = wanted.country ?? place.country;
  const currency = wanted.currency ?? place.currency;
  await insertUser(tx, { id: userId, name, email, passwordHash });
  await insertWorkspace(
    tx,
    { workspaceId, name: workspaceName, slug: slugOf(workspaceName), zone, country, currency },
    wanted.workingWeek ?? USUAL_WEEK,
  );
  await insertPerson(tx, { workspaceId, id: personId, name, email, zone, country });
  await insertMember(tx, { workspaceId, personId, userId, role: "owner" });
  await recordFor(
    tx,
    { workspaceId, actorId: personId, at: kit.clock.now() },
    {
      verb: "workspace.created",
      subject: { kind: "workspace", id: workspaceId },
    },
  );
}

const WRONG_CODE = "Enter the code that Milepost printed when it started.";

async function checkCode(services: Services, source: Source, code: string): Promise<void> {
  const attempt = await beginAttempt(services, "setup", source.address);
  if (!isSetupCode(services.database, code))
    throw failedAttempt(
      attempt,
      new Problem(403, "setup-code", "Code needed", WRONG_CODE, {
        errors: [{ path: "code", message: WRONG_CODE }],
      }),
    );
  await endAttempt(services, attempt);
}

function alreadySetUp(): Problem {
  return new Problem(
    409,
    "already-set-up",
    "Already set up",
    "Milepost has its first workspace. Sign in instead.",
  );
}

function slugOf(name: string): string {
  const words =
    name
      .normalize("NFKD")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, 40).replace(/-$/, "") || "workspace";
}
