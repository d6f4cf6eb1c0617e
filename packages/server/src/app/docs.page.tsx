import type { FastifyInstance } from "fastify";
import { renderToStaticMarkup } from "react-dom/server";
import { z } from "zod";

const Operation = z.object({
  operationId: z.string(),
  summary: z.string().default(""),
  tags: z.array(z.string()).default([]),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().default(false) }))
    .default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional(),
  responses: z.record(
    z.string(),
    z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })).optional() }),
  ),
});
type Operation = z.infer<typeof Operation>;

interface Entry extends Operation {
  method: string;
  path: string;
}

const STYLE = `:root{color-scheme:light dark;--paper:#faf8f4;--ink:#1c2024;--dim:#565b63;--panel:#f1eee7;--brand:#1f5f4a}
@media(prefers-color-scheme:dark){:root{--paper:#14171c;--ink:#e8eaed;--dim:#a9afb7;--panel:#1b1f26;--brand:#7fc4a9}}
body{margin:0 auto;max-width:60rem;padding:2rem 1rem;background:var(--paper);color:var(--ink);font:15px/1.45 system-ui,sans-serif}
h1{font-size:28px}h2{font-size:21px;margin-top:2.5rem}h3{font-size:15px;margin:0;overflow-wrap:anywhere}a{color:var(--brand)}p{color:var(--dim);max-width:68ch;overflow-wrap:anywhere}
article{background:var(--panel);border-radius:6px;padding:.75rem 1rem;margin:.5rem 0}code,pre{font:13px/1.5 ui-monospace,monospace}
pre{overflow:auto;margin:.5rem 0 0}summary{cursor:pointer;color:var(--dim)}nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem}`;

/** The API for people: every operation with its parameters and shapes, from the same document that tools read. */
export function docsPage(app: FastifyInstance): void {
  let page = "";
  app.get("/api/docs", { schema: { hide: true } }, async (_request, reply) => {
    page ||= `<!doctype html>${renderToStaticMarkup(<Docs entries={entriesOf(app.swagger())} />)}`;
    return reply.type("text/html; charset=utf-8").send(page);
  });
}

function entriesOf(document: object): Entry[] {
  const { paths } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(document);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, found]) => {
      const operation = Operation.safeParse(found);
      return operation.success ? [{ ...operation.data, method: method.toUpperCase(), path }] : [];
    }),
  );
}

function Docs({ entries }: { entries: Entry[] }) {
  const tags = [...new Set(entries.flatMap((entry) => entry.tags))].sort((a, b) => a.localeCompare(b));
  return (
    <html lang="en">
      <head>
        <title>Milepost API</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>Milepost API</h1>
          <p>
            JSON over HTTP. Sign in with <code>POST /api/v1/session</code>. Errors are RFC 9457 problem
            documents with a request id. Text is saved with <code>If-Match</code>;{" "}
            <code>Idempotency-Key</code> makes a create safe to repeat. For tools:{" "}
            <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.
          </p>
          <nav>
            {tags.map((tag) => (
              <a key={tag} href={`#${encodeURIComponent(tag)}`}>
                {tag}
              </a>
            ))}
          </nav>
          {tags.map((tag) => (
            <section key={tag} id={encodeURIComponent(tag)}>
              <h2>{tag}</h2>
              {entries
                .filter((entry) => entry.tags.includes(tag))
                .map((entry) => (
                  <OperationArticle key={entry.operationId} entry={entry} />
                ))}
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}

function OperationArticle({ entry }: { entry: Entry }) {
  const body = entry.requestBody?.content["application/json"]?.schema;
  const [status, answer] = Object.entries(entry.responses).find(([code]) => code.startsWith("2")) ?? [];
  const shape = answer?.content?.["application/json"]?.schema;
  return (
    <article id={entry.operationId}>
      <h3>
        <code>
          {entry.method} {entry.path}
        </code>
      </h3>
      <p>{entry.summary}</p>
      {entry.parameters.length > 0 && (
        <p>
          {entry.parameters
            .map(
              (parameter) => `${parameter.name} (${parameter.in}${parameter.required ? "" : ", optional"})`,
            )
            .join(" · ")}
        </p>
      )}
      {body !== undefined && <Shape title="Takes" schema={body} />}
      {shape !== undefined && <Shape title={`Gives ${status ?? ""}`} schema={shape} />}
    </article>
  );
}

function Shape({ title, schema }: { title: string; schema: unknown }) {
  return (
    <details>
      <summary>{title}</summary>
      <pre>{JSON.stringify(schema, null, 2)}</pre>
    </details>
  );
}
