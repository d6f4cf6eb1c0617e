import type { Plugin } from "vite";

const KEY = "([A-Za-z0-9]+)";

/** The screens people open by an address, and what each asks the API for before it can show anything. */
const PLACES = [
  { address: "^/(?:portfolio)?$", screen: "src/app/portfolio-screen.tsx", data: ["/portfolio"] },
  {
    address: `^/p/${KEY}$`,
    screen: "src/app/overview-screen.tsx",
    data: ["/projects/{projectId}/overview"],
  },
  {
    address: `^/p/${KEY}/board$`,
    screen: "src/app/board-screen.tsx",
    data: ["/projects/{projectId}/board"],
  },
  {
    address: `^/p/${KEY}/roadmap$`,
    screen: "src/app/roadmap-screen.tsx",
    data: ["/projects/{projectId}/plan"],
  },
  { address: `^/p/${KEY}/plan$`, screen: "src/app/plan-screen.tsx", data: ["/projects/{projectId}/plan"] },
  {
    address: `^/m/${KEY}-M\\d+$`,
    screen: "src/app/milestone-screen.tsx",
    data: ["/projects/{projectId}/plan"],
  },
  { address: `^/c/${KEY}-\\d+$`, screen: "src/app/card.page.tsx", data: ["/projects/{projectId}/board"] },
];

/**
 * Writes down for each of these screens which files it loads. The server says so in the head of the page, so that
 * screen and data travel beside the program instead of after it.
 */
export function firstLoads(): Plugin {
  return {
    name: "milepost-first-loads",
    apply: "build",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((part) => part.type === "chunk");
      const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      const reach = (fileName: string, found = new Set<string>()): Set<string> => {
        if (found.has(fileName)) return found;
        found.add(fileName);
        for (const next of named.get(fileName)?.imports ?? []) reach(next, found);
        return found;
      };
      const program = chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName }) => [...reach(fileName)]);
      const places = PLACES.map(({ address, screen, data }) => {
        const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${screen}`));
        if (!chunk) this.error(`${screen} is not loaded on its own any more: mend first-loads.ts`);
        const scripts = [...reach(chunk.fileName)].filter((file) => !program.includes(file));
        const styles = scripts.flatMap((file) => [...(named.get(file)?.viteMetadata?.importedCss ?? [])]);
        return { address, scripts, styles: [...new Set(styles)], data };
      });
      this.emitFile({ type: "asset", fileName: "first-loads.json", source: JSON.stringify(places) });
    },
  };
}
