import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./ui/mantine-styles.ts";
import "./ui/tokens.css";
import { Application } from "./app/application.tsx";
import { projectsQuery } from "./lib/current-project.ts";
import { fetchAtRest } from "./lib/later.ts";
import { queryClient } from "./lib/query-client.ts";
import { reloadAfterUpgrade } from "./lib/reload.ts";
import { meQuery } from "./lib/session.ts";

addEventListener("vite:preloadError", () => void reloadAfterUpgrade());
fetchAtRest();

// Every page needs these two: they travel while the page is put together.
void queryClient.prefetchQuery(meQuery);
void queryClient.prefetchQuery(projectsQuery);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
