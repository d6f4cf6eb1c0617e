import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { bestNode, ensureBuilt, ensureInstalled, root, say, toolEnv } from "./start/ready.mjs";

/** The long forms of proofs whose short forms run in `npm test`. */
const proofs = {
  crash: {
    what: "kill -9 during writes, 200 rounds",
    run: ["@playwright/test/cli.js", "test", "e2e/crash.spec.ts"],
    env: { MILEPOST_ROUNDS: "200" },
  },
  tamper: {
    what: "1,000 edits of one field of what is sealed, each found and named",
    run: ["vitest/vitest.mjs", "run", "packages/server/src/evidence/verify-approvals.test.ts"],
    env: { MILEPOST_EDITS: "1000" },
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
  const [tool = "", ...args] = proof.run;
  return (
    spawnSync(bestNode(), [join("node_modules", tool), ...args], {
      cwd: root,
      env: toolEnv(proof.env),
      stdio: "inherit",
    }).status !== 0
  );
});
say(failed.length === 0 ? "All proofs hold." : `Failed: ${failed.map(([name]) => name).join(", ")}`);
process.exit(failed.length === 0 ? 0 : 1);
