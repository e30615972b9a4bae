/** Whether an address at a domain proves that its owner speaks for the organisation that publishes the domain. */
import { domainToASCII } from "node:url";
import { parse } from "tldts";

/** Mailboxes and pages for everybody, under the endings of many countries. */
const EVERYWHERE = new Set(
  "blogspot facebook gmail gmx google googlemail hotmail live outlook wordpress yahoo yandex ymail".split(
    " ",
  ),
);

/** Where anybody gets a mailbox. */
const MAILBOXES = `126.com 163.com abv.bg aol.com disroot.org email.com fastmail.com free.fr hushmail.com icloud.com inbox.com
  laposte.net libero.it mac.com mail.com mail.ru mailfence.com me.com msn.com naver.com orange.fr outlook.com pm.me
  posteo.de posteo.net proton.me protonmail.ch protonmail.com qq.com rambler.ru rediffmail.com riseup.net rocketmail.com
  seznam.cz t-online.de tuta.com tuta.io tutanota.com wanadoo.fr web.de zoho.com zohomail.com`;

/** Where many have a page under one name: networks, builders of pages, and bodies that publish for others. */
const PAGES = `about.me academia.edu archive.org bit.ly blogger.com change.org eventbrite.com fb.com fb.me flickr.com github.com
  gitlab.com globalgiving.org gofundme.com idealist.org instagram.com issuu.com linkedin.com linktr.ee mailchi.mp
  medium.com notion.site notion.so padlet.com patreon.com pinterest.com reddit.com researchgate.net scribd.com
  slideshare.net soundcloud.com squarespace.com strikingly.com substack.com t.co t.me telegram.me telegram.org threads.net
  tiktok.com transparency.org tumblr.com twitter.com typeform.com uncaccoalition.org un.org undp.org unodc.org viber.com
  vimeo.com vk.com wa.me webflow.io webnode.com weebly.com whatsapp.com wikipedia.org wix.com wixsite.com worldbank.org
  x.com yola.com youtu.be youtube.com`;

const SHARED = new Set(`${MAILBOXES} ${PAGES}`.split(/\s+/));

interface Parsed {
  host: string;
  domain: string;
}

/** Host and registrable domain; null where many share the domain, as with names below a private public suffix. */
function ownOf(published: string): Parsed | null {
  const { hostname, domain, domainWithoutSuffix, isIp, isPrivate } = parse(published, {
    allowPrivateDomains: true,
  });
  if (!hostname || !domain || !domainWithoutSuffix || isIp || isPrivate) return null;
  if (EVERYWHERE.has(domainWithoutSuffix) || SHARED.has(domain)) return null;
  return { host: domainToASCII(hostname), domain };
}

/**
 * The host at which a mailbox must be, from a published web or mail address; null where it would prove nothing. A page
 * below a university's name does not make every mailbox of the university its own, so the host counts but for "www".
 */
export function provingHost(published: string): string | null {
  return ownOf(published)?.host.replace(/^www\d?\./, "") ?? null;
}

/** At most one each of website and mail. */
export function provingHosts({ website, email }: { website: string | null; email: string | null }): string[] {
  const hosts = [website, email].map((published) => (published ? provingHost(published) : null));
  return [...new Set(hosts.filter((host) => host !== null))];
}

/** Whether the mailbox is at that host or below it. */
export function isAtHost(email: string, host: string): boolean {
  const at = domainToASCII(email.slice(email.lastIndexOf("@") + 1));
  return at === host || at.endsWith(`.${host}`);
}

/** The registrable domain of a web address, by which the same organisation is found again; null where many share it. */
export function ownDomain(website: string): string | null {
  return ownOf(website)?.domain ?? null;
}
