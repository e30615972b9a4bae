/** French texts of the desk's queue: its pages, what waits in it, and the weekly letter. */
export const queue = {
  "desk.nav.queue": "En attente",
  "desk.nav.applications": "Demandes",
  "desk.nav.corrections": "Corrections",
  "desk.nav.flags": "Signalements",
  "desk.nav.news": "Actualités",
  "desk.nav.events": "Événements",
  "desk.nav.resources": "Ressources",
  "desk.nav.partners": "Partenaires",
  "desk.nav.reviews": "Données d’examen",
  "desk.nav.feeds": "Flux",
  "desk.nav.import": "Importation",
  "desk.nav.people": "Personnes",
  "desk.nav.audit": "Journal d’audit",
} as const;
