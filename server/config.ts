/** The settings: one schema, read once from the environment; a wrong one stops the start with its name. */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readSender } from "shared/mail/address.ts";
import { StartFailure } from "shared/startFailure.ts";
import Type, { type Static } from "typebox";
import { Value } from "typebox/value";

const MIN_SECRET = 32;

const setting = {
  PORT: Type.Integer({ minimum: 0, maximum: 65535, default: 3000, description: "a port number, 0 to 65535" }),
  HOST: Type.String({ minLength: 1, default: "127.0.0.1", description: "an address to listen on" }),
  PUBLIC_URL: Type.Optional(
    Type.String({
      pattern: "^https?://[^/?#]+$",
      description: "http:// or https:// and a host, without a path",
    }),
  ),
  DATABASE_URL: Type.Optional(
    Type.String({
      pattern: "^postgres(ql)?://",
      description:
        "postgres://user:password@host:port/database, with signs such as / and # in the password percent-encoded",
    }),
  ),
  DATA_DIR: Type.String({ minLength: 1, default: "data", description: "a folder" }),
  SESSION_SECRET: Type.Optional(
    Type.String({ minLength: MIN_SECRET, description: `at least ${MIN_SECRET} characters` }),
  ),
  REGION: Type.Optional(
    Type.String({ pattern: "^[a-z]+(-[a-z]+)*$", description: "a region's slug, such as africa" }),
  ),
  LOG_LEVEL: Type.Enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], { default: "info" }),
  TRUST_PROXY: Type.Boolean({ default: false, description: "true or false" }),
  CONTACT: Type.Optional(
    Type.String({
      pattern: "^(mailto:[^@\\s]+@[^@\\s]+|https://\\S+)$",
      description: "mailto: and an address, or an https:// page, by which visitors reach the operator",
    }),
  ),
  SMTP_URL: Type.Optional(
    Type.String({
      pattern: "^smtps?://",
      description:
        "smtp:// or smtps://, user:password@ where it asks for them, and host:port, with signs such as / and # in the password percent-encoded",
    }),
  ),
  MAIL_FROM: Type.Optional(
    Type.String({
      description: "an e-mail address, or a name and <an e-mail address>, from which letters come",
    }),
  ),
  REDIS_URL: Type.Optional(
    Type.String({
      pattern: "^rediss?://",
      description: "redis:// or rediss://, user:password@ where it asks for them, and host:port",
    }),
  ),
  MAIL_IN_PORT: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 65535, description: "a port number, 0 to 65535" }),
  ),
  MAIL_IN_HOST: Type.String({ minLength: 1, default: "127.0.0.1", description: "an address to listen on" }),
  MAIL_IN_DOMAIN: Type.Optional(
    Type.String({
      pattern: "^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$",
      description: "the domain of addresses at which the platform takes letters, such as mail.example.org",
    }),
  ),
  FETCH_ALLOW: Type.Optional(
    Type.String({
      pattern: "^[^\\s,/@]+:[0-9]{1,5}(,[^\\s,/@]+:[0-9]{1,5})*$",
      description: "hosts of one's own network with their ports, host:port, divided by commas",
    }),
  ),
  METRICS_TOKEN: Type.Optional(Type.String({ minLength: 16, description: "at least 16 characters" })),
};
const Settings = Type.Object(setting);
type Name = keyof typeof setting;

/** What a schema cannot say, or what its conversion would forgive: a port of 3.5, a truth of 1. */
const reads: Partial<Record<Name, (written: string) => boolean>> = {
  PORT: (written) => /^[0-9]+$/.test(written),
  MAIL_IN_PORT: (written) => /^[0-9]+$/.test(written),
  TRUST_PROXY: (written) => written === "true" || written === "false",
  PUBLIC_URL: (written) => URL.parse(written)?.username === "",
  DATABASE_URL: (written) => URL.canParse(written),
  SMTP_URL: (written) => Boolean(URL.parse(written)?.hostname),
  REDIS_URL: (written) => Boolean(URL.parse(written)?.hostname),
  MAIL_FROM: (written) => readSender(written) !== null,
};

/** Nothing of these is told, not even when it is wrong: what a start says is often kept. */
const SECRETS: readonly string[] = [
  "DATABASE_URL",
  "SESSION_SECRET",
  "SMTP_URL",
  "REDIS_URL",
  "METRICS_TOKEN",
] satisfies Name[];

type Settings = Static<typeof Settings>;
export type Config = Settings & { SESSION_SECRET: string };

/** Throws a StartFailure that names the setting and says what it must be. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const raw = Object.fromEntries(
    Object.keys(setting).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  );
  for (const [name, reading] of Object.entries(reads)) {
    if (raw[name] !== undefined && !reading(raw[name])) throw wrong(name, raw[name]);
  }
  const settings = Value.Default(Settings, Value.Convert(Settings, raw));
  for (const error of Value.Errors(Settings, settings)) {
    const name = error.instancePath.split("/")[1] ?? "";
    throw wrong(name, environment[name]);
  }
  const config = settings as Settings;
  if (config.DATABASE_URL && !config.SESSION_SECRET) {
    const example = randomBytes(32).toString("base64url");
    throw new StartFailure(
      `With DATABASE_URL the setting SESSION_SECRET is required, the same on every node: at least 32 characters, such as ${example}.`,
    );
  }
  return { ...config, SESSION_SECRET: config.SESSION_SECRET ?? keptSecret(config.DATA_DIR) };
}

/** Made once, and kept where only the platform's own user may read it. Two starts at once keep the first one's. */
function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, "session-secret");
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw notKept(file, error);
  }
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < MIN_SECRET) throw notKept(file, new Error("it is too short"));
  return secret;
}

function notKept(file: string, cause: unknown): StartFailure {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StartFailure(
    `The secret of sessions cannot be kept in ${file} (${reason}): check DATA_DIR, or set SESSION_SECRET.`,
    { cause },
  );
}

function wrong(name: string, written: string | undefined): StartFailure {
  const found = SECRETS.includes(name) ? "" : `; it is "${written}"`;
  return new StartFailure(`The setting ${name} must be ${expected(name)}${found}.`);
}

function expected(name: string): string {
  const schema = Object.entries(setting).find(([key]) => key === name)?.[1];
  if (schema && "description" in schema && typeof schema.description === "string") return schema.description;
  if (schema && "enum" in schema) return `one of ${schema.enum.join(", ")}`;
  return "valid";
}

/** Where the platform is reached, without a trailing slash. */
export function publicUrl(config: Config, boundPort: number): string {
  if (config.PUBLIC_URL) return new URL(config.PUBLIC_URL).origin;
  const host = config.HOST.includes(":") ? `[${config.HOST}]` : config.HOST;
  return `http://${host}:${boundPort}`;
}
