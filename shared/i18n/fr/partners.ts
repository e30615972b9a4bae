/** Textes français des partenaires. */
export const partners = {
  "partners.title": "Partenaires : {region}",
  "partners.lead":
    "Entités des Nations Unies, organismes régionaux, réseaux, initiatives et universités qui travaillent sur la Convention avec la société civile.",
  "partners.count": { one: "{count} partenaire", other: "{count} partenaires" },
  "partners.kinds": "Types de partenaire",
  "partners.alsoIn": "Aussi en :",
  "partners.field.url": "Adresse web",
  "partners.field.language": "Langue du nom et du résumé",
  "partners.kind.un": "Nations Unies",
  "partners.kind.regional-body": "Organismes régionaux",
  "partners.kind.network": "Réseaux",
  "partners.kind.donor": "Donateurs",
  "partners.kind.initiative": "Initiatives",
  "partners.kind.academia": "Universités et recherche",
} as const;
