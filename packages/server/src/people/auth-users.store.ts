import type { Tx } from "../db/database.ts";
import { newId } from "../kit/id.ts";

export interface NewUser {
  id: string;
  name: string;
  email: string;
  passwordHash: string;
}

/**
 * A sign-in whose address is proven: by the first start, or by the link of an invitation. False when somebody has it
 * already.
 */
export async function insertUser(tx: Tx, user: NewUser): Promise<boolean> {
  const { id, name, email, passwordHash } = user;
  const made = await tx
    .insertInto("auth.user")
    .values({ id, name, email, emailVerified: true })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) return false;
  await tx
    .insertInto("auth.account")
    .values({ id: newId(), accountId: id, providerId: "credential", userId: id, password: passwordHash })
    .execute();
  return true;
}

/** Somebody who cannot sign in: no password, and an address that is not proven. */
export async function insertUserWithoutSignIn(
  tx: Tx,
  user: { id: string; name: string; email: string },
): Promise<void> {
  await tx
    .insertInto("auth.user")
    .values({ ...user, emailVerified: false })
    .execute();
}

export interface UserRow {
  id: string;
  name: string;
  email: string;
}

export async function userByEmail(tx: Tx, email: string): Promise<UserRow | undefined> {
  return tx
    .selectFrom("auth.user")
    .select(["id", "name", "email"])
    .where("email", "=", email)
    .executeTakeFirst();
}

export async function passwordHashOf(tx: Tx, userId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("auth.account")
    .select("password")
    .where("userId", "=", userId)
    .where("providerId", "=", "credential")
    .executeTakeFirst();
  return row?.password ?? null;
}

export async function keepPassword(tx: Tx, userId: string, passwordHash: string, now: Date): Promise<void> {
  await tx
    .updateTable("auth.account")
    .set({ password: passwordHash, updatedAt: now })
    .where("userId", "=", userId)
    .where("providerId", "=", "credential")
    .execute();
}
