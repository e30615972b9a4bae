/** Posts without their pictures, for whoever saves data: each is a link that loads it when it is wanted. */

const PICTURE = /<img src="(\/files\/[\w-]+)[^"]*"([^>]*)>/g;
const ALT = /\balt="([^"]*)"/;

/** `html` as the board keeps it: sanitised, its attributes quoted. */
export function withoutPictures(html: string, name: string): string {
  return html.replace(PICTURE, (_tag, address: string, rest: string) => {
    const alt = ALT.exec(rest)?.[1]?.trim();
    return `<a href="${address}">${alt || name}</a>`;
  });
}
