/** English texts of a country's history of changes. */
export const countryLog = {
  "countryLog.title": "{country}: history of changes",
  "countryLog.description":
    "What changed in the record of {country} and its reviews: what, when, from which source.",
  "countryLog.link": "History of changes",
  "countryLog.lead": "Each change of this country’s record, the newest first.",
  "countryLog.since": "Changes made since the first import of the data are recorded.",
  "countryLog.none": "Nothing has changed since the data was imported.",
  "countryLog.convention": "The Convention",
  "countryLog.document": "Document: {title}",
  "countryLog.documentAdded": "Document added",
  "countryLog.documentRemoved": "Document removed",
  "countryLog.was": "Before",
  "countryLog.is": "Now",
  "countryLog.changed": "{field}: {before} → {after}",
  "countryLog.by.curator": "Changed by a curator.",
  "countryLog.by.admin": "Changed by a region admin.",
  "countryLog.by.steward": "Changed by a steward.",
  "countryLog.by.member": "Changed by a member.",
  "countryLog.by.platform": "Changed by an import of data.",
  "countryLog.credit": "Thanks to {name}.",
} as const;
