/** Textes français de l’inscription à un événement. */
export const registrations = {
  "registrations.title": "S’inscrire",
  "registrations.description":
    "S’inscrire à un événement. Aucun compte n’est nécessaire, et n’importe quel nom convient.",
  "registrations.name": "Nom",
  "registrations.nameHint": "N’importe quel nom convient : celui sous lequel vous souhaitez y être appelé.",
  "registrations.email": "Votre adresse électronique",
  "registrations.emailHint":
    "Nous y envoyons un lien. L’inscription ne compte qu’une fois que vous l’avez ouvert et confirmé.",
  "registrations.byAccount": "Les courriels vont à l’adresse de votre compte : {address}",
  "registrations.organisation": "Organisation",
  "registrations.note": "Message aux organisateurs",
  "registrations.noteHint":
    "Ce dont vous avez besoin pour participer : accès, interprétation, repas. N’écrivez rien qui puisse vous nuire.",
  "registrations.privacy": {
    one: "Seuls les responsables éditoriaux de cette région voient qui s’est inscrit. Tout est supprimé {count} jour après l’événement, ou aussitôt si vous annulez votre inscription.",
    other:
      "Seuls les responsables éditoriaux de cette région voient qui s’est inscrit. Tout est supprimé {count} jours après l’événement, ou aussitôt si vous annulez votre inscription.",
  },
  "registrations.error.closed": "Il n’est plus possible de s’inscrire à cet événement.",
  "registrations.confirm.submit": "Confirmer mon inscription",
  "registrations.confirm.ended": "Ce lien a expiré ou a déjà servi, ou l’événement a commencé.",
  "registrations.own.title": "Votre inscription",
  "registrations.own.none":
    "Il n’y a pas d’inscription ici, ou elle a déjà été annulée. Rien n’en est conservé.",
  "registrations.own.ending":
    "Si vous ne pouvez pas venir, merci d’annuler votre inscription : votre place ira à une personne qui attend. Rien n’en est conservé.",
  "registrations.own.end": "Annuler mon inscription",
  "registrations.state.confirmed": "a une place",
  "registrations.state.waiting": "liste d’attente",
  "registrations.list.title": "Inscriptions : {title}",
  "registrations.list.lead":
    "Visible uniquement par les responsables éditoriaux de cette région. Chaque consultation de cette liste est inscrite au journal d’audit.",
  "registrations.list.link": "Inscriptions",
  "registrations.list.confirmed": {
    one: "{count} personne a une place.",
    other: "{count} personnes ont une place.",
  },
  "registrations.list.capacity": { one: "Il y a {count} place.", other: "Il y a {count} places." },
  "registrations.list.waiting": { one: "{count} personne attend.", other: "{count} personnes attendent." },
  "registrations.list.none": "Personne ne s’est encore inscrit.",
  "registrations.list.csv": "Télécharger en CSV",
  "registrations.list.remove": "Retirer : {name}",
  "registrations.list.name": "Nom",
  "registrations.list.organisation": "Organisation",
  "registrations.list.email": "Adresse électronique",
  "registrations.list.note": "Message",
  "registrations.list.state": "État",
  "registrations.list.registeredAt": "Inscrit le (UTC)",
  "registrations.list.language": "Langue",
  "registrations.letter.subject": "Votre inscription",
  "registrations.letter.tellingSubject": "Inscription : {title}",
  "registrations.letter.asked":
    "Quelqu’un, sans doute vous, a demandé à inscrire cette adresse à « {title} ». Si ce n’était pas vous, ignorez ce message : rien d’autre ne sera envoyé.",
  "registrations.letter.once": {
    one: "Le lien fonctionne une fois et expire après {count} heure.",
    other: "Le lien fonctionne une fois et expire après {count} heures.",
  },
  "registrations.letter.known":
    "Quelqu’un, sans doute vous, a demandé à inscrire cette adresse à « {title} ». Elle est déjà inscrite, et rien n’a changé.",
  "registrations.letter.confirmed":
    "Votre inscription à « {title} » est enregistrée, et vous avez une place.",
  "registrations.letter.waiting":
    "Toutes les places de « {title} » sont prises pour le moment. Vous êtes sur la liste d’attente, et nous vous écrirons dès qu’une place se libère.",
  "registrations.letter.movedUp": "Une place s’est libérée : vous avez maintenant une place à « {title} ».",
  "registrations.letter.reminder": "« {title} » commence bientôt, et vous avez une place.",
  "registrations.letter.changed":
    "La date ou le lieu de « {title} » a changé. Votre inscription reste telle quelle.",
  "registrations.letter.cancelled":
    "« {title} » a été retiré, et votre inscription prend fin. Rien n’en est conservé.",
  "registrations.letter.removed":
    "Les organisateurs ont mis fin à votre inscription à « {title} ». Rien n’en est conservé.",
  "registrations.letter.when": "Date : {when}",
  "registrations.letter.where": "Lieu : {where}",
  "registrations.letter.end":
    "Si vous ne pouvez pas venir, merci d’y annuler votre inscription : votre place ira à une personne qui attend.",
  "registrations.letter.show": "Votre inscription",
  "done.registrationAsked":
    "Nous vous avons envoyé un courriel : ouvrez le lien qu’il contient pour confirmer votre inscription.",
  "done.registrationConfirmed":
    "Votre inscription est enregistrée, et vous avez une place. Un courriel vous le confirme.",
  "done.registrationWaiting":
    "Vous êtes sur la liste d’attente. Nous vous écrirons dès qu’une place se libère.",
  "done.registrationEnded": "L’inscription est annulée, et rien n’en est conservé.",
  "done.registrationRemoved": "L’inscription est retirée, et la personne en est informée.",
  "audit.registrations.read": "a consulté les inscriptions à un événement",
  "audit.registration.removed": "a retiré une inscription",
};
