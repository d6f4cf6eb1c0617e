import { useCallback, useRef, useState } from "react";
import { ApiProblem } from "./problem.ts";

interface Submit<A extends unknown[]> {
  /** Resolves to whether it worked; what was typed stays with the caller either way. */
  submit: (...args: A) => Promise<boolean>;
  busy: boolean;
  problem: unknown;
  /** The server's word on one field. */
  field: (name: string) => string | undefined;
  clear: () => void;
}

/** One act of a form: refuses a second click while the first is on its way, keeps the refusal to show it. */
export function useSubmit<A extends unknown[]>(act: (...args: A) => Promise<unknown>): Submit<A> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const running = useRef(false);
  const latest = useRef(act);
  latest.current = act;
  const submit = useCallback(async (...args: A) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    try {
      await latest.current(...args);
      setProblem(null);
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setProblem(null), []);
  const field = (name: string) => (problem instanceof ApiProblem ? problem.byField[name] : undefined);
  return { submit, busy, problem, field, clear };
}
