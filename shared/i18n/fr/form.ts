/** Textes français des formulaires : ce que demande un champ, et ce qui ne va pas. */
export const form = {
  "form.optional": "(facultatif)",
  "form.problems": {
    one: "Un point demande votre attention :",
    other: "{count} points demandent votre attention :",
  },
  "form.required": "Veuillez remplir ce champ.",
  "form.tooShort": {
    one: "Il faut au moins {count} caractère.",
    other: "Il faut au moins {count} caractères.",
  },
  "form.tooLong": { one: "{count} caractère au plus.", other: "{count} caractères au plus." },
  "form.tooMany": { one: "{count} au plus.", other: "{count} au plus." },
  "form.misfit": "Ce n’est pas l’une des réponses possibles.",
  "form.notAnAddress": "Ce n’est pas une adresse électronique : un nom, une arobase et un domaine.",
  "form.notALink": "Ce n’est pas une adresse web : elle commence par https:// ou http://.",
  "form.notADate":
    "Écrivez l’année, l’année-mois ou l’année-mois-jour, par exemple 2024, 2024-05 ou 2024-05-17.",
  "form.fileTooLarge": "Ce fichier dépasse {limit} Mo.",
  "form.sendAgain":
    "La page est restée ouverte trop longtemps. Tout est encore là : veuillez relire et envoyer de nouveau.",
  "form.choose": "Veuillez choisir",
  "form.sessionEnded.title": "Votre session est terminée",
  "form.sessionEnded.help":
    "Ce que vous avez écrit est conservé sur cette page. Connectez-vous dans un autre onglet, revenez ici et appuyez sur le bouton.",
  "form.sessionEnded.signIn": "Se connecter dans un nouvel onglet",
  "form.sessionEnded.again": "Continuer avec ce que j’ai écrit",
} as const;
