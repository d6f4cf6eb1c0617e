import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const brand: MantineColorsTuple = [
  "#eaf3ef",
  "#d3e6dd",
  "#a9cdbe",
  "#7db59e",
  "#579f83",
  "#3b8b6c",
  "#2a7459",
  "#1f5f4a",
  "#184c3b",
  "#10362a",
];
const dark: MantineColorsTuple = [
  "#e8eaed",
  "#c9ced4",
  "#a9afb7",
  "#848b95",
  "#333943",
  "#2a303a",
  "#1b1f26",
  "#14171c",
  "#101318",
  "#0b0d11",
];

// The fifth shade is the border of controls: 3:1 on its ground.
const gray: MantineColorsTuple = [
  "#f7f5f0",
  "#f1eee7",
  "#e6e2d9",
  "#dcd8ce",
  "#8a8f98",
  "#7b8089",
  "#63676c",
  "#565b63",
  "#343a40",
  "#1c2024",
];

const red: MantineColorsTuple = [
  "#fbeaee",
  "#f3cdd6",
  "#e79bac",
  "#f0707c",
  "#d1405d",
  "#bd2a4a",
  "#a81c3f",
  "#9a1238",
  "#7d0d2c",
  "#5f0920",
];

// A dialog's header is no banner of the page.
const headless = { attributes: { header: { role: "none" } } };

/** Sizes 13 / 15 / 17 / 21 / 28 / 36, radius 6, Inter; the colours that follow the scheme stand in tokens.css. */
export const theme = createTheme({
  primaryColor: "brand",
  primaryShade: { light: 7, dark: 6 },
  colors: { brand, dark, gray, red },
  black: "#1c2024",
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontSizes: { xs: "13px", sm: "15px", md: "15px", lg: "17px", xl: "21px" },
  lineHeights: { xs: "1.45", sm: "1.45", md: "1.45", lg: "1.45", xl: "1.35" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  radius: { xs: "4px", sm: "6px", md: "6px", lg: "6px", xl: "12px" },
  defaultRadius: "md",
  headings: {
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "28px", lineHeight: "1.2" },
      h2: { fontSize: "21px", lineHeight: "1.3" },
      h3: { fontSize: "17px", lineHeight: "1.35" },
      h4: { fontSize: "15px", lineHeight: "1.45" },
    },
  },
  shadows: {
    xs: "0 1px 2px rgb(0 0 0 / 10%)",
    sm: "0 2px 8px rgb(0 0 0 / 12%)",
    md: "0 2px 8px rgb(0 0 0 / 12%)",
    lg: "0 2px 8px rgb(0 0 0 / 12%)",
    xl: "0 2px 8px rgb(0 0 0 / 12%)",
  },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
    Modal: {
      defaultProps: {
        ...headless,
        transitionProps: { duration: 180 },
        closeButtonProps: { "aria-label": "Close" },
      },
    },
    Drawer: {
      defaultProps: {
        ...headless,
        transitionProps: { duration: 240 },
        closeButtonProps: { "aria-label": "Close" },
      },
    },
    Menu: {
      defaultProps: { withInitialFocusPlaceholder: false, shadow: "md", transitionProps: { duration: 120 } },
    },
    NavLink: { defaultProps: { noWrap: true }, styles: { root: { borderRadius: "6px" } } },
    // Those of Mantine's colours whose letters can be read on their own tint.
    Avatar: {
      defaultProps: { allowedInitialsColors: ["indigo", "violet", "grape", "pink", "blue", "brand"] },
    },
    Table: { defaultProps: { verticalSpacing: "xs" } },
  },
});

/** Mantine's own variables follow the tokens, so each colour is written once. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    "--mantine-color-body": "var(--mp-paper)",
    "--mantine-color-text": "var(--mp-ink)",
    "--mantine-color-dimmed": "var(--mp-dim)",
    "--mantine-color-placeholder": "var(--mp-dim)",
    "--mantine-color-default-border": "var(--mp-line)",
    "--mantine-color-anchor": "var(--mp-brand)",
    "--mantine-color-error": "var(--mp-off-track)",
    "--mantine-color-default": "var(--mp-raised)",
    "--mantine-color-default-hover": "var(--mp-panel)",
  };
  const light = {
    ...shared,
    ...tinted("yellow", "var(--mp-at-risk)"),
    ...tinted("red", "var(--mp-off-track)"),
  };
  const dark = {
    ...light,
    "--mantine-color-default-hover": "#2a303a",
    "--mantine-color-brand-light": "rgb(125 181 158 / 16%)",
    "--mantine-color-brand-light-hover": "rgb(125 181 158 / 22%)",
    "--mantine-color-brand-light-color": "#a9cdbe",
  };
  return { variables: {}, light, dark };
};

/** A quiet ground and readable words for notices of a colour. */
function tinted(name: string, color: string): Record<string, string> {
  return {
    [`--mantine-color-${name}-light`]: `color-mix(in srgb, ${color} 8%, var(--mp-paper))`,
    [`--mantine-color-${name}-light-hover`]: `color-mix(in srgb, ${color} 16%, var(--mp-paper))`,
    [`--mantine-color-${name}-light-color`]: color,
  };
}
