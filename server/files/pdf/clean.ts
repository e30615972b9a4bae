/** Takes everything out of a parsed PDF that is not its pages: who made it, what runs, what is hidden in it, what it opens. */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { withoutSegments } from "./jpeg.ts";

/** ISO 32000-2, 7.7.2: what a reader needs to show the pages, in their order, by their tags and layers. */
const OF_CATALOG = [
  "Type",
  "Version",
  "Pages",
  "PageLabels",
  "ViewerPreferences",
  "PageLayout",
  "PageMode",
  "Outlines",
  "Lang",
  "MarkInfo",
  "StructTreeRoot",
  "OCProperties",
  "Dests",
  "Names",
];

/** Keys that hold metadata, what runs or opens, or files inside of the file, in whatever they stand. */
const GONE = [
  "Metadata",
  "PieceInfo",
  "LastModified",
  "AA",
  "OpenAction",
  "JS",
  "JavaScript",
  "EF",
  "EmbeddedFiles",
  "AF",
  "XFA",
  "RichMediaContent",
  "URIAction",
  "SpiderInfo",
  "Thumb",
  "Alternates",
  "OPI",
  "CreatorInfo",
  "Creator",
];
/** Of a page: articles with their authors, and where on earth a map lies. */
const OF_PAGES = ["B", "VP"];
/** Of a link: its author, its moments, its pop-up, an address that was there before. */
const OF_LINKS = ["PA", "T", "M", "NM", "Popup", "CreationDate", "RC", "Subj"];

/** Table 201: actions that leave the document, or run. "GoTo" and "URI" are looked at apart. */
const ACTIONS = new Set(
  "JavaScript Launch SubmitForm ResetForm ImportData GoToR GoToE GoToDp Rendition Movie Sound RichMediaExecute Named Hide Thread Trans SetOCGState GoTo3DView".split(
    " ",
  ),
);

/** Under these stand names that the document chose itself, as of glyphs and fonts: none of them is a key of ours. */
const MAPS = new Set(
  "CharProcs Font XObject ColorSpace ExtGState Pattern Shading Properties ClassMap RoleMap Dests".split(" "),
);

const nameOf = (object: PDFObject | undefined) => (object instanceof PDFName ? object.decodeText() : null);

export function clean(document: PDFDocument): void {
  const { context, catalog } = document;
  keep(catalog, OF_CATALOG);
  const names = context.lookup(catalog.get(PDFName.of("Names")));
  if (names instanceof PDFDict) keep(names, ["Dests"]);
  context.trailerInfo.Info = undefined as never;
  context.trailerInfo.ID = undefined as never;
  for (const { node } of document.getPages()) {
    for (const key of OF_PAGES) node.delete(PDFName.of(key));
    keepLinks(context, node);
  }
  walk(context);
  // Once more: what was taken out may have been met before.
  const reached = walk(context);
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}

function keep(dict: PDFDict, wanted: readonly string[]): void {
  for (const key of dict.keys()) if (!wanted.includes(key.decodeText())) dict.delete(key);
}

/** Links to pages of the web, and inside of the document, stay; notes, forms, sounds and files go. */
function keepLinks(context: PDFContext, page: PDFDict): void {
  const key = PDFName.of("Annots");
  const annotations = context.lookup(page.get(key));
  page.delete(key);
  if (!(annotations instanceof PDFArray)) return;
  const links = annotations.asArray().filter((one) => isLink(context, one));
  if (links.length > 0) page.set(key, context.obj(links));
}

function isLink(context: PDFContext, object: PDFObject | undefined): boolean {
  const link = context.lookup(object);
  return link instanceof PDFDict && nameOf(context.lookup(link.get(PDFName.of("Subtype")))) === "Link";
}

interface Waiting {
  object: PDFObject;
  /** Its keys are names that the document chose. */
  isMap: boolean;
}

/** Every object that the pages need, cleaned. */
function walk(context: PDFContext): Set<PDFRef> {
  const reached = new Set<PDFRef>();
  const cleaned = new Set<PDFObject>();
  const followed = new Set<PDFObject>();
  const waiting: Waiting[] = [{ object: context.trailerInfo.Root as PDFObject, isMap: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const object = found(context, next.object, reached);
    const dict = object instanceof PDFStream ? object.dict : object;
    if (dict instanceof PDFDict && !next.isMap && !cleaned.has(dict)) {
      cleaned.add(dict);
      cleanDict(context, dict);
    }
    if (object === undefined || followed.has(object)) continue;
    followed.add(object);
    if (object instanceof PDFArray)
      waiting.push(...object.asArray().map((one) => ({ object: one, isMap: false })));
    if (dict instanceof PDFDict)
      for (const [key, value] of dict.entries())
        waiting.push({ object: value, isMap: MAPS.has(key.decodeText()) });
  }
  return reached;
}

function found(context: PDFContext, object: PDFObject, reached: Set<PDFRef>): PDFObject | undefined {
  if (!(object instanceof PDFRef)) return object;
  const target = context.lookup(object);
  const isNew = !reached.has(object);
  reached.add(object);
  return isNew && target instanceof PDFRawStream ? withoutMetadata(context, object, target) : target;
}

function cleanDict(context: PDFContext, dict: PDFDict): void {
  for (const key of GONE) dict.delete(PDFName.of(key));
  if (nameOf(dict.get(PDFName.of("Subtype"))) === "Link")
    for (const key of OF_LINKS) dict.delete(PDFName.of(key));
  // A note that went may still be known to the tree of tags.
  if (nameOf(dict.get(PDFName.of("Type"))) === "OBJR" && !isLink(context, dict.get(PDFName.of("Obj"))))
    dict.delete(PDFName.of("Obj"));
  for (const [key, value] of dict.entries()) {
    const action = context.lookup(value);
    if (action instanceof PDFDict && isForbidden(context, action)) dict.delete(key);
  }
}

/** A dictionary that is an action which leaves the document or runs; a link to the web may stay. */
function isForbidden(context: PDFContext, action: PDFDict): boolean {
  const kind = nameOf(context.lookup(action.get(PDFName.of("S"))));
  if (kind === null) return false;
  if (kind === "GoTo" || kind === "URI") action.delete(PDFName.of("Next"));
  if (kind !== "URI") return ACTIONS.has(kind);
  const address = context.lookup(action.get(PDFName.of("URI")));
  const text = address instanceof PDFString || address instanceof PDFHexString ? address.decodeText() : "";
  return !/^(https?:\/\/|mailto:)/i.test(text);
}

/** A photograph inside of it may tell where it was taken. */
function withoutMetadata(context: PDFContext, ref: PDFRef, stream: PDFRawStream): PDFRawStream {
  const filter = context.lookup(stream.dict.get(PDFName.of("Filter")));
  const only = filter instanceof PDFArray && filter.size() === 1 ? context.lookup(filter.get(0)) : filter;
  if (nameOf(only) !== "DCTDecode") return stream;
  const plain = PDFRawStream.of(stream.dict, withoutSegments(stream.contents));
  context.assign(ref, plain);
  return plain;
}
