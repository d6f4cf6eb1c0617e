import type { DBAdapter, DBTransactionAdapter, Where } from "better-auth";
import { sha256 } from "../kit/secret.ts";

/** better-auth asks for session rows by token; the table holds only the token's hash, the cookie only the token. */
export function withHashedTokens(adapter: DBAdapter): DBAdapter {
  return {
    ...hashing(adapter),
    transaction: (work) => adapter.transaction((inside) => work(hashing(inside))),
  };
}

function hashing(adapter: DBTransactionAdapter): DBTransactionAdapter {
  return {
    ...adapter,
    create: async (request) => {
      const token = request.model === "session" && "token" in request.data ? request.data.token : undefined;
      if (typeof token !== "string") return adapter.create(request);
      return withToken(
        await adapter.create({ ...request, data: { ...request.data, token: sha256(token) } }),
        token,
      );
    },
    findOne: async (request) => withToken(await adapter.findOne(hashedWhere(request)), tokenAsked(request)),
    findMany: (request) =>
      adapter.findMany(request.where ? hashedWhere({ ...request, where: request.where }) : request),
    count: (request) =>
      adapter.count(request.where ? hashedWhere({ ...request, where: request.where }) : request),
    update: async (request) => withToken(await adapter.update(hashedWhere(request)), tokenAsked(request)),
    updateMany: (request) => adapter.updateMany(hashedWhere(request)),
    delete: (request) => adapter.delete(hashedWhere(request)),
    deleteMany: (request) => adapter.deleteMany(hashedWhere(request)),
    consumeOne: async (request) =>
      withToken(await adapter.consumeOne(hashedWhere(request)), tokenAsked(request)),
    incrementOne: (request) => adapter.incrementOne(hashedWhere(request)),
  };
}

interface Asked {
  model: string;
  where: Where[];
}

function hashedWhere<T extends Asked>(request: T): T {
  if (request.model !== "session") return request;
  const where = request.where.map((clause) =>
    clause.field === "token" ? { ...clause, value: hashed(clause.value) } : clause,
  );
  return { ...request, where };
}

function hashed(value: Where["value"]): Where["value"] {
  if (typeof value === "string") return sha256(value);
  return Array.isArray(value) ? value.map((each) => sha256(String(each))) : value;
}

function tokenAsked({ model, where }: Asked): string | undefined {
  const value = model === "session" ? where.find((clause) => clause.field === "token")?.value : undefined;
  return typeof value === "string" ? value : undefined;
}

function withToken<T>(row: T, token: string | undefined): T {
  return token !== undefined && row !== null && typeof row === "object" ? { ...row, token } : row;
}
