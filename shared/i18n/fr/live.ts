/** Textes français de ce qui arrive de soi-même : messages, fils, notifications, personnes présentes. */
export const live = {
  "live.new": { one: "{count} nouvelle réponse", other: "{count} nouvelles réponses" },
  "live.away": "Pour l’instant, les nouveaux messages n’arrivent pas d’eux-mêmes.",
  "live.newer": "Chercher des messages plus récents",
  "live.locked":
    "Ce fil de discussion a été verrouillé entre-temps. Ce que vous avez écrit n’est pas perdu : gardez-le comme brouillon.",
  "live.gone": "Ce fil de discussion a été déplacé ou retiré entre-temps.",
  "live.again": "Charger de nouveau",
  "live.news": { one: "{count} fil a du nouveau", other: "{count} fils ont du nouveau" },
  "live.typing": "{handle} est en train d’écrire…",
  "live.present": "Ici en ce moment : {handles}",
  "live.deleted": "Le message {number} a été supprimé ou masqué.",
  "bell.title": "Notifications",
  "bell.unread": { one: "{count} notification non lue", other: "{count} notifications non lues" },
} as const;
