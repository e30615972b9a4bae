/** A letter, and how it looks: subject, text and HTML, in its reader's language and direction, with nothing to load. */
import { type Language, languages } from "shared/i18n/languages.ts";
import { type TextKey, textsIn } from "shared/i18n/text.ts";
import { escapeXml } from "../xml.ts";

export interface LetterLink {
  label: string;
  url: string;
}

export interface Letter {
  to: string;
  language: Language;
  /** Discreet: without names and titles. */
  subject: string;
  /** What the subject says to a person who chose that letters may tell: see people.discreetMail. */
  tellingSubject?: { personId: number; subject: string };
  /** Paragraphs; a line break in one stays. */
  lines: readonly string[];
  /** Lists below the paragraphs, such as what is new. */
  lists?: readonly { heading: string; links: readonly LetterLink[] }[];
  /** Leads to a page with one button, never to something that happens at once: scanners follow links. */
  button?: LetterLink;
  /** Where one click ends letters of this kind; it must take `List-Unsubscribe=One-Click` by POST (RFC 8058). */
  unsubscribe?: string;
  replyTo?: string;
  /** What stands at its end, where neither "nobody reads answers" nor "your answer goes to that person" is true. */
  footer?: TextKey;
  /** Letters of one conversation are shown together: its name, the same in each of them. */
  conversation?: string;
  /** Of which kind it is, for the steward: "invitation", "digest". */
  category: string;
}

export interface Rendered {
  subject: string;
  text: string;
  html: string;
}

/** `host` is where the platform is reached, as the reader knows it. */
export function renderLetter(letter: Letter, host: string): Rendered {
  const subject = letter.subject.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return { subject, text: textOf(letter, host), html: htmlOf(letter, subject, host) };
}

function footerOf(letter: Letter, host: string): string {
  const key = letter.footer ?? (letter.replyTo ? "mail.footerReply" : "mail.footer");
  return textsIn(letter.language)(key, { host });
}

function textOf(letter: Letter, host: string): string {
  const t = textsIn(letter.language);
  const parts = [
    ...letter.lines,
    ...(letter.lists ?? []).map(({ heading, links }) =>
      [heading, ...links.map(({ label, url }) => `- ${label}\n  ${url}`)].join("\n"),
    ),
    ...(letter.button ? [`${letter.button.label}:\n${letter.button.url}`] : []),
    `-- \n${footerOf(letter, host)}`,
    ...(letter.unsubscribe ? [`${t("mail.unsubscribe")}:\n${letter.unsubscribe}`] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Mail readers know no style sheets but those that stand at the element. */
const style = {
  body: "margin:0;padding:16px;background:#ffffff;color:#1d2430;font:16px/1.5 system-ui,sans-serif",
  main: "max-width:560px;margin:0 auto",
  button:
    "display:inline-block;padding:12px 20px;background:#174a7c;color:#ffffff;border-radius:6px;text-decoration:none",
  foot: "margin-top:32px;padding-top:12px;border-top:1px solid #c8ced8;color:#4b5563;font-size:14px",
};

function htmlOf(letter: Letter, subject: string, host: string): string {
  const { dir } = languages[letter.language];
  const t = textsIn(letter.language);
  const link = ({ label, url }: LetterLink) => `<a href="${escapeXml(url)}">${escapeXml(label)}</a>`;
  const body = [
    ...letter.lines.map((line) => `<p>${escapeXml(line).replaceAll("\n", "<br>")}</p>`),
    ...(letter.lists ?? []).map(
      ({ heading, links }) =>
        `<h2>${escapeXml(heading)}</h2><ul>${links.map((one) => `<li>${link(one)}</li>`).join("")}</ul>`,
    ),
    ...(letter.button
      ? [
          `<p><a href="${escapeXml(letter.button.url)}" style="${style.button}">${escapeXml(letter.button.label)}</a></p>`,
        ]
      : []),
    `<div style="${style.foot}"><p>${escapeXml(footerOf(letter, host))}</p>${
      letter.unsubscribe ? `<p>${link({ label: t("mail.unsubscribe"), url: letter.unsubscribe })}</p>` : ""
    }</div>`,
  ];
  return `<!doctype html>
<html lang="${letter.language}" dir="${dir}"><head><meta charset="utf-8"><title>${escapeXml(subject)}</title></head>
<body style="${style.body}"><div lang="${letter.language}" dir="${dir}" style="${style.main}">
${body.join("\n")}
</div></body></html>
`;
}
