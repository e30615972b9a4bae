/** Textes du forum : ses espaces, ses fils et ses messages. */
export const board = {
  "error.locked.title": "Ce fil n’accepte plus de messages",
  "error.locked.help":
    "Il a été fermé entre-temps. Votre texte n’est pas perdu : copiez-le ou gardez-le comme brouillon.",
  "error.suspended.title": "Vous ne pouvez pas publier en ce moment",
  "error.suspended.help":
    "La modération en a décidé ainsi. Vous avez été informé·e des raisons, de la durée et des moyens de recours.",
  "board.start.general.name": "Général",
  "board.start.general.purpose": "Présentations, questions et nouvelles pour toute la région.",
  "board.start.uncac-review.name": "Examen de la CNUCC",
  "board.start.uncac-review.purpose":
    "Suivre les examens des pays : dates, points de contact, visites, rapports parallèles.",
  "board.start.access-to-information.name": "Accès à l’information",
  "board.start.access-to-information.purpose":
    "Lois, demandes et refus, et comment obtenir les documents d’examen.",
  "board.start.asset-recovery.name": "Recouvrement d’avoirs",
  "board.start.asset-recovery.purpose": "Localiser, geler et restituer les avoirs volés.",
  "board.start.safety-and-solidarity.name": "Sécurité et solidarité",
  "board.start.safety-and-solidarity.purpose":
    "Risques, protection et aide à celles et ceux qui subissent des représailles.",
  "board.start.across-regions.name": "Entre régions",
  "board.start.across-regions.purpose":
    "Pour les membres de toutes les régions : ce qui se fait mieux ensemble.",
  "board.welcome.title": "Bienvenue sur le forum",
  "board.welcome.1":
    "Ici, les organisations de la société civile de la région se parlent. Tout le monde peut lire les espaces publics ; ceux des membres ne sont lus que par les membres de la région.",
  "board.welcome.2":
    "Avant d’écrire, pensez à votre sécurité : un message public peut être lu par n’importe qui, y compris par ceux dont il parle. Votre vrai nom n’est pas demandé, et les noms de personnes en danger n’ont pas leur place ici.",
  "board.welcome.3":
    "Vous pouvez suivre des espaces et des fils par e-mail, et répondre par e-mail. Ce que vous écrivez est gardé comme brouillon quand le réseau tombe.",
  "board.welcome.4":
    "Si un message menace quelqu’un ou met une personne en danger, signalez-le : la modération de la région décide, explique ses raisons aux deux parties, et ses décisions peuvent faire l’objet d’un recours.",
} as const;
