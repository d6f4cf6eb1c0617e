import { writeFileSync } from "node:fs";
import { openApiDocument } from "./app/openapi-document.ts";

const COMMANDS: Record<string, (args: string[]) => Promise<void>> = {
  openapi: async ([file]) => {
    const text = `${JSON.stringify(await openApiDocument(), null, 2)}\n`;
    if (file) writeFileSync(file, text);
    else print(text);
  },
};

const [name = "", ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  print(`Usage: milepost <${Object.keys(COMMANDS).join(" | ")}>`);
  process.exit(name === "" || name === "help" ? 0 : 2);
}
await command(args);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
