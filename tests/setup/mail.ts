/** A real mail server on this machine: what the platform sends arrives here, and a test reads it. */
import { setMaxListeners } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { mailAddress } from "shared/mail/address.ts";
import { SMTPServer } from "smtp-server";

export interface ReceivedLetter {
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  /** Every address of a page in its text, in order. */
  links: string[];
  /** The value of a header, or null. */
  header(name: string): string | null;
  /** As it came. */
  raw: string;
}

export interface Wanted {
  to: string;
  /** Part of the subject. */
  subject?: string;
}

export interface TestMail {
  /** For `testApp({ settings: mail.settings })`. */
  settings: { SMTP_URL: string; MAIL_FROM: string };
  /** The first letter that fits and that no `next` gave before; waits until it arrives. */
  next(wanted: Wanted): Promise<ReceivedLetter>;
  /** All that arrived so far. */
  received(): readonly ReceivedLetter[];
  /** From now on the server refuses these recipients for good, as one that does not know them. */
  refuse(address: string): void;
  /** It knows them again. */
  accept(address: string): void;
  /** The server goes away; `up` brings it back at the same address. */
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

/** A letter that has not come by then does not come. */
const PATIENCE_MS = 20_000;

export async function testMail(): Promise<TestMail> {
  const port = await freePort();
  const letters: { letter: ReceivedLetter; taken: boolean }[] = [];
  const refused = new Set<string>();
  const arrivals = new EventTarget();
  // A test may wait for as many letters as it likes.
  setMaxListeners(0, arrivals);
  const keep = (letter: ReceivedLetter) => {
    letters.push({ letter, taken: false });
    arrivals.dispatchEvent(new Event("letter"));
  };
  let server = await open(port, refused, keep);

  const take = ({ to, subject = "" }: Wanted): ReceivedLetter | null => {
    const found = letters.find(
      ({ letter, taken }) => !taken && letter.to === to && letter.subject.includes(subject),
    );
    if (!found) return null;
    found.taken = true;
    return found.letter;
  };

  return {
    settings: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "Platform <no-reply@platform.example>" },
    received: () => letters.map(({ letter }) => letter),
    next: (wanted) => arrival(arrivals, () => take(wanted), `No letter to ${wanted.to} came`),
    refuse: (address) => void refused.add(address),
    accept: (address) => void refused.delete(address),
    down: () => shut(server),
    up: async () => {
      server = await open(port, refused, keep);
    },
    close: () => shut(server),
  };
}

function arrival<T>(arrivals: EventTarget, look: () => T | null, otherwise: string): Promise<T> {
  const found = look();
  if (found) return Promise.resolve(found);
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const failure = new Error(otherwise);
  const stop = new AbortController();
  const patience = setTimeout(() => {
    stop.abort();
    reject(failure);
  }, PATIENCE_MS);
  arrivals.addEventListener(
    "letter",
    () => {
      const now = look();
      if (!now) return;
      stop.abort();
      clearTimeout(patience);
      resolve(now);
    },
    { signal: stop.signal },
  );
  return promise;
}

async function open(
  port: number,
  refused: ReadonlySet<string>,
  keep: (letter: ReceivedLetter) => void,
): Promise<SMTPServer> {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      if (!refused.has(address)) return done();
      const error = Object.assign(new Error(`5.1.1 <${address}>: user unknown`), { responseCode: 550 });
      done(error);
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const raw = Buffer.concat(parts);
        PostalMime.parse(raw).then((email) => {
          for (const { address } of session.envelope.rcptTo) {
            // The server shows international domains in their own letters.
            keep(letterOf(mailAddress(address) ?? address, email, raw));
          }
          done();
        }, done);
      });
    },
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.on("error", reject);
  server.listen(port, "127.0.0.1", resolve);
  await promise;
  return server;
}

function letterOf(to: string, email: Email, raw: Buffer): ReceivedLetter {
  const text = email.text ?? "";
  return {
    to,
    from: email.from?.address ?? "",
    subject: email.subject ?? "",
    text,
    html: email.html ?? "",
    links: text.match(/https?:\/\/\S+/g) ?? [],
    header: (name) => email.headers.find(({ key }) => key === name.toLowerCase())?.value ?? null,
    raw: raw.toString("utf8"),
  };
}

function shut(server: SMTPServer): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  return promise;
}

/** A port that stays ours while the server is down and up again, as far as anybody can tell. */
function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const probe = createServer();
  probe.listen(0, "127.0.0.1", () => {
    const { port } = probe.address() as AddressInfo;
    probe.close(() => resolve(port));
  });
  return promise;
}
