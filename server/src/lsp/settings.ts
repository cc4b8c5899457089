/** The settings of a document, asked of the client once per document and forgotten when they change. */
import type { ClientSettings } from "./customMessages.ts";

/** Reads what a client sent; anything of another shape counts as absent. */
export function parseSettings(value: unknown): ClientSettings {
  if (typeof value !== "object" || value === null) return {};
  const { include, clientCommands } = value as Record<string, unknown>;
  return {
    ...(Array.isArray(include)
      ? { include: include.filter((glob): glob is string => typeof glob === "string" && glob !== "") }
      : {}),
    ...(typeof clientCommands === "boolean" ? { clientCommands } : {}),
  };
}

/** Fetches the section `fairdraft` for a document; absent when the client cannot be asked. */
export type FetchSettings = (uri: string) => Promise<unknown>;

export class DocumentSettings {
  readonly #initial: ClientSettings;
  readonly #fetch: FetchSettings | undefined;
  readonly #known = new Map<string, Promise<ClientSettings>>();

  constructor(initial: ClientSettings, fetch: FetchSettings | undefined) {
    this.#initial = initial;
    this.#fetch = fetch;
  }

  /** The globs that hold for a document: those sent at start and those of its configuration. A failed fetch counts as no configuration. */
  async include(uri: string): Promise<readonly string[]> {
    const configured = await this.#configured(uri);
    return [...(this.#initial.include ?? []), ...(configured.include ?? [])];
  }

  forget(uri: string): void {
    this.#known.delete(uri);
  }

  forgetAll(): void {
    this.#known.clear();
  }

  #configured(uri: string): Promise<ClientSettings> {
    const fetch = this.#fetch;
    if (fetch === undefined) return Promise.resolve({});
    const known = this.#known.get(uri) ?? fetch(uri).then(parseSettings, () => ({}));
    this.#known.set(uri, known);
    return known;
  }
}
