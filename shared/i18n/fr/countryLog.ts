/** French texts of a country's history of changes. */
export const countryLog = {
  "countryLog.title": "{country} : historique des modifications",
  "countryLog.description":
    "Ce qui a changé dans la fiche de {country} et de ses examens : quoi, quand, d’après quelle source.",
  "countryLog.link": "Historique des modifications",
  "countryLog.lead": "Chaque modification de la fiche de ce pays, la plus récente d’abord.",
  "countryLog.since": "Les modifications faites depuis la première importation des données sont consignées.",
  "countryLog.none": "Rien n’a changé depuis l’importation des données.",
  "countryLog.convention": "La Convention",
  "countryLog.document": "Document : {title}",
  "countryLog.documentAdded": "Document ajouté",
  "countryLog.documentRemoved": "Document retiré",
  "countryLog.was": "Avant",
  "countryLog.is": "Maintenant",
  "countryLog.changed": "{field} : {before} → {after}",
  "countryLog.by.curator": "Modifié par un responsable éditorial.",
  "countryLog.by.admin": "Modifié par un administrateur régional.",
  "countryLog.by.steward": "Modifié par un administrateur général.",
  "countryLog.by.member": "Modifié par un membre.",
  "countryLog.by.platform": "Modifié par une importation de données.",
  "countryLog.credit": "Merci à {name}.",
} as const;
