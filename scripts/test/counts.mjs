import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, note?: string | undefined }} Count */

/**
 * @param {string} report
 * @param {boolean} ok whether the runner itself ended well
 * @returns {Count}
 */
export function countVitest(report, ok) {
  const found = read(report);
  if (!found) return noReport;
  return settle(found.numPassedTests, found.numFailedTests, found.numPendingTests + found.numTodoTests, ok);
}

/**
 * @param {string} report
 * @param {boolean} ok
 * @returns {Count}
 */
export function countPlaywright(report, ok) {
  const stats = read(report)?.stats;
  if (!stats) return noReport;
  const count = settle(stats.expected + stats.flaky, stats.unexpected, stats.skipped, ok);
  return stats.flaky > 0 ? { ...count, note: `${stats.flaky} only at a later try` } : count;
}

const noReport = { passed: 0, failed: 1, note: "the runner left no report" };

/**
 * A runner that fails without a failed test (a file that does not load, a set-up that breaks) counts as one failure;
 * so does a run without any test. What was skipped never counts as passed.
 * @param {number} passed
 * @param {number} failed
 * @param {number} skipped
 * @param {boolean} ok
 * @returns {Count}
 */
function settle(passed, failed, skipped, ok) {
  const broken = (!ok && failed === 0) || passed + failed === 0;
  return { passed, failed: broken ? 1 : failed, note: skipped > 0 ? `${skipped} skipped` : undefined };
}

/** @param {string} report */
function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined;
}
