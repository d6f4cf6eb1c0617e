import { CommandRefusal } from "./app/command-place.ts";
import { COMMANDS } from "./app/commands.ts";
import { refusalOf } from "./app/refusal.ts";
import { ArchiveRefusal, PlaceRefusal } from "./backup/refusal.ts";
import { Problem } from "./kit/errors.ts";

const [name = "help", ...args] = process.argv.slice(2);
const command = COMMANDS[name];

if (name === "serve") await import("./main.ts");
else if (!command) help();
else await run(() => command.run(args));

async function run(act: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await act();
  } catch (error) {
    const refusal = refusalOf(error) ?? commandRefusal(error);
    if (!refusal) throw error;
    process.stderr.write(`${refusal.line}\n`);
    process.exitCode = refusal.code;
  }
}

function commandRefusal(error: unknown): { line: string; code: number } | null {
  const known = [CommandRefusal, ArchiveRefusal, PlaceRefusal, Problem].some((kind) => error instanceof kind);
  if (error instanceof Error && known) return { line: error.message, code: 1 };
  if (error instanceof Error && "code" in error && error.code === "ENOENT")
    return { line: "There is no such file.", code: 2 };
  return null;
}

function help(): void {
  const lines = Object.values(COMMANDS).map(({ usage, does }) => `  ${usage.padEnd(34)} ${does}`);
  process.stdout.write(
    `milepost COMMAND\n\n  ${"serve".padEnd(34)} the server, as npm start does\n${lines.join("\n")}\n`,
  );
  process.exitCode = name === "help" ? 0 : 2;
}
