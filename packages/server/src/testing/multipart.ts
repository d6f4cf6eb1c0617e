import type { Seeded, SeedPerson } from "./seed.ts";
import type { TestAnswer, TestServer } from "./server.ts";

/** What a browser sends for a form with a file, names and types as the sender claims them. */
export interface Sent {
  path?: string;
  fields?: Record<string, string>;
  name?: string;
  type?: string;
  bytes: Buffer | string;
  headers?: Record<string, string>;
}

export async function upload(server: TestServer, person: SeedPerson | null, sent: Sent): Promise<TestAnswer> {
  const {
    path = "/files",
    fields = {},
    name = "file.bin",
    type = "application/octet-stream",
    bytes,
    headers = {},
  } = sent;
  const boundary = "milepost-test-boundary";
  const parts = Object.entries(fields).map(
    ([key, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`;
  const answer = await server.app.inject({
    method: "POST",
    url: `/api/v1${path}`,
    headers: {
      "content-type": `multipart/form-data; boundary=${boundary}`,
      ...(person ? { cookie: person.cookie } : {}),
      ...headers,
    },
    payload: Buffer.concat([
      Buffer.from(parts.join("") + head),
      Buffer.from(bytes),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.body ? answer.json() : "" };
}

export function onProject(seed: Seeded): Record<string, string> {
  return { subjectKind: "project", subjectId: seed.acme.id };
}

/** The beginning of real files, enough to be known by. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
export const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
