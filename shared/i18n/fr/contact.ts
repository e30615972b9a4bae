/** Textes français pour écrire à une OSC. */
export const contact = {
  "contact.link": "Écrire à cette organisation",
  "contact.title": "Écrire à {name}",
  "contact.description": "Votre message est transmis par courriel ; l’organisation vous répond directement.",
  "contact.what":
    "Votre message est transmis par courriel. Vous ne voyez pas l’adresse de l’organisation ; elle voit la vôtre pour pouvoir vous répondre.",
  "contact.name": "Votre nom",
  "contact.nameHint": "Seulement si vous voulez le donner.",
  "contact.email": "Votre adresse électronique",
  "contact.emailHint": "La réponse y sera envoyée.",
  "contact.message": "Votre message",
  "contact.submit": "Envoyer",
  "contact.privacy":
    "La plateforme ne conserve ni votre message ni votre adresse une fois l’envoi fait. Le courriel n’est pas secret : n’écrivez rien qui puisse mettre quelqu’un en danger.",
  "contact.none":
    "La plateforme ne connaît aucune adresse électronique de cette organisation et ne peut donc pas transmettre de message.",
  "contact.full":
    "Cette organisation a reçu aujourd’hui autant de messages qu’elle peut en recevoir. Veuillez réessayer demain.",
  "contact.letter.subject": "Un message transmis par la plateforme",
  "contact.letter.lead":
    "Quelqu’un vous a écrit ceci sur {host}. La plateforme n’a pas vérifié de qui il s’agit.",
  "contact.letter.from": "Nom indiqué : {name}",
  "contact.letter.answer":
    "Si vous répondez à ce message, votre réponse va à cette personne et montre votre adresse.",
  "done.contact": "Votre message a été transmis.",
};
