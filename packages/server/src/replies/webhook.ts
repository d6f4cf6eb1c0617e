import type { FastifyInstance } from "fastify";
import type { Services } from "../access/route.ts";
import { notFound, Problem } from "../kit/errors.ts";
import { isSameText, type Secret } from "../kit/secret.ts";
import { MAIL_BYTES } from "./incoming.ts";
import { spoolMail } from "./spool.ts";

const PLACE = "/mail-in";

/** Where a mail server hands over what came in; without `MAIL_IN_SECRET` there is no such place. */
export function mailIn(secret: Secret | null) {
  return async (app: FastifyInstance, { kit }: Services): Promise<void> => {
    if (!secret) return;
    await app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser(
        "message/rfc822",
        { parseAs: "buffer", bodyLimit: MAIL_BYTES },
        (_request, body, done) => done(null, body),
      );
      scope.addHook("onRequest", async ({ headers }) => {
        const reason = kit.readOnlyReason();
        if (!isSameText(headers.authorization ?? "", `Bearer ${secret.reveal()}`)) throw notFound();
        if (reason) throw new Problem(507, "read-only", "Only reading just now", reason);
      });
      scope.post(PLACE, { schema: { hide: true }, bodyLimit: MAIL_BYTES }, async ({ body }, reply) => {
        if (!Buffer.isBuffer(body) || body.length === 0) throw notAMail();
        await spoolMail(kit.dataDir, body);
        return reply.code(202).send();
      });
    });
  };
}

function notAMail(): Problem {
  return new Problem(415, "media-type", "Wrong kind of content", "Send one mail as message/rfc822.");
}
