import tseslint from "typescript-eslint";

const engine = ["draft", "language", "rulebook", "analysis", "fixes", "report"];
const editor = ["vscode", "vscode-languageserver*", "vscode-languageclient*", "vscode-jsonrpc*"];
const impure = [
  "fs",
  "node:fs",
  "node:fs/*",
  "node:net",
  "node:http",
  "node:https",
  "node:child_process",
  "node:dgram",
  "node:dns",
];
/** What each room of the house may not look into: imports run one way (draft <- language <- rulebook <- analysis <- fixes, report <- lsp, cli). */
const closed = {
  draft: ["language", "rulebook", "analysis", "fixes", "report", "config", "workspace", "lsp", "cli"],
  language: ["rulebook", "analysis", "fixes", "report", "config", "workspace", "lsp", "cli"],
  rulebook: ["analysis", "fixes", "report", "config", "workspace", "lsp", "cli"],
  analysis: ["fixes", "report", "config", "workspace", "lsp", "cli"],
  fixes: ["report", "workspace", "lsp", "cli"],
  report: ["fixes", "workspace", "lsp", "cli"],
  config: ["fixes", "report", "workspace", "lsp", "cli"],
  workspace: ["fixes", "report", "lsp", "cli"],
  lsp: ["cli"],
  cli: ["fixes"],
};
const restrict = (patterns) => ({ "no-restricted-imports": ["error", { patterns }] });

export default tseslint.config(
  { ignores: ["dist/", ".cache/", "node_modules/", "test/e2e/.out/"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.ts"],
    rules: {
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true, named: true } }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "max-lines": ["error", { max: 320, skipBlankLines: true, skipComments: true }],
      eqeqeq: "error",
    },
  },
  ...Object.entries(closed).map(([room, rooms]) => ({
    files: [`server/src/${room}/**/*.ts`],
    rules: restrict([
      {
        group: rooms.map((r) => `**/${r}/**`),
        message: `${room}/ may not look into this room (see CONTRIBUTING.md, "The house").`,
      },
      ...(engine.includes(room)
        ? [
            { group: editor, message: "The engine knows no editor." },
            { group: impure, message: "The engine touches no file, process or network." },
          ]
        : []),
    ]),
  })),
  {
    files: ["client/**/*.ts"],
    rules: restrict([
      { regex: "server/src/(?!lsp/customMessages)", message: "The client knows only the custom-message types of the server." },
    ]),
  },
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  { files: ["test/**/*.ts"], rules: { "max-lines": "off", "@typescript-eslint/no-unused-expressions": "off" } },
);
