/** English texts of the partners room. */
export const partners = {
  "partners.title": "Partners: {region}",
  "partners.lead":
    "United Nations entities, regional bodies, networks, initiatives and universities that work on the Convention with civil society.",
  "partners.count": { one: "{count} partner", other: "{count} partners" },
  "partners.kinds": "Kinds of partner",
  "partners.alsoIn": "Also in:",
  "partners.field.url": "Web address",
  "partners.field.language": "Language of name and summary",
  "partners.kind.un": "United Nations",
  "partners.kind.regional-body": "Regional bodies",
  "partners.kind.network": "Networks",
  "partners.kind.donor": "Donors",
  "partners.kind.initiative": "Initiatives",
  "partners.kind.academia": "Universities and research",
} as const;
