/** Textes français des brouillons, de ce qui attend le réseau, et de la déconnexion. */
export const drafts = {
  "drafts.title": "Vos brouillons",
  "drafts.lead":
    "Ce que vous avez écrit pour le forum ou à un bureau sans l’envoyer encore. Vous seul le voyez.",
  "drafts.none": "Vous n’avez aucun brouillon.",
  "drafts.reply": "Réponse dans « {title} »",
  "drafts.newThread": "Nouveau fil dans {board}",
  "drafts.gone": "Un texte pour un endroit que vous ne pouvez plus lire",
  "drafts.queued": "attend d’être envoyé",
  "drafts.show": "Afficher le texte",
  "drafts.goOn": "Continuer à écrire",
  "drafts.drop": "Jeter",
  "drafts.keep": "Garder comme brouillon",
  "drafts.kept": "Brouillon gardé.",
  "drafts.keptHere":
    "Brouillon gardé sur cet appareil. Il rejoindra la plateforme quand le réseau sera de retour.",
  "drafts.found": "Vous aviez commencé à écrire ici, sans l’envoyer.",
  "drafts.restore": "Le mettre dans le formulaire",
  "drafts.restored": "Votre brouillon est dans le formulaire.",
  "drafts.dropped": "Le brouillon a été jeté.",
  "drafts.copied":
    "Ce brouillon a été modifié ailleurs entre-temps. Les deux sont gardés : voyez vos brouillons.",
  "done.draft-kept": "Le brouillon a été gardé.",
  "done.draft-empty": "Il n’y avait aucun texte à garder.",
  "done.draft-dropped": "Le brouillon a été jeté.",
  "outbox.waits":
    "Attend le réseau. L’envoi se fait tout seul, une seule fois, même si vous fermez cette page et revenez plus tard.",
  "outbox.later": "Attend de pouvoir être envoyé : il y a ici une pause entre deux messages.",
  "outbox.signIn": "Attend que vous vous connectiez de nouveau.",
  "outbox.cancel": "Ne pas envoyer",
  "outbox.cancelled": "Rien n’est envoyé. Le texte est de nouveau dans le formulaire.",
  "outbox.sent": "Votre réponse a été publiée.",
  "outbox.refused.locked":
    "Non publié : le fil de discussion a été verrouillé entre-temps. Le texte est gardé comme brouillon.",
  "outbox.refused.suspended":
    "Non publié : les modérateurs ont décidé que vous ne pouvez pas écrire pour l’instant. Le texte est gardé comme brouillon.",
  "outbox.refused.invalid": "Non publié : le texte est trop long ou incomplet. Il est gardé comme brouillon.",
  "outbox.refused.other": "Non publié : cela ne vous est plus ouvert. Le texte est gardé comme brouillon.",
  "signOut.sending": "Ce que vous avez écrit est d’abord envoyé à la plateforme.",
  "signOut.ask":
    "Ce que vous avez écrit sur cet appareil n’a pas pu être envoyé à la plateforme : il n’y a pas de réseau. Si vous vous déconnectez maintenant, ce sera perdu.",
  "signOut.stay": "Rester connecté",
  "signOut.lose": "Se déconnecter et le perdre",
  "signOut.cleared":
    "Ce que vous avez écrit n’est plus sur cet appareil. La déconnexion elle-même a besoin du réseau : réessayez quand il sera de retour.",
} as const;
