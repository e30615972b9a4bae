/** Textes français des règles. */
export const rules = {
  "rules.title": "Règles",
  "rules.lead": "Comment les faits sont traités ici, et comment le forum de discussion est tenu.",
  "rules.facts.title": "Les faits",
  "rules.facts.1": "Un fait ne figure ici qu’avec une source publique que chacun peut consulter.",
  "rules.facts.2":
    "Ce qui n’est pas connu est dit inconnu, et ce qui reste à confirmer est indiqué comme tel.",
  "rules.facts.3": "Les résumés sont rédigés avec nos propres mots. Ils décrivent et n’accusent pas.",
  "rules.facts.4":
    "Un rapport engage ses auteurs. Un lien vers lui ne signifie pas que cette plateforme partage ce qu’il dit.",
  "rules.facts.5":
    "Ne sont montrées que les coordonnées qu’une organisation publie elle-même ; jamais celles d’une personne privée.",
  "rules.facts.6": "Figurer dans l’annuaire n’est ni une recommandation ni un certificat.",
  "rules.board.title": "Le forum",
  "rules.board.intro":
    "Ces règles valent dans tous les espaces de la plateforme. Ce que les modérateurs décident figure, sans noms, au journal public de chaque région :",
  "rules.board.1":
    "Peuvent participer les membres d’organisations, ainsi que les experts et les journalistes, dont la demande a été acceptée. Personne n’est tenu de donner son vrai nom.",
  "rules.board.2":
    "Chaque espace est public, réservé aux membres ou à un groupe invité. On voit lequel avant d’écrire quoi que ce soit. Les modérateurs lisent tous les espaces de leur région, puisqu’ils y décident des signalements.",
  "rules.board.3":
    "Ne mettez personne en danger : pas de données privées d’autrui, rien qui puisse révéler une source ou un lanceur d’alerte.",
  "rules.board.4": "Dites comment vous le savez. Accuser une personne exige une source publique.",
  "rules.board.5": "Ni menaces, ni haine, ni harcèlement, ni publicité, ni propagande de parti.",
  "rules.board.6": "Le désaccord porte sur le sujet, non sur la personne.",
  "rules.board.7":
    "Toute personne connectée peut signaler un message qu’elle peut lire. Un modérateur de la région décide et motive sa décision ; l’auteur et ceux qui ont signalé en sont informés par un avis et une lettre. Dans les espaces de toutes les régions, un modérateur de n’importe quelle région décide.",
  "rules.board.8":
    "Un modérateur peut laisser un message, le masquer, fermer un fil, avertir l’auteur, le suspendre de 1 à 90 jours ou l’exclure de l’écriture. Une personne suspendue ou exclue dans une région continue de lire, et n’écrit ni là ni dans les espaces de toutes les régions.",
  "rules.board.9":
    "Chaque décision est susceptible d’un seul recours, dans les 90 jours, de la part de la personne à qui elle est défavorable. Un autre modérateur que celui qui a décidé y répond, d’une autre région s’il n’y en a pas. Si la décision est annulée, ses effets le sont aussi.",
  "rules.board.10":
    "Les deux premiers messages d’un nouveau membre attendent une approbation et, tant que cinq messages n’ont pas été approuvés, aussi ceux qui contiennent des liens vers l’extérieur. Après 90 jours, plus rien n’attend.",
  "rules.board.11":
    "Une personne écrit au plus dix messages en dix minutes et ouvre au plus cinq fils par jour. Le même texte, ou presque, n’est pas accepté dans un second fil pendant une heure. Les modérateurs peuvent ralentir un fil ou un espace. Ce qui est refusé pour un temps n’est pas perdu : le texte reste dans le formulaire.",
  "rules.board.12":
    "Vous pouvez bloquer une personne ou la mettre en sourdine dans votre compte. Elle n’en est pas informée.",
  "rules.reporting.title": "Pas un lieu pour dénoncer des faits de corruption",
  "rules.reporting.1":
    "Cette plateforme ne peut ni enquêter sur une affaire ni protéger la personne qui la révèle. L’annuaire recense des organisations qui donnent des conseils juridiques et aident les victimes de la corruption :",
} as const;
