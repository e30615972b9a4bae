/** Textes français de la gestion des rubriques. */
export const boardKeeping = {
  "board.keeping.lead":
    "Ici on crée et on ordonne les rubriques. Une rubrique n’est jamais supprimée ; elle peut être fermée.",
  "board.keeping.new": "Créer une rubrique",
  "board.keeping.save": "Enregistrer la rubrique",
  "board.keeping.name": "Nom",
  "board.keeping.purpose": "À quoi elle sert",
  "board.keeping.visibility": "Qui la lit",
  "board.keeping.narrowOnly":
    "Dès que quelqu’un y a écrit, une rubrique ne peut qu’être restreinte : ce qui a été écrit pour quelques-uns n’est jamais montré à d’autres.",
  "board.keeping.starters": "Qui lance des fils",
  "board.keeping.starters.members": "Toute personne qui peut y écrire",
  "board.keeping.starters.moderators": "Les modérateurs seulement ; les membres répondent",
  "board.keeping.slow": "Rythme",
  "board.keeping.slowHint":
    "Le temps d’attente entre deux messages d’une personne, quand le débat s’échauffe.",
  "board.keeping.slow.0": "pas d’attente",
  "board.keeping.slow.30": "une demi-minute",
  "board.keeping.slow.300": "cinq minutes",
  "board.keeping.slow.3600": "une heure",
  "board.keeping.position": "Place dans l’ordre",
  "board.keeping.positionHint": "Un nombre de 0 à 99 ; les plus petits viennent d’abord.",
  "board.keeping.everywhere": "Une rubrique de toutes les régions",
  "board.keeping.stewards":
    "Les rubriques de toutes les régions sont créées par les responsables de la plateforme.",
  "board.keeping.closed": "Fermée : on peut la lire, plus rien n’y est écrit",
  "board.keeping.group": "Qui est dans le groupe",
  "board.keeping.groupOf": "Groupe : {board}",
  "board.keeping.groupLead": "Toute personne retirée n’y lit plus rien, dès cet instant.",
  "board.keeping.groupEmpty": "Personne n’est encore dans ce groupe.",
  "board.keeping.noGroup":
    "Cette rubrique n’est pas celle d’un groupe pour le moment : la liste ci-dessous n’a pas d’effet.",
  "board.keeping.hiddenCso": "une organisation qui se cache",
  "board.keeping.remove": "Retirer {name}",
  "board.keeping.invite": "Inviter",
  "board.keeping.inviteButton": "Ajouter au groupe",
  "board.keeping.who": "Personne ou organisation",
  "board.keeping.whoHint":
    "Un pseudonyme, ou la dernière partie de l’adresse d’une organisation ici. D’une organisation, tous les membres en sont.",
  "board.keeping.nobody":
    "Il n’y a pas de telle personne, ni d’organisation de ce nom tenue par des membres.",
  "done.boardMade": "La rubrique est créée.",
  "done.boardKept": "La rubrique est enregistrée.",
  "done.groupChanged": "Le groupe est modifié.",
  "audit.board.made": "a créé une rubrique",
  "audit.board.changed": "a modifié une rubrique",
  "audit.board.invited": "a ajouté à un groupe",
  "audit.board.removed": "a retiré d’un groupe",
  "audit.kind.board": "rubrique",
} as const;
