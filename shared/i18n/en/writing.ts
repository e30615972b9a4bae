/** English texts of writing at the desk: asking the source, the preview, pictures, what is kept while one types. */
export const writing = {
  "writing.fetch": "Fetch title, date and publisher",
  "writing.fetchHint": "Asks the page once. Only what is empty is filled in.",
  "writing.fetched": "Filled in as the page says it: {fields}. Compare before you publish.",
  "writing.fetchedNothing": "The page says nothing that is missing here.",
  "writing.already": "This source is here already:",
  "writing.previewTitle": "Preview: as visitors will see it",
  "writing.previewNote": "Nothing is saved yet. Go on below.",
  "writing.draftOf": "At the desk: {kind}",
} as const;
