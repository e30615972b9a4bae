/** French texts of tables that are handed in: why one cannot be read. */
export const tables = {
  "tables.problem.empty": "Le fichier est vide.",
  "tables.problem.too-large": "Le fichier dépasse {limit} Mo. Envoyez-le en plusieurs parties.",
  "tables.problem.encoding":
    "Les lettres du fichier sont illisibles. Enregistrez-le en « CSV UTF-8 » dans le tableur, ou indiquez ci-dessous qu’il est en Windows-1252.",
  "tables.problem.nul":
    "La ligne {line} contient un signe qu’aucun texte ne comporte (NUL). Enregistrez de nouveau le fichier en « CSV UTF-8 ».",
  "tables.problem.quotes":
    "Un guillemet de la ligne {line} n’est pas fermé, ou se trouve là où il n’a pas sa place.",
  "tables.problem.no-rows": "Le fichier n’a aucune ligne sous les noms de ses colonnes.",
  "tables.problem.too-many-rows": "Le fichier a plus de {limit} lignes. Envoyez-le en plusieurs parties.",
  "tables.problem.too-many-columns": "Le fichier a plus de {limit} colonnes.",
  "tables.problem.unnamed-column": "La colonne {position} n’a pas de nom à la ligne 1.",
  "tables.problem.duplicate-column": "La colonne « {column} » figure deux fois à la ligne 1.",
  "tables.problem.ragged": {
    one: "La ligne {line} a {count} cellule, mais la ligne 1 en nomme {expected}.",
    other: "La ligne {line} a {count} cellules, mais la ligne 1 en nomme {expected}.",
  },
  "tables.problem.too-long":
    "Ligne {line} : la cellule de la colonne « {column} » dépasse {limit} caractères.",
  "tables.problem.not-json": "Ce n’est pas du JSON.",
  "tables.problem.not-a-list": "Le JSON doit être une liste de fiches, ou en contenir une sous « items ».",
  "tables.problem.not-a-record": "L’élément {line} de la liste n’est pas un objet.",
};
