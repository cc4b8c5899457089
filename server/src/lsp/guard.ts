/** Keeps one feature's failure or haste from harming the rest. */
import { LSPErrorCodes, ResponseError, type CancellationToken } from "vscode-languageserver";

export type LogError = (message: string) => void;

/**
 * A request handler that fails only on purpose: an unforeseen error is logged and answered with `empty`; a {@link ResponseError} passes, such
 * as RequestCancelled for a cancelled request. Messages that wait are read first, so that a cancellation is seen before the work.
 */
export function guarded<P, R>(
  name: string,
  empty: R,
  log: LogError,
  handler: (params: P) => Promise<R> | R,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    await new Promise((resolve) => setImmediate(resolve));
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
    try {
      return await handler(params);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log(`${name} failed: ${describe(error)}`);
      return empty;
    }
  };
}

/** An error in words for the log, with its stack. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
