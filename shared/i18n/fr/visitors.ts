/** Textes français des formulaires ouverts à tous : la vérification, et les brouillons sur l’appareil. */
export const visitors = {
  "visitor.leaveEmpty": "Laissez ce champ vide",
  "visitor.working": "Vérification qu’il ne s’agit pas d’une machine",
  "visitor.sending": "Un instant : votre navigateur termine un court calcul, puis le formulaire est envoyé.",
  "visitor.moment.title": "Un instant",
  "visitor.moment.wait": {
    one: "Tout ce que vous avez saisi est conservé. Patientez {count} seconde, puis appuyez sur le bouton.",
    other:
      "Tout ce que vous avez saisi est conservé. Patientez {count} secondes, puis appuyez sur le bouton.",
  },
  "visitor.moment.why":
    "Cette courte attente empêche des machines d’inonder la plateforme de formulaires. Avec JavaScript activé, il n’y a pas d’attente.",
  "visitor.moment.send": "Envoyer",
  "visitor.wrong":
    "Un champ qui doit rester vide a été rempli, peut-être par votre navigateur. Il a été vidé : veuillez renvoyer le formulaire.",
  "visitor.expired":
    "Le formulaire est resté ouvert trop longtemps ou a déjà été envoyé. Tout ce que vous avez saisi est encore là : veuillez le renvoyer.",
  "draft.kept":
    "Ce que vous saisissez est conservé sur cet appareil jusqu’à l’envoi, afin qu’une coupure ne fasse rien perdre. Toute personne qui utilise cet appareil pourrait le lire.",
  "draft.found": "Un texte d’une visite précédente est conservé sur cet appareil et n’a pas été envoyé.",
  "draft.restore": "Le remettre dans le formulaire",
  "draft.forget": "Oublier ce brouillon",
  "draft.forgotten": "Le brouillon a été retiré de cet appareil.",
} as const;
