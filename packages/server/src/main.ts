import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { buildHttp } from "./app/http.ts";
import { type Installation, openInstallation } from "./app/installation.ts";
import { refusalOf } from "./app/refusal.ts";
import { ROUTES } from "./app/routes.ts";
import { webApp } from "./app/web-app.ts";
import { readSettings, type Settings } from "./kit/settings.ts";

const WEB = join(fileURLToPath(new URL(".", import.meta.url)), "../../web/dist");
const PATIENCE_MS = 20_000;

async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  const log = pino({ base: null });
  const installation = await openInstallation(settings, {
    say,
    log,
    onDatabaseLost: (reason) => {
      log.error({ kind: reason.name }, reason.message);
      process.exit(1);
    },
  });
  const stop = await listen(settings, installation);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
}

/** Opens the door and returns how to close it: requests first, then the database. */
async function listen(settings: Settings, installation: Installation): Promise<() => Promise<void>> {
  const { kit, database } = installation;
  const http = await buildHttp(
    { kit, database },
    { trustProxy: settings.trustProxy, logLevel: "warn", routes: ROUTES, extensions: [webApp(WEB)] },
  );
  const address = await http.listen({ port: settings.port, host: settings.host });
  say(`Milepost is ready: ${settings.port === 0 ? address : kit.baseUrl}`);
  return async () => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    await http.close();
    await installation.close();
    process.exit(0);
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await serve();
} catch (error) {
  const refusal = refusalOf(error);
  if (!refusal) throw error;
  process.stderr.write(`${refusal.line}\n`);
  process.exit(refusal.code);
}
