import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./ui/mantine-styles.ts";
import "./ui/tokens.css";
import { Application } from "./app/application.tsx";
import { projectsQuery } from "./lib/current-project.ts";
import { queryClient } from "./lib/query-client.ts";
import { meQuery } from "./lib/session.ts";

// After an upgrade the chunks of the old page are gone: the new page has them.
addEventListener("vite:preloadError", (event) => {
  const last = Number(sessionStorage.getItem("milepost.reloaded") ?? 0);
  if (event.timeStamp + performance.timeOrigin - last < 60_000) return;
  sessionStorage.setItem("milepost.reloaded", String(event.timeStamp + performance.timeOrigin));
  event.preventDefault();
  location.reload();
});

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
