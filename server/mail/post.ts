/** How letters leave: by the mail server of SMTP_URL, or, without one, into files of DATA_DIR/mail. */
import { mkdir, open } from "node:fs/promises";
import { isIP } from "node:net";
import path from "node:path";
import type { SendMailOptions, Transporter } from "nodemailer";
import { type Mailbox, readSender } from "shared/mail/address.ts";
import type { App } from "../app.ts";
import { type Letter, renderLetter } from "./letter.ts";
import { smtpOptions } from "./smtp.ts";

export interface Post {
  /** `id` stays the same however often it is tried, so that a letter that came twice can be known as one. */
  send(id: string, letter: Letter): Promise<void>;
  close(): void;
}

/** Loaded with the first letter: an app that sends none does without its 13 MiB. */
export async function openPost(app: App): Promise<Post> {
  const { createTransport } = await import("nodemailer");
  const { SMTP_URL } = app.config;
  if (!SMTP_URL) {
    const paper = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
    return {
      send: async (id, letter) => writeFile(app, id, await paper.sendMail(messageOf(app, id, letter))),
      close: () => paper.close(),
    };
  }
  const transport: Transporter = createTransport(smtpOptions(SMTP_URL));
  return {
    send: async (id, letter) => {
      await transport.sendMail(messageOf(app, id, letter));
    },
    close: () => transport.close(),
  };
}

function messageOf(app: App, id: string, letter: Letter): SendMailOptions {
  const { hostname } = new URL(app.origin());
  const { subject, text, html } = renderLetter(letter, hostname);
  // Objects, not text: no sign in an address can make two of it.
  const mailbox = (address: string) => ({ name: "", address });
  return {
    from: senderOf(app, hostname),
    to: mailbox(letter.to),
    ...(letter.replyTo ? { replyTo: mailbox(letter.replyTo) } : {}),
    subject,
    text,
    html,
    messageId: `<${id}@${hostname}>`,
    ...(letter.conversation
      ? {
          inReplyTo: `<${letter.conversation}@${hostname}>`,
          references: `<${letter.conversation}@${hostname}>`,
        }
      : {}),
    headers: {
      // RFC 3834: nobody's holiday note should answer; X-… is what Exchange heeds.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "Content-Language": letter.language,
      ...(letter.unsubscribe
        ? {
            "List-Unsubscribe": { prepared: true, value: `<${letter.unsubscribe}>` },
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          }
        : {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function senderOf(app: App, hostname: string): Mailbox {
  const own = app.config.MAIL_FROM ? readSender(app.config.MAIL_FROM) : null;
  const domain = isIP(hostname.replace(/[[\]]/g, "")) ? "localhost" : hostname;
  return own ?? { name: "", address: `no-reply@${domain}` };
}

/** Only the operator's own user may read them: they hold addresses and links. */
async function writeFile(app: App, id: string, { message }: { message: unknown }): Promise<void> {
  if (!Buffer.isBuffer(message)) throw new Error("no message was made");
  const folder = path.resolve(app.config.DATA_DIR, "mail");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const stamp = app
    .now()
    .toISOString()
    .replace(/[-:]|\.\d+/g, "");
  const file = path.join(folder, `${stamp}-${id}.eml`);
  const handle = await open(file, "w", 0o600);
  try {
    await handle.writeFile(message);
  } finally {
    await handle.close();
  }
  app.fastify.log.info({ file }, "letter written to a file: there is no SMTP_URL");
}
