import { useNavigate, useSearch } from "@tanstack/react-router";
import { HonestPromise } from "../milestones/promise.tsx";
import { AssistantPage } from "../plan/assistant/assistant.page.tsx";
import { AssistantKinds } from "./assistant-kinds.tsx";

/** The assistant, with what milestones and templates lend it. */
export function AssistantScreen() {
  const { step } = useSearch({ from: "/p/$projectKey/assistant" });
  const navigate = useNavigate({ from: "/p/$projectKey/assistant" });
  return (
    <AssistantPage
      step={step}
      onStep={(next) => void navigate({ to: ".", resetScroll: false, search: { step: next } })}
      kinds={(plan) => <AssistantKinds plan={plan} />}
      Promise={HonestPromise}
    />
  );
}
