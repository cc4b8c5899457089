/**
 * The messages between client and server that LSP does not have: method names and the shape of their parameters and results.
 * Lines and characters are 0-based and UTF-16, as everywhere in LSP.
 */
import type { Range } from "vscode-languageserver";

/**
 * How a document stands with the server.
 * "read": it was read as a draft; "not-a-draft": nothing says that it is one, so it is left alone; "not-read": it is a draft, but it
 * could not be read (no lexicon for its language, or it is not open); "too-large": it is beyond the size that is read.
 */
export type DocumentState = "read" | "not-a-draft" | "not-read" | "too-large";

/** Findings by severity, after suppressions. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
}

export interface DocumentStatus {
  readonly uri: string;
  readonly state: DocumentState;
  /** One plain sentence for people; present unless `state` is "read". */
  readonly reason?: string;
  /** All zero unless `state` is "read". */
  readonly counts: FindingCounts;
  /** Present when the document was read. */
  readonly kind?: "law" | "bla";
  /** BCP 47, lower case; present for every draft. */
  readonly language?: string;
}

/** Notification, server to client: parameters {@link DocumentStatus}. Sent when the status of an open document changes. */
export const statusMethod = "fairdraft/status";

/**
 * Request, client to server: parameters {@link CheckParams}, result {@link DocumentStatus}. Treats the open document as a draft until it is
 * closed, whatever its front matter and the globs say. The same is offered to editors without custom requests as the command
 * `fairdraft.check` with the URI as its only argument.
 */
export const checkMethod = "fairdraft/check";

export interface CheckParams {
  readonly uri: string;
}

/**
 * Request, client to server: parameters {@link CoverageParams}, result {@link Coverage}, or null when the document is not open or was
 * not read. What the draft does with every requirement, in the order of the rulebook.
 */
export const coverageMethod = "fairdraft/coverage";

export interface CoverageParams {
  readonly uri: string;
}

export type CoverageStatus = "met" | "partial" | "missing" | "conflict" | "na";

export interface CoverageEvidence {
  /** "section 12(3)". */
  readonly unit: string;
  readonly reading: "satisfies" | "partial" | "conflicts";
  readonly range: Range;
}

export interface CoverageRequirement {
  readonly id: string;
  readonly title: string;
  /** "C181 7(1)". */
  readonly cites: readonly string[];
  /** The cites in words: "Convention No. 181, Article 7(1)". */
  readonly citations: readonly string[];
  readonly status: CoverageStatus;
  /** The deciding provisions, most telling first. */
  readonly evidence: readonly CoverageEvidence[];
}

export interface CoverageGroup {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly CoverageRequirement[];
}

export interface Coverage {
  readonly uri: string;
  /** Version of the document that was read. */
  readonly version: number;
  readonly title: string;
  readonly kind: "law" | "bla";
  readonly groups: readonly CoverageGroup[];
}

/** What the client may send as `initializationOptions` and answer for the configuration section `fairdraft`. All of it is optional. */
export interface ClientSettings {
  /**
   * Globs on document paths (`*`, `**`, `?`, `{a,b}`, forward slashes): a match is read as a draft. A glob without a leading slash may
   * match from any folder on.
   */
  readonly include?: readonly string[];
  /** True when the client offers the command `fairdraft.check` itself, so that the server does not announce it. Only read at start. */
  readonly clientCommands?: boolean;
}
