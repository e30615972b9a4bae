/** A letter to a CSO through the platform: what its sender gives. Nothing of it is kept. */
import Type, { type Static } from "typebox";
import { EmailAddress, line, paragraphs } from "../fields.ts";
import { MAX_MESSAGE, MAX_SENDER_NAME, MIN_MESSAGE } from "./rules.ts";

export const ContactForm = Type.Object({
  name: Type.Optional(line({ max: MAX_SENDER_NAME })),
  email: EmailAddress,
  message: paragraphs({ min: MIN_MESSAGE, max: MAX_MESSAGE }),
});
export type ContactForm = Static<typeof ContactForm>;
