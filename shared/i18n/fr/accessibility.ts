/** Textes français de la déclaration d’accessibilité. */
export const accessibility = {
  "accessibility.title": "Déclaration d’accessibilité",
  "accessibility.lead":
    "Chacun doit pouvoir utiliser cette plateforme. Elle vise le niveau AA des Règles pour l’accessibilité des contenus Web (WCAG) 2.2.",
  "accessibility.status.title": "Où elle en est",
  "accessibility.status.1":
    "Elle a été évaluée par l’équipe qui la construit, non par des experts indépendants, et pas encore avec des personnes qui utilisent chaque jour une technologie d’assistance. Il n’est donc pas affirmé que chaque exigence est satisfaite.",
  "accessibility.status.date": "Cette déclaration a été rédigée le :",
  "accessibility.checked.title": "Ce qui est vérifié",
  "accessibility.checked.1":
    "Un contrôle automatique (axe-core) des pages dans chaque langue, en couleurs claires et sombres. Aucun défaut n’est accepté.",
  "accessibility.checked.2": "L’usage au clavier seul, avec un repère de sélection toujours visible.",
  "accessibility.checked.3":
    "Des pages larges de 320 pixels, soit aussi un agrandissement de 400 %, sans défilement latéral.",
  "accessibility.checked.4": "L’usage sans JavaScript.",
  "accessibility.checked.5":
    "L’arabe de droite à gauche, les noms en d’autres écritures restant distincts ; les textes dans une autre langue que la page portent l’indication de leur langue.",
  "accessibility.checked.6":
    "Un état n’est jamais montré par la seule couleur, et les mouvements sont supprimés si l’appareil le demande.",
  "accessibility.limits.title": "Limites connues",
  "accessibility.limits.1":
    "Cartes : ce que montre une carte figure à côté ou au-dessous sous forme de tableau ou de liste, ce qui convient mieux à un lecteur d’écran. La carte interactive exige JavaScript ; rien n’est montré sur elle seule.",
  "accessibility.limits.2":
    "Les documents et les pages de tiers, auxquels mènent les sources et les ressources, ne sont pas toujours accessibles. Beaucoup sont des fichiers PDF.",
  "accessibility.limits.3":
    "Les titres et les résumés sont souvent en anglais seulement. La langue des noms d’organisations n’est pas toujours indiquée, de sorte qu’un lecteur d’écran peut mal les prononcer.",
  "accessibility.limits.4": "Il n’existe de version ni en langage simplifié ni en langue des signes.",
  "accessibility.report.title": "Signaler un obstacle",
  "accessibility.report.1":
    "Indiquez la page, ce que vous vouliez faire, et avec quel appareil ou quel programme :",
  "accessibility.report.none":
    "Il n’y a encore pour cela ni formulaire ni adresse publiée. Cette page en nommera une dès qu’elle existera.",
} as const;
