import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";

/** OpenAPI 3.1 from the declared routes, at /api/v1/openapi.json. */
export async function openApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Milepost",
        version: "1",
        description: "Plans, tracks and signs off project milestones. Errors are RFC 9457 problem documents.",
        license: { name: "MIT", identifier: "MIT" },
      },
      servers: [{ url: "/" }],
      components: {
        securitySchemes: { session: { type: "apiKey", in: "cookie", name: "milepost.session_token" } },
      },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: (input) => withoutUnusedTwins(jsonSchemaTransformObject(input)),
  });
  app.get("/api/v1/openapi.json", { schema: { hide: true } }, async () => app.swagger());
}

/** Every named schema also appears as its input twin; those that no route takes say nothing to a reader. */
function withoutUnusedTwins<T extends object>(document: T): T {
  const text = JSON.stringify(document);
  const schemas =
    (document as { components?: { schemas?: Record<string, unknown> } }).components?.schemas ?? {};
  for (const name of Object.keys(schemas)) {
    if (name.endsWith("Input") && !text.includes(`"#/components/schemas/${name}"`)) delete schemas[name];
  }
  return document;
}
