/** Textes français des règles. */
export const rules = {
  "rules.title": "Règles",
  "rules.lead":
    "Comment les faits sont traités ici dès maintenant, et comment le forum de discussion sera géré une fois ouvert.",
  "rules.facts.title": "Les faits : règles en vigueur",
  "rules.facts.1": "Un fait ne figure ici qu’avec une source publique que chacun peut consulter.",
  "rules.facts.2":
    "Ce qui n’est pas connu est dit inconnu, et ce qui reste à confirmer est indiqué comme tel.",
  "rules.facts.3": "Les résumés sont rédigés avec nos propres mots. Ils décrivent et n’accusent pas.",
  "rules.facts.4":
    "Un rapport engage ses auteurs. Un lien vers lui ne signifie pas que cette plateforme partage ce qu’il dit.",
  "rules.facts.5":
    "Ne sont montrées que les coordonnées qu’une organisation publie elle-même ; jamais celles d’une personne privée.",
  "rules.facts.6": "Figurer dans l’annuaire n’est ni une recommandation ni un certificat.",
  "rules.board.title": "Le forum : une fois ouvert",
  "rules.board.intro":
    "Le forum de discussion n’est pas encore ouvert. Voici les règles prévues ; toute modification avant l’ouverture sera indiquée ici.",
  "rules.board.1":
    "Peuvent participer les membres d’organisations, ainsi que les experts et les journalistes, dont la demande a été acceptée. Personne n’est tenu de donner son vrai nom.",
  "rules.board.2":
    "Chaque fil de discussion est soit public, soit réservé aux membres. On voit lequel des deux avant d’écrire quoi que ce soit.",
  "rules.board.3":
    "Ne mettez personne en danger : pas de données privées d’autrui, rien qui puisse révéler une source ou un lanceur d’alerte.",
  "rules.board.4": "Dites comment vous le savez. Accuser une personne exige une source publique.",
  "rules.board.5": "Ni menaces, ni haine, ni harcèlement, ni publicité, ni propagande de parti.",
  "rules.board.6": "Le désaccord porte sur le sujet, non sur la personne.",
  "rules.board.7":
    "Les membres peuvent signaler un message. Un modérateur de la région décide et motive sa décision, et les deux parties en sont informées.",
  "rules.reporting.title": "Pas un lieu pour dénoncer des faits de corruption",
  "rules.reporting.1":
    "Cette plateforme ne peut ni enquêter sur une affaire ni protéger la personne qui la révèle. L’annuaire recense des organisations qui donnent des conseils juridiques et aident les victimes de la corruption :",
} as const;
