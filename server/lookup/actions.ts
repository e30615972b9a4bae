/** Looks up a source: asks the page, and reads what it says of itself. Nothing is kept. */
import { fileURLToPath } from "node:url";
import type { Source } from "shared/lookup/contract.ts";
import { MAX_SOURCE_BYTES, MAX_SOURCE_TITLE, oneLine, withoutTracking } from "shared/lookup/rules.ts";
import type { App } from "../app.ts";
import { type Fetched, FetchProblem, fetchSafely } from "../fetching/fetchSafely.ts";
import { apart } from "../files/apart.ts";
import { pageFacts } from "./pageFacts.ts";
import type { PdfTitle } from "./pdfTitle.ts";

const PDF_TITLE = fileURLToPath(new URL("./pdfTitle.ts", import.meta.url));
const ACCEPT = "text/html, application/xhtml+xml, application/pdf;q=0.9, */*;q=0.1";

/** Throws FetchProblem: its code has its words under `fetching.<code>`. */
export async function lookUpSource(app: App, url: string): Promise<Source> {
  const fetched = await fetchSafely(app, url, { accept: ACCEPT, maxBytes: MAX_SOURCE_BYTES });
  checkAnswer(fetched.status);
  if (isPdf(fetched)) return pdfFacts(fetched);
  if (!isHtml(fetched)) throw new FetchProblem("not-a-page");
  return pageFacts(fetched, app.now());
}

/** Throws what an answer other than a good one is for whoever asked. */
export function checkAnswer(status: number): void {
  if (status === 404 || status === 410) throw new FetchProblem("page-not-found");
  if (status < 200 || status > 299) throw new FetchProblem("bad-answer");
}

/** By its content: servers call PDFs many things. */
function isPdf({ body }: Fetched): boolean {
  return body.subarray(0, 1024).includes("%PDF-");
}

export function isHtml({ headers, body }: Pick<Fetched, "headers" | "body">): boolean {
  const type = headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (type === "text/html" || type === "application/xhtml+xml") return true;
  const unsaid = type === "" || type === "text/plain" || type === "application/octet-stream";
  return unsaid && /<(!doctype html|html|head)[\s>]/i.test(body.subarray(0, 1024).toString("latin1"));
}

/** Of a paper only the title, and only where the file says it: its date is that of the file, not of the paper. */
async function pdfFacts({ url, body }: Fetched): Promise<Source> {
  const read = await apart<PdfTitle>(PDF_TITLE, body);
  return {
    url: withoutTracking(url),
    title: read?.title ? oneLine(read.title, MAX_SOURCE_TITLE) : null,
    publishedOn: null,
    publisher: null,
    language: null,
  };
}
