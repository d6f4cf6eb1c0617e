import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./ui/mantine-styles.ts";
import "./ui/tokens.css";
import { Application } from "./app/application.tsx";

// After an upgrade the chunks of the old page are gone: the new page has them.
addEventListener("vite:preloadError", (event) => {
  const last = Number(sessionStorage.getItem("milepost.reloaded") ?? 0);
  if (event.timeStamp + performance.timeOrigin - last < 60_000) return;
  sessionStorage.setItem("milepost.reloaded", String(event.timeStamp + performance.timeOrigin));
  event.preventDefault();
  location.reload();
});

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
