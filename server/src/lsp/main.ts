/** The server process: rules beside the bundle, stdio unless another transport is named. */
import { createConnection, ProposedFeatures, type Connection } from "vscode-languageserver/node";
import manifest from "../../../package.json" with { type: "json" };
import { loadShippedRules } from "../workspace/rules.ts";
import { serve } from "./connection.ts";
import { describe } from "./guard.ts";

const TRANSPORTS = /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/u;

function connect(): Connection {
  if (!process.argv.slice(2).some((arg) => TRANSPORTS.test(arg))) process.argv.push("--stdio");
  return createConnection(ProposedFeatures.all);
}

const rulebook = loadShippedRules();
const connection = connect();
serve(connection, { rulebook, name: manifest.displayName, version: manifest.version });
connection.listen();
process.on("uncaughtException", (error) => connection.console.error(`unexpected: ${describe(error)}`));
process.on("unhandledRejection", (error) => connection.console.error(`unexpected: ${describe(error)}`));
