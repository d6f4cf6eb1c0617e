import type { Services } from "../access/route.ts";
import { buildHttp } from "./http.ts";
import { ROUTES } from "./routes.ts";

/** The OpenAPI document without a database: routes are only described, never called. */
export async function openApiDocument(): Promise<unknown> {
  const services = { kit: { baseUrl: "http://localhost:4280" }, database: {} } as unknown as Services;
  const app = await buildHttp(services, { trustProxy: 0, logLevel: "silent", routes: ROUTES });
  await app.ready();
  const document = app.swagger();
  await app.close();
  return document;
}
