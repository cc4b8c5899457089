// A real VS Code in a browser: the server out of npm's code-server, and a Chromium on it.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];
const SETTINGS = {
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "files.autoSave": "off",
  "workbench.startupEditor": "none",
  "workbench.enableExperiments": false,
  "workbench.colorTheme": "Default Light Modern",
  "window.commandCenter": false,
  "window.title": "${activeEditorShort}",
  "editor.minimap.enabled": false,
  "editor.wordWrap": "on",
};

/** Starts a VS Code server with the .vsix installed; `installed` is the answer of installWorkbench. */
export async function startServer(installed, vsix, env) {
  const home = mkdtempSync(path.join(tmpdir(), "fairdraft-vscode-"));
  // The user data lies with the server, so these are plain user settings.
  mkdirSync(path.join(home, "data", "User"), { recursive: true });
  writeFileSync(path.join(home, "data", "User", "settings.json"), JSON.stringify(SETTINGS, null, 2));
  const options = { env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...env }, stdio: ["ignore", "pipe", "pipe"] };
  const common = [installed.server, "--accept-server-license-terms", "--server-data-dir", home];
  const install = spawn(installed.node, [...common, "--install-extension", vsix, "--force"], options);
  const answer = await output(install, () => false);
  if (install.exitCode !== 0 || /failed installing|error while installing/i.test(answer)) throw new Error(answer);

  const flags = ["--without-connection-token", "--telemetry-level", "off", "--disable-workspace-trust"];
  const address = ["--host", "127.0.0.1", "--port", "0"];
  const child = spawn(installed.node, [...common, ...address, ...flags], { ...options, detached: true });
  const log = await output(child, (text) => /Extension host agent listening on \d+/.test(text));
  const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
  if (!port) throw new Error(`The VS Code server did not start:\n${log}`);
  return {
    authority: `127.0.0.1:${port}`,
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      signal(child, "SIGTERM");
      const timer = setTimeout(() => signal(child, "SIGKILL"), 4000);
      await ended;
      clearTimeout(timer);
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Starts a headless Chromium. */
export function startBrowser(executablePath) {
  return chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
}

/** The address of the workbench on a folder, with extra `payload` pairs for the window. */
export function workbenchUrl(server, folder, payload) {
  const url = new URL(`http://${server.authority}/`);
  url.searchParams.set("folder", folder);
  url.searchParams.set("payload", JSON.stringify([...payload, ["skipWelcome", "true"]]));
  return url.toString();
}

/** The address of a file as the workbench in the browser names it. */
export function remoteUri(server, file) {
  return `vscode-remote://${server.authority}${file}`;
}

/** Resolves with all that a process prints once `enough` says so or the process ends. */
function output(child, enough) {
  return new Promise((resolve) => {
    let text = "";
    const collect = (chunk) => {
      text += chunk;
      if (enough(text)) resolve(text);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("close", () => resolve(text));
  });
}

function signal(child, name) {
  try {
    process.kill(-child.pid, name); // the group: server, extension hosts and language servers
  } catch {
    // already gone
  }
}
