/** The mail server of SMTP_URL: how it is reached, how long it may take, and when encryption is a must. */
import type SMTPPool from "nodemailer/lib/smtp-pool";
import { LETTERS_AT_ONCE } from "shared/mail/rules.ts";

/** All letters of one batch must fit into SENDING_SECONDS, also where the server answers nothing. */
const CONNECT_MS = 15_000;
const ANSWER_MS = 30_000;

/**
 * `smtps://` is encrypted from the first byte; `smtp://` must be upgraded (STARTTLS) unless the server is this machine or
 * the address ends in `?requireTLS=false`: letters hold links that open accounts.
 */
export function smtpOptions(address: string): SMTPPool.Options {
  const url = new URL(address);
  const secure = url.protocol === "smtps:";
  const here = /^(localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname);
  const mayBePlain = here || url.searchParams.get("requireTLS") === "false";
  const user = decodeURIComponent(url.username);
  return {
    pool: true,
    maxConnections: 1,
    maxMessages: LETTERS_AT_ONCE,
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port ? Number(url.port) : secure ? 465 : here ? 25 : 587,
    secure,
    requireTLS: !secure && !mayBePlain,
    ignoreTLS: !secure && here,
    ...(user ? { auth: { user, pass: decodeURIComponent(url.password) } } : {}),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
