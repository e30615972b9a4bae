/** French texts of the intake room: files taken in and given out at the desk. */
export const intake = {
  "intake.title": "Importer et exporter : {region}",
  "intake.lead":
    "Emportez des fiches dans un fichier, modifiez-les, puis reprenez le fichier ici. Chaque ligne est examinée avant toute écriture.",
  "intake.waiting": "Un de vos fichiers attend sa seconde étape.",
  "intake.export": "Emporter",
  "intake.export.lead":
    "Toutes les fiches de cette région, avec leurs champs publics. Les textes qu’un tableur exécuterait comme formules portent une apostrophe.",
  "intake.template": "Fichier vide à remplir",
  "intake.kind": "Ce que contient le fichier",
  "intake.kind.organisations": "Organisations",
  "intake.kind.events": "Événements",
  "intake.kind.resources": "Ressources",
  "intake.upload": "Reprendre un fichier",
  "intake.upload.lead":
    "Une ligne avec une adresse (slug) concerne cette fiche ; sans adresse, on cherche une fiche du même nom et du même pays. Tout le reste est nouveau. Une cellule inchangée ou une colonne absente ne modifie rien.",
  "intake.upload.send": "Examiner les lignes",
  "intake.file": "Fichier",
  "intake.file.hint": {
    one: "CSV ou JSON, au plus {limit} Mo et {count} ligne.",
    other: "CSV ou JSON, au plus {limit} Mo et {count} lignes.",
  },
  "intake.text": "Ou collez les lignes ici",
  "intake.text.hint":
    "Avec les noms des colonnes sur la première ligne. Lu seulement si aucun fichier n’est choisi.",
  "intake.encoding": "Lettres du fichier",
  "intake.encoding.unicode": "UTF-8 ou UTF-16, reconnu automatiquement",
  "intake.encoding.windows-1252": "Windows-1252 (anciens fichiers en langues d’Europe occidentale)",
  "intake.asDrafts": "Garder les nouveaux événements et ressources comme brouillons",
  "intake.asDrafts.hint":
    "Ils sont ensuite publiés un à un au bureau. Les organisations n’ont pas de brouillons.",
  "intake.columns": "Colonnes reprises",
  "intake.columns.lead":
    "Plusieurs valeurs d’une cellule sont séparées par un point-virgule et une espace. Chaque nouvelle fiche doit indiquer sa source.",
  "intake.check.title": "Examiner les lignes : {region}",
  "intake.check.lead": "Rien n’est encore écrit. Toutes les lignes sont reprises ensemble, ou aucune.",
  "intake.none": "Aucun fichier n’attend.",
  "intake.other": "Reprendre un autre fichier",
  "intake.failed":
    "Rien n’a été écrit : quelque chose a changé pendant la reprise des lignes. Examinez-les encore une fois.",
  "intake.writing": {
    one: "{written} ligne sur {count} est écrite. Cette page se met à jour d’elle-même.",
    other: "{written} lignes sur {count} sont écrites. Cette page se met à jour d’elle-même.",
  },
  "intake.progress": "Avancement",
  "intake.lookAgain": "Regarder de nouveau",
  "intake.done": "Le fichier a été repris.",
  "intake.fates": "Ce que deviennent les lignes",
  "intake.count.refused": { one: "{count} ligne est refusée", other: "{count} lignes sont refusées" },
  "intake.count.changed": { one: "{count} fiche change", other: "{count} fiches changent" },
  "intake.count.new": { one: "{count} fiche est nouvelle", other: "{count} fiches sont nouvelles" },
  "intake.count.kept": {
    one: "{count} profil reste tel quel, car l’organisation le tient elle-même",
    other: "{count} profils restent tels quels, car les organisations les tiennent elles-mêmes",
  },
  "intake.count.unchanged": { one: "{count} fiche est inchangée", other: "{count} fiches sont inchangées" },
  "intake.fate.refused": "refusée",
  "intake.fate.changed": "modifiée",
  "intake.fate.new": "nouvelle",
  "intake.fate.kept": "tenue par l’organisation elle-même",
  "intake.fate.unchanged": "inchangée",
  "intake.unknown": {
    one: "Cette colonne est inconnue et laissée de côté :",
    other: "Ces colonnes sont inconnues et laissées de côté :",
  },
  "intake.onlyRead": {
    one: "Cette colonne n’est pas reprise, car la plateforme la tient elle-même :",
    other: "Ces colonnes ne sont pas reprises, car la plateforme les tient elle-même :",
  },
  "intake.refused":
    "Rien ne peut être repris tant qu’une ligne est refusée. Corrigez le fichier et envoyez-le de nouveau.",
  "intake.nothing": "Il n’y a rien à écrire : tout est inchangé.",
  "intake.take": { one: "Reprendre {count} ligne", other: "Reprendre {count} lignes" },
  "intake.takeDrafts": {
    one: "Reprendre {count} ligne, la nouveauté comme brouillon",
    other: "Reprendre {count} lignes, les nouveautés comme brouillons",
  },
  "intake.forget": "Oublier ce fichier",
  "done.intake-forgotten": "Le fichier est oublié. Rien n’a été écrit.",
  "intake.rows": "Lignes",
  "intake.line": "Ligne {line} :",
  "intake.empty": "(vide)",
  "intake.problem.uneven": "Les cellules qui vont ensemble n’ont pas le même nombre de valeurs.",
  "intake.problem.formula": "Un tableur exécuterait ceci comme une formule.",
  "intake.problem.twice": "La même fiche figure déjà à la ligne {line}.",
  "intake.problem.slug":
    "Une adresse se compose de lettres latines minuscules et de chiffres, avec des traits d’union simples.",
  "intake.problem.elsewhere": "Cette fiche appartient à une autre région.",
  "intake.problem.ambiguous":
    "Plusieurs fiches portent ce nom : indiquez l’adresse (slug) de celle dont il s’agit.",
  "intake.problem.otherSlug": "Cette fiche a l’adresse (slug) « {slug} ».",
  "intake.problem.newer":
    "La fiche a été modifiée depuis l’écriture de ce fichier. Emportez un nouveau fichier.",
  "intake.problem.noRecord":
    "La ligne porte la version d’une fiche que cet espace ne contient pas. Emportez un nouveau fichier.",
  "intake.problem.country":
    "Ce n’est pas le code d’un pays de cette région : deux lettres majuscules, par exemple KE.",
  "intake.problem.anyCountry":
    "« {value} » n’est pas le code d’un pays : deux lettres majuscules, par exemple KE.",
  "intake.problem.specialization": "Il n’existe pas de spécialisation « {value} ».",
  "intake.problem.region": "Vous ne tenez pas le bureau de la région « {value} ».",
  "intake.problem.moment": "Écrivez le moment en UTC, par exemple 2026-05-17T09:30:00Z.",
  "intake.problem.endBeforeStart": "La fin précède le début.",
  "intake.problem.noDay": "Aucun calendrier n’a ce jour.",
  "intake.problem.timeZone": "Ce fuseau horaire n’existe pas : écrivez par exemple Africa/Nairobi.",
  "intake.problem.busy": "Votre fichier précédent est encore en cours de reprise.",
  "intake.problem.otherFile": "Un autre fichier a remplacé celui-ci.",
  "intake.problem.changed":
    "Quelque chose a changé depuis l’affichage de cette page. Examinez de nouveau les lignes, puis reprenez-les.",
  "intake.problem.refused": "Une ligne est refusée, rien n’est donc repris.",
  "audit.import.organisations": "a repris un fichier d’organisations",
  "audit.import.events": "a repris un fichier d’événements",
  "audit.import.resources": "a repris un fichier de ressources",
  "audit.kind.region": "région",
};
