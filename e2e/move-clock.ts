import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface MovedClock {
  /** For the Milepost whose clock goes ahead. */
  env: Record<string, string>;
  /** So many minutes later than before. */
  goOn(minutes: number): void;
}

/**
 * What is due only minutes later need not be waited for: the process under test reads how far its clock is ahead from a file.
 * Nothing of it is in the product.
 */
export function movedClock(): MovedClock {
  const folder = mkdtempSync(join(tmpdir(), "milepost-clock-"));
  const [ahead, preload] = [join(folder, "ahead"), join(folder, "clock.mjs")];
  let minutes = 0;
  writeFileSync(ahead, "0");
  writeFileSync(
    preload,
    `import { readFileSync } from "node:fs";
const Real = Date;
const now = () => Real.now() + Number(readFileSync(${JSON.stringify(ahead)}, "utf8") || 0);
globalThis.Date = class extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(now());
    else super(...parts);
  }
  static now() {
    return now();
  }
};
`,
  );
  return {
    env: { NODE_OPTIONS: `--import=${preload}` },
    goOn: (more) => {
      minutes += more;
      writeFileSync(ahead, String(minutes * 60_000));
    },
  };
}
