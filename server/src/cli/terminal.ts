/** Standard output and error as the subcommands see them. */
import { writeSync } from "node:fs";
import { createColors } from "picocolors";
import { neutral } from "../report/neutral.ts";
import type { Paint } from "../report/paint.ts";

export interface Terminal {
  readonly paint: Paint;
  /** Cells in a line of standard output. */
  readonly width: number;
  out(text: string): void;
  /** One message for people on standard error. */
  tell(message: string): void;
  /** A line that replaces itself, shown on a terminal only; "" clears it. */
  progress(text: string): void;
}

const NARROWEST = 40;
const USUAL = 80;
const WIDEST = 120;

/** The process's own terminal; `colour` is what the user asked for, undefined when nothing was. */
export function processTerminal(colour: boolean | undefined): Terminal {
  const { stdout, stderr } = process;
  let progressShown = false;
  const clear = (): void => {
    if (progressShown) stderr.write("\r\u001b[2K");
    progressShown = false;
  };
  return {
    paint: createColors(colour ?? colourByDefault()),
    width: Math.min(Math.max(stdout.columns ?? USUAL, NARROWEST), WIDEST),
    out(text) {
      clear();
      stdout.write(text);
    },
    tell(message) {
      clear();
      stderr.write(`${neutral(message)}\n`);
    },
    progress(text) {
      if (!stderr.isTTY) return;
      clear();
      if (text === "") return;
      // Written at once: the reading that follows does not give way to the event loop.
      writeSync(stderr.fd, neutral(text).slice(0, (stderr.columns ?? USUAL) - 1));
      progressShown = true;
    },
  };
}

/** Ends quietly when the reader of a pipe has gone ("fairdraft check … | head"). */
export function leaveWhenPipeCloses(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      throw error;
    });
  }
}

function colourByDefault(): boolean {
  if ((process.env["NO_COLOR"] ?? "") !== "" || process.env["TERM"] === "dumb") return false;
  const forced = process.env["FORCE_COLOR"] ?? "";
  return forced === "" ? process.stdout.isTTY === true : forced !== "0";
}
