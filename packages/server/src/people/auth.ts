import type { BetterAuthOptions } from "better-auth";
import type { Services } from "../access/route.ts";
import type { Database } from "../db/database.ts";
import type { Kit } from "../kit/context.ts";
import { withHashedTokens } from "./auth-adapter.ts";

const SESSION_SECONDS = 30 * 86_400;
export const ADDRESS_HEADER = "x-milepost-address";

export type Auth = Awaited<ReturnType<typeof makeAuth>>;

const made = new WeakMap<Database, Promise<Auth>>();

/**
 * better-auth over this database. None of its own addresses is mounted: our routes call its functions, so what is
 * not called here cannot be reached.
 */
export function authOf({ database, kit }: Pick<Services, "database" | "kit">): Promise<Auth> {
  const known = made.get(database);
  if (known) return known;
  const fresh = makeAuth(database, kit);
  made.set(database, fresh);
  return fresh;
}

/** Loaded at the first sign-in: starting and every other request do without it. */
async function makeAuth(database: Database, kit: Kit) {
  const { betterAuth } = await import("better-auth");
  const { getAdapter } = await import("better-auth/db/adapter");
  const { passkey } = await import("@better-auth/passkey");
  const { twoFactor } = await import("better-auth/plugins/two-factor");
  const options = {
    ...authOptions(kit),
    plugins: [twoFactor({ issuer: "Milepost" }), passkey(passkeyOptions(kit))],
  } satisfies BetterAuthOptions;
  const adapter = withHashedTokens(
    await getAdapter({ ...options, database: { db: database.outside.withSchema("auth"), type: "postgres" } }),
  );
  return betterAuth({ ...options, database: () => adapter });
}

function passkeyOptions({ baseUrl }: Kit) {
  const { hostname, origin } = new URL(baseUrl);
  return {
    rpID: hostname,
    rpName: "Milepost",
    origin,
    schema: { passkey: { fields: { credentialID: "credentialId" } } },
  };
}

function authOptions(kit: Kit) {
  const { origin, protocol } = new URL(kit.baseUrl);
  const secure = protocol === "https:";
  return {
    appName: "Milepost",
    baseURL: kit.baseUrl,
    secret: kit.authSecret.reveal(),
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      ...(kit.passwordHash ? { password: kit.passwordHash } : {}),
    },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: secure ? "__Host-milepost" : "milepost",
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/", secure },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], ipv6Subnet: 128 },
    },
  } satisfies BetterAuthOptions;
}
