/** The forms of accounts: what each of them asks for. */
import Type, { type Static, type TObject } from "typebox";
import { EmailAddress, line, secret } from "../fields.ts";
import { languageCodes } from "../i18n/languages.ts";
import { MAX_HANDLE_LENGTH, MIN_HANDLE_LENGTH } from "./handles.ts";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "./passwords.ts";

/** As long as an address may be (RFC 5321 §4.5.3.1). */
const MAX_NAME = 254;
/** A password that is asked for may be wrong in length too: that is no hint to give. */
const MAX_TYPED = 1024;
/** Six figures or ten signs, with the spaces and dashes that people type between them. */
const MAX_CODE = 40;
/** Tokens are shorter; a sealed value is longer than any token. */
const MAX_TOKEN = 100;
const MAX_SEALED = 2000;

const name = line({ max: MAX_NAME });
const handle = line({ min: MIN_HANDLE_LENGTH, max: MAX_HANDLE_LENGTH });
const typedPassword = secret({ max: MAX_TYPED });
const newPassword = secret({ min: MIN_PASSWORD_LENGTH, max: MAX_PASSWORD_LENGTH });
const code = secret({ max: MAX_CODE });
const language = Type.Enum([...languageCodes]);
/** Asked for where the last proof is some time ago. */
const presentPassword = Type.Optional(typedPassword);

export const NextQuery = Type.Object({ next: Type.Optional(Type.String({ maxLength: 1000 })) });
export const TokenQuery = Type.Object({ token: Type.Optional(Type.String({ maxLength: MAX_TOKEN })) });

export const SignInForm = Type.Object({ name, password: typedPassword, keep: Type.Boolean() });
export const CodeForm = Type.Object({ code });
export const WelcomeForm = Type.Object({
  handle,
  email: Type.Optional(EmailAddress),
  newPassword,
  language,
});
export type WelcomeForm = Static<typeof WelcomeForm>;
export const TokenForm = Type.Object({ token: Type.String({ minLength: 1, maxLength: MAX_TOKEN }) });
export const SettingsForm = Type.Object({ language, discreetMail: Type.Boolean() });
export const EndSessionForm = Type.Object({ session: Type.String({ pattern: "^([0-9a-f-]{36}|others)$" }) });
export const PasswordForm = Type.Object({ presentPassword, newPassword });
export const EmailForm = Type.Object({ presentPassword, email: EmailAddress });
export const HandleForm = Type.Object({ handle });
export const EnrolForm = Type.Object({
  presentPassword,
  enrolment: Type.String({ minLength: 1, maxLength: MAX_SEALED }),
  code,
});
export const FactorOffForm = Type.Object({ presentPassword: typedPassword, code });
export const ProofForm = Type.Object({ presentPassword, code });
export const DownloadForm = Type.Object({ sealed: Type.String({ minLength: 1, maxLength: MAX_SEALED }) });
export const ForgottenForm = Type.Object({ name });
export const ResetForm = Type.Object({ newPassword });
export const NothingForm = Type.Object({});

/** The same form where the present password has to be given. */
export function withProof(form: TObject, isAsked: boolean): TObject {
  return isAsked ? Type.Object({ ...form.properties, presentPassword: typedPassword }) : form;
}
