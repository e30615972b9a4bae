/** Takes letters in by SMTP: only those to addresses that the platform made, and from whom they were made for. */
import type { AddressInfo } from "node:net";
import { MAX_CLIENTS, MAX_MESSAGE_BYTES } from "shared/boardMail/rules.ts";
import type { SMTPServerDataStream } from "smtp-server";
import type { App } from "../app.ts";
import { placeOf } from "./addresses.ts";
import { type Outcome, receiveLetter } from "./receiving.ts";

export interface MailIn {
  port: number;
  close(): Promise<void>;
}

/** A relay that says nothing for so long is gone. */
const SILENT_MS = 60_000;
const CLOSE_MS = 5_000;

/** What the sender's own server is told, by RFC 5321 and RFC 3463: 4xx is tried again, 5xx is not. */
const refusals: Partial<Record<Outcome, [code: number, text: string]>> = {
  stranger: [550, "5.7.1 Write from the address of your account"],
  nowhere: [550, "5.1.1 No such address"],
  unreadable: [554, "5.6.0 The letter cannot be read"],
};

class Refusal extends Error {
  readonly responseCode: number;

  constructor(code: number, text: string) {
    super(text);
    this.responseCode = code;
  }
}

/** Behind a mail server that the operator runs: without encryption and names of its own, so not for the open network. */
export async function openMailIn(app: App, port: number): Promise<MailIn> {
  const { SMTPServer } = await import("smtp-server");
  const server = new SMTPServer({
    banner: "letters for the board",
    disabledCommands: ["AUTH", "STARTTLS"],
    authOptional: true,
    size: MAX_MESSAGE_BYTES,
    maxClients: MAX_CLIENTS,
    socketTimeout: SILENT_MS,
    closeTimeout: CLOSE_MS,
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, _session, done) =>
      placeOf(app, address) ? done() : done(new Refusal(550, "5.1.1 No such address")),
    onData: (stream, session, done) => {
      const readers = session.envelope.rcptTo.map(({ address }) => address);
      // A failure of delivery comes from nobody (RFC 5321 §4.5.5), and is answered by nobody.
      const isBounce = session.envelope.mailFrom === false || session.envelope.mailFrom.address === "";
      take(app, stream, { readers, isBounce }).then(
        () => done(),
        (error: Error) => done(error),
      );
    },
  });
  server.on("error", (error) => app.fastify.log.warn({ err: error }, "mail not taken in"));
  await listen(server, port, app.config.MAIL_IN_HOST);
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      return promise;
    },
  };
}

function listen(
  server: {
    listen(port: number, host: string, done: () => void): unknown;
    once(name: "error", fail: (error: Error) => void): unknown;
  },
  port: number,
  host: string,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(port, host, resolve);
  return promise;
}

async function take(
  app: App,
  stream: SMTPServerDataStream,
  { readers, isBounce }: { readers: string[]; isBounce: boolean },
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of stream) if (!stream.sizeExceeded) parts.push(part);
  if (stream.sizeExceeded) throw new Refusal(552, "5.3.4 The letter is too large");
  if (isBounce) return;
  const outcome = await receiveLetter(app, Buffer.concat(parts), readers).catch((error: unknown) => {
    app.fastify.log.error({ err: error }, "letter not taken in");
    throw new Refusal(451, "4.3.0 Please try again later");
  });
  const refusal = refusals[outcome];
  if (refusal) throw new Refusal(...refusal);
}
