/** Textes français de l’écriture au bureau : interroger la source, l’aperçu, les images, ce qui est gardé pendant la saisie. */
export const writing = {
  "writing.fetch": "Récupérer le titre, la date et l’éditeur",
  "writing.fetchHint": "La page est interrogée une fois. Seuls les champs vides sont remplis.",
  "writing.fetched": "Rempli d’après la page : {fields}. Comparez avant de publier.",
  "writing.fetchedNothing": "La page ne dit rien de ce qui manque ici.",
  "writing.already": "Cette source figure déjà ici :",
  "writing.previewTitle": "Aperçu : ce que verront les visiteurs",
  "writing.previewNote": "Rien n’est encore enregistré. Continuez ci-dessous.",
  "writing.draftOf": "Au bureau : {kind}",
} as const;
