import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { bestNode, ensureBuilt, ensureInstalled, root, say, toolEnv } from "./start/ready.mjs";

/** The long forms of proofs whose short forms run in `npm test`. */
const proofs = {
  crash: {
    what: "kill -9 during writes, 200 rounds",
    spec: "e2e/crash.spec.ts",
    env: { MILEPOST_ROUNDS: "200" },
  },
};

await ensureInstalled();
await ensureBuilt();
const wanted = process.argv[2];
const chosen = Object.entries(proofs).filter(([name]) => !wanted || name === wanted);
if (chosen.length === 0) {
  say(`There is no proof "${wanted}"; there are ${Object.keys(proofs).join(", ")}.`);
  process.exit(2);
}
const failed = chosen.filter(([name, proof]) => {
  say(`\n== ${name}: ${proof.what}`);
  const playwright = join("node_modules", "@playwright/test/cli.js");
  return (
    spawnSync(bestNode(), [playwright, "test", proof.spec], {
      cwd: root,
      env: toolEnv(proof.env),
      stdio: "inherit",
    }).status !== 0
  );
});
say(failed.length === 0 ? "All proofs hold." : `Failed: ${failed.map(([name]) => name).join(", ")}`);
process.exit(failed.length === 0 ? 0 : 1);
