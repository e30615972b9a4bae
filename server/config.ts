/** The settings: one schema, read once from the environment; a wrong one stops the start with its name. */
import { randomBytes } from "node:crypto";
import { StartFailure } from "shared/startFailure.ts";
import Type, { type Static } from "typebox";
import { Value } from "typebox/value";

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
    Type.String({ pattern: "^postgres(ql)?://", description: "postgres://user:password@host:port/database" }),
  ),
  DATA_DIR: Type.String({ minLength: 1, default: "data", description: "a folder" }),
  SESSION_SECRET: Type.Optional(Type.String({ minLength: 32, description: "at least 32 characters" })),
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
  METRICS_TOKEN: Type.Optional(Type.String({ minLength: 16, description: "at least 16 characters" })),
};
const Settings = Type.Object(setting);
type Settings = Static<typeof Settings>;

export interface Config extends Settings {
  /** False where `PUBLIC_URL` follows the address that was bound. */
  publicUrlIsSet: boolean;
}

/** Throws a StartFailure that names the setting and says what it must be. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const raw = Object.fromEntries(
    Object.keys(setting).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const settings = Value.Default(Settings, Value.Convert(Settings, raw));
  for (const error of Value.Errors(Settings, settings)) {
    const name = error.instancePath.split("/")[1] ?? "";
    throw new StartFailure(`The setting ${name} must be ${expected(name)}; it is "${environment[name]}".`);
  }
  const config = settings as Settings;
  if (config.DATABASE_URL && !config.SESSION_SECRET) {
    const example = randomBytes(32).toString("base64url");
    throw new StartFailure(
      `With DATABASE_URL the setting SESSION_SECRET is required, the same on every node: at least 32 characters, such as ${example}.`,
    );
  }
  return { ...config, publicUrlIsSet: config.PUBLIC_URL !== undefined };
}

function expected(name: string): string {
  const schema = Object.entries(setting).find(([key]) => key === name)?.[1];
  if (schema && "description" in schema && typeof schema.description === "string") return schema.description;
  if (schema && "enum" in schema) return `one of ${schema.enum.join(", ")}`;
  return "valid";
}

/** Where the platform is reached, without a trailing slash. */
export function publicUrl(config: Config, boundPort: number): string {
  if (config.PUBLIC_URL) return config.PUBLIC_URL;
  const host = config.HOST.includes(":") ? `[${config.HOST}]` : config.HOST;
  return `http://${host}:${boundPort}`;
}
