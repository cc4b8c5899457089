// Runs the suite in desktop VS Code, downloaded or named by VSCODE_EXECUTABLE.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";

const RELEASES = "https://update.code.visualstudio.com/api/releases/stable";

/** Whether desktop VS Code can be had and shown here; answers the reason when not. */
export async function whyNoElectron() {
  if (process.platform === "linux" && !process.env.DISPLAY) return "there is no display (xvfb-run gives one)";
  if (process.env.VSCODE_EXECUTABLE) return undefined;
  try {
    const answer = await fetch(RELEASES, { signal: AbortSignal.timeout(8000) });
    return answer.ok ? undefined : `its download answers ${answer.status}`;
  } catch {
    return "it cannot be downloaded";
  }
}

/** Installs the .vsix into a fresh profile and runs the bundled suite; answers its exit code. */
export async function runInElectron({ vsix, driver, suite, workspace, env }) {
  const executable = process.env.VSCODE_EXECUTABLE ?? (await downloadAndUnzipVSCode(process.env.VSCODE_VERSION ?? "stable"));
  const profile = mkdtempSync(path.join(tmpdir(), "fairdraft-vscode-"));
  const places = [`--extensions-dir=${path.join(profile, "extensions")}`, `--user-data-dir=${path.join(profile, "data")}`];
  try {
    const [cli] = resolveCliArgsFromVSCodeExecutablePath(executable);
    const install = spawnSync(cli, [...places, "--install-extension", vsix, "--force", ...asRoot()], {
      stdio: "inherit",
      shell: process.platform === "win32",
    });
    if (install.status !== 0) throw new Error(`The extension could not be installed: ${install.error ?? install.status}`);
    return await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: driver,
      extensionTestsPath: suite,
      extensionTestsEnv: env,
      launchArgs: [workspace, ...places, "--disable-workspace-trust", "--skip-welcome", ...asRoot()],
    });
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function asRoot() {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}
