/** Checks one parsed file against its JSON Schema and says what is wrong, where, in plain words. */
import { Ajv } from "ajv";
import type { ErrorObject, ValidateFunction } from "ajv";
import groupsSchema from "../../../rules/schema/groups.schema.json" with { type: "json" };
import instrumentSchema from "../../../rules/schema/instrument.schema.json" with { type: "json" };
import lexiconSchema from "../../../rules/schema/lexicon.schema.json" with { type: "json" };
import requirementSchema from "../../../rules/schema/requirement.schema.json" with { type: "json" };
import textsSchema from "../../../rules/schema/texts.schema.json" with { type: "json" };
import { pathText, problemAt } from "./parse.ts";
import type { KeyPath, ParsedFile } from "./parse.ts";
import { nearest } from "./problems.ts";
import type { Problem } from "./problems.ts";
import type { RawGroups, RawInstrument, RawLexiconFile, RawRule, RawTexts } from "./raw.ts";

export interface Checked<T> {
  /** Absent when there are problems. */
  readonly value?: T;
  readonly problems: readonly Problem[];
}

/** More problems than this in one file help nobody. */
const mostErrors = 100;

const ajv = new Ajv({ allErrors: true, verbose: true });
const validators = {
  groups: ajv.compile<RawGroups>(groupsSchema),
  instrument: ajv.compile<RawInstrument>(instrumentSchema),
  requirement: ajv.compile<RawRule>(requirementSchema),
  texts: ajv.compile<RawTexts>(textsSchema),
  lexicon: ajv.compile<RawLexiconFile>(lexiconSchema),
};

type Validated = { [K in keyof typeof validators]: (typeof validators)[K] extends ValidateFunction<infer T> ? T : never };

/** The data of `parsed` as the named kind of file, or the problems that keep it from being one. */
export function validateFile<K extends keyof Validated>(kind: K, parsed: ParsedFile): Checked<Validated[K]> {
  if (parsed.problems.length > 0) return { problems: parsed.problems };
  const validate = validators[kind] as ValidateFunction<Validated[K]>;
  const { value } = parsed;
  if (validate(value)) return { value, problems: [] };
  const errors = (validate.errors ?? []).slice(0, mostErrors);
  const misspelt = new Set(errors.map((error) => misspeltKey(error)));
  const told = errors.filter(
    (error) => error.keyword !== "required" || !misspelt.has(keyAt(error, String(error.params["missingProperty"]))),
  );
  return { problems: told.flatMap((error) => describe(parsed, error) ?? []) };
}

/** The known key, with its place, that an unknown key most likely was meant to be: it is not reported as missing as well. */
function misspeltKey(error: ErrorObject): string | undefined {
  if (error.keyword !== "additionalProperties") return undefined;
  const meant = nearest(String(error.params["additionalProperty"]), knownKeys(error));
  return meant === undefined ? undefined : keyAt(error, meant);
}

function keyAt({ instancePath }: ErrorObject, key: string): string {
  return `${instancePath}/${key}`;
}

function knownKeys({ parentSchema }: ErrorObject): string[] {
  return Object.keys((parentSchema?.["properties"] ?? {}) as object);
}

function describe(parsed: ParsedFile, error: ErrorObject): Problem | undefined {
  // The error inside a key's own schema repeats the `propertyNames` error that follows it.
  if (error.propertyName !== undefined) return undefined;
  const path = keyPath(error.instancePath);
  const params = error.params as Readonly<Record<string, unknown>>;
  switch (error.keyword) {
    case "additionalProperties": {
      const key = String(params["additionalProperty"]);
      return problemAt(
        parsed,
        [...path, key],
        { kind: "unknown-key", message: `unknown key “${key}”`, suggestion: nearest(key, knownKeys(error)) },
        "key",
      );
    }
    case "propertyNames": {
      const key = String(params["propertyName"]);
      return problemAt(
        parsed,
        [...path, key],
        { kind: "schema", message: `the name “${key}” must be lower-case words joined by hyphens` },
        "key",
      );
    }
    case "required":
      return problemAt(
        parsed,
        path,
        { kind: "schema", message: `the key “${String(params["missingProperty"])}” is missing` },
        "key",
      );
    case "enum": {
      const allowed = (params["allowedValues"] as readonly unknown[]).map(String);
      const message = `“${String(error.data)}” is not one of ${allowed.join(", ")}`;
      return problemAt(parsed, path, { kind: "schema", message, suggestion: nearest(String(error.data), allowed) });
    }
    case "type":
      return problemAt(parsed, path, { kind: "schema", message: `must be ${typeName(params["type"])}` });
    case "pattern":
      return problemAt(parsed, path, {
        kind: "schema",
        message: `“${String(error.data)}” must be written as ${String(error.parentSchema?.["description"])}`,
      });
    case "minLength":
    case "minItems":
    case "minProperties":
      return problemAt(parsed, path, { kind: "schema", message: "must not be empty" });
    case "uniqueItems":
      return problemAt(parsed, [...path, Number(params["i"])], { kind: "duplicate", message: "stands in the list twice" });
    default:
      return problemAt(parsed, path, { kind: "schema", message: error.message ?? `${pathText(path)} is not valid` });
  }
}

function keyPath(pointer: string): KeyPath {
  const steps = pointer.split("/").slice(1);
  return steps.map((step) => (/^\d+$/u.test(step) ? Number(step) : step.replaceAll("~1", "/").replaceAll("~0", "~")));
}

function typeName(type: unknown): string {
  const names: Readonly<Record<string, string>> = {
    object: "a set of keys",
    array: "a list",
    string: "text",
    integer: "a whole number",
  };
  return names[String(type)] ?? `of type ${String(type)}`;
}
