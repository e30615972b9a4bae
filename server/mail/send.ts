/** Sends a letter: it is written into the queue with the change that it tells of, and leaves once that is committed. */
import { tellOfMail } from "db/mail/changes.ts";
import { wantsTellingSubjects } from "db/mail/queries.ts";
import type { Transaction } from "db/transaction.ts";
import { Failure } from "shared/failure.ts";
import { mailAddress } from "shared/mail/address.ts";
import { MAX_SUBJECT } from "shared/mail/rules.ts";
import type { App } from "../app.ts";
import type { Letter } from "./letter.ts";
import { MAIL_QUEUE, type SealedLetter } from "./queue.ts";

/** Throws `invalid` where an address is none; neither address nor words stand readable in the database. */
export async function sendLetter(app: App, tx: Transaction, letter: Letter): Promise<void> {
  const { tellingSubject, ...rest } = letter;
  const telling = tellingSubject && (await wantsTellingSubjects(tx, tellingSubject.personId));
  const ready: Letter = {
    ...rest,
    to: addressed(letter.to, "to"),
    subject: (telling ? tellingSubject.subject : letter.subject).slice(0, MAX_SUBJECT),
    ...(letter.replyTo ? { replyTo: addressed(letter.replyTo, "replyTo") } : {}),
  };
  const sealed: SealedLetter = { sealed: app.secrets.seal("mail", ready) };
  await app.jobs.send(tx, MAIL_QUEUE, sealed);
  await tellOfMail(tx);
}

function addressed(written: string, parameter: string): string {
  const address = mailAddress(written);
  if (address === null)
    throw new Failure("invalid", { problems: [{ parameter, message: "is no e-mail address" }] });
  return address;
}
