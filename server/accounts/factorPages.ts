/** The second factor as pages: on, with recovery codes that are shown once; new codes; off. */
import { replaceRecoveryCodes, turnOffTotp, turnOnTotp } from "db/accounts/credentials.ts";
import { type Person, passkeysOf, recoveryCodesLeft } from "db/accounts/people.ts";
import { confirmSession } from "db/accounts/sessions.ts";
import { type Transaction, transaction } from "db/transaction.ts";
import { DownloadForm, EnrolForm, FactorOffForm, ProofForm } from "shared/accounts/forms.ts";
import { found } from "shared/failure.ts";
import Type from "typebox";
import { Value } from "typebox/value";
import type { App } from "../app.ts";
import { Refused, serveForm, servePost } from "../form.ts";
import { forgetDelays } from "./delays.ts";
import { tellOfChange } from "./letters.ts";
import { isRecent, ownPerson, proved } from "./recent.ts";
import { refusalOf } from "./refusals.ts";
import { hasSecondFactor, proveCode, recoveryHash, sealSecret } from "./signIn.ts";
import { newRecoveryCodes, newTotpSecret, qrCode, readCode, totpStep, totpUri } from "./totp.ts";

export function factorPages(app: App): void {
  factorPage(app);
  codesPage(app);
  offPage(app);
  servePost(app, {
    path: "/account/recovery-codes/download",
    who: "person",
    body: DownloadForm,
    act: async ({ reply, actor }, { sealed }) => {
      const made = app.secrets.open<unknown>(CODES, sealed);
      const isOwn = Value.Check(Codes, made) && made.personId === found(actor).id;
      const { codes } = found(isOwn ? made : null);
      await reply
        .header("cache-control", "no-store")
        .header("content-disposition", 'attachment; filename="recovery-codes.txt"')
        .type("text/plain; charset=utf-8")
        .send(`${codes.join("\r\n")}\r\n`);
      return null;
    },
  });
}

const ENROLMENT = "totp enrolment";
const Enrolment = Type.Object({ personId: Type.Integer(), secret: Type.String() });

const CODES = "recovery codes shown";
const Codes = Type.Object({ personId: Type.Integer(), codes: Type.Array(Type.String()) });

/** The same secret again for a form that comes back; a new one else. Nothing is kept before its first code was right. */
function enrolmentOf(app: App, person: Person, sealed: string | undefined) {
  const sent = sealed === undefined ? null : app.secrets.open<unknown>(ENROLMENT, sealed);
  const isOwn = Value.Check(Enrolment, sent) && sent.personId === person.id;
  const secret = isOwn ? sent.secret : newTotpSecret();
  const uri = totpUri(secret, person.handle, new URL(app.origin()).hostname);
  const made = isOwn && sealed ? sealed : app.secrets.seal(ENROLMENT, { personId: person.id, secret });
  return { secret, uri, qr: qrCode(uri), sealed: made };
}

async function renewCodes(app: App, tx: Transaction, personId: number) {
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => recoveryHash(app, personId, code.replace("-", "")));
  await replaceRecoveryCodes(tx, personId, hashes);
  return { codes, sealed: app.secrets.seal(CODES, { personId, codes }) };
}

type NewCodes = Awaited<ReturnType<typeof renewCodes>>;
interface FactorData {
  person: Person;
  codesLeft: number;
  /** Set by the act that made them: the page shows them once. */
  newCodes: NewCodes | null;
}

function factorPage(app: App): void {
  serveForm(app, {
    path: "/account/second-factor",
    who: "person",
    body: EnrolForm,
    load: async (visit): Promise<FactorData> => {
      const person = await ownPerson(app, visit);
      return { person, codesLeft: await recoveryCodesLeft(app.db.queries, person.id), newCodes: null };
    },
    page: (visit, { person, codesLeft, newCodes }, form) => {
      const isOn = hasSecondFactor(person);
      const enrolment = isOn ? null : enrolmentOf(app, person, form.values.enrolment?.at(-1));
      const props = { form, isAsked: !isRecent(visit), enrolment, codesLeft, newCodes };
      return {
        view: { page: "SecondFactor", props },
        title: visit.t("account.secondFactor"),
        description: visit.t("secondFactor.lead"),
      };
    },
    act: async (visit, data, { enrolment, code, presentPassword }) => {
      const { person } = data;
      if (hasSecondFactor(person)) throw new Refused({ code: "secondFactor.isOn" });
      // Whoever has a passkey shows it first: else a stolen password would make itself a second factor.
      if (!found(visit.actor).secondFactor && (await passkeysOf(app.db.queries, person.id)) > 0)
        throw new Refused({ code: "passkeys.needsFactor" });
      const { secret } = enrolmentOf(app, person, enrolment);
      const read = readCode(code);
      const step = read?.kind === "totp" ? totpStep(secret, read.code, visit.now) : null;
      if (step === null) throw new Refused({ code: "error.totp-wrong.help" });
      await proved(app, visit, { typed: presentPassword });
      data.newCodes = await transaction(app.db, async (tx) => {
        await turnOnTotp(tx, person.id, { sealed: sealSecret(app, secret), step, at: visit.now });
        await confirmSession(tx, found(visit.actor).sessionId, { at: visit.now, secondFactor: true });
        await tellOfChange(app, tx, person, "factorOn");
        return renewCodes(app, tx, person.id);
      });
      return { again: [] };
    },
  });
}

/** Throws Refused at `code` where it is not right. */
async function proveFactor(app: App, person: Person, code: string): Promise<void> {
  if (!hasSecondFactor(person)) throw new Refused({ code: "error.totp-wrong.help" });
  try {
    await proveCode(app, person, person.handle, code);
  } catch (error) {
    throw refusalOf(error, { password: "code" });
  }
  await forgetDelays(app.db.queries, app.secrets, [person.handle]);
}

function codesPage(app: App): void {
  serveForm(app, {
    path: "/account/recovery-codes",
    who: "person",
    body: ProofForm,
    load: async (visit): Promise<Pick<FactorData, "person" | "newCodes">> => ({
      person: await ownPerson(app, visit),
      newCodes: null,
    }),
    page: (visit, { newCodes }, form) => ({
      view: { page: "RecoveryCodes", props: { form, isAsked: !isRecent(visit), newCodes } },
      title: visit.t("secondFactor.newCodes"),
      description: visit.t("secondFactor.newCodesLead"),
    }),
    act: async (visit, data, { code, presentPassword }) => {
      const person = await proved(app, visit, { typed: presentPassword });
      await proveFactor(app, person, code);
      data.newCodes = await transaction(app.db, (tx) => renewCodes(app, tx, person.id));
      return { again: [] };
    },
  });
}

function offPage(app: App): void {
  serveForm(app, {
    path: "/account/second-factor/off",
    who: "person",
    body: FactorOffForm,
    load: async () => null,
    page: ({ t }, _data, form) => ({
      view: { page: "SecondFactorOff", props: { form } },
      title: t("account.turnOff"),
      description: t("secondFactor.offLead"),
    }),
    act: async (visit, _data, { code, presentPassword }) => {
      const person = await proved(app, visit, { typed: presentPassword, always: true });
      await proveFactor(app, person, code);
      await transaction(app.db, async (tx) => {
        await turnOffTotp(tx, person.id);
        await tellOfChange(app, tx, person, "factorOff");
      });
      return { to: `/${visit.language}/account`, done: "second-factor-off" };
    },
  });
}
