/** What the exit code says. */
export const EXIT = {
  /** Nothing found at or above the level. */
  clean: 0,
  findings: 1,
  /** The command line, the configuration or a file is wrong. */
  usage: 2,
  /** A fault of the program. */
  internal: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A fault of the command line, told to the user as it stands. */
export class UsageError extends Error {}
