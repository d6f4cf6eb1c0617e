import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./ui/mantine-styles.ts";
import "./ui/tokens.css";
import { Application } from "./app/application.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
