import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { firstLoads } from "./first-loads.ts";

const server = `http://localhost:${process.env.PORT ?? "4280"}`;

/** Few files: browsers ask for six at a time, and small ones wait for each other. */
const CHUNKS = [
  { name: "program", tags: ["$initial" as const], priority: 3 },
  {
    name: "small",
    test: /@tabler|get-env|to-int|components.(SegmentedControl|FloatingIndicator).|react-query.*use(Base)?Query|src.lib.(announce|draft|trash|day-words|minutes)/,
    priority: 2,
  },
  // A board shows its cards without any of these.
  {
    name: "over",
    test: /@floating-ui|use-focus-trap|core.esm.(components.(Menu|Popover|FocusTrap|Overlay|Portal).|utils.Floating)/,
    priority: 1,
  },
  { name: "fields", test: /components.(Input|InputBase|TextInput|Pill|PillsInput)./, priority: 1 },
];

export default defineConfig({
  plugins: [react(), firstLoads(), compressed()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    // The policy of the pages allows no inlined fonts or scripts.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The first load has a budget of its own (230 kB gzip).
    chunkSizeWarningLimit: 800,
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
  },
  server: {
    port: 4281,
    proxy: { "/api": server, "/signin": server, "/setup": server, "/invitation": server, "/reset": server },
  },
});

/** Leaves a .br and a .gz beside each text file; the server sends them as they are. */
function compressed(): Plugin {
  let folder = "";
  return {
    name: "milepost-compressed",
    apply: "build",
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir, "assets");
    },
    closeBundle() {
      for (const name of readdirSync(folder).filter((each) => /\.(js|css)$/.test(each))) {
        const bytes = readFileSync(join(folder, name));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
      }
    },
  };
}
