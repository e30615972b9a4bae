-- Prefixes are read from these indexes whatever the database's locale.
ALTER TABLE search_words ALTER COLUMN word TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE search_documents ALTER COLUMN name TYPE text COLLATE "C";
--> statement-breakpoint
-- What an organisation is listed under in the directory.
CREATE FUNCTION facets_of(organisation organisations) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array(SELECT DISTINCT 'specialization:' || slug FROM unnest(organisation.specializations) AS slug)
    || CASE WHEN organisation.languages = '{}' THEN ARRAY['language:not-stated']
       ELSE array(SELECT DISTINCT 'language:' || tag FROM unnest(organisation.languages) AS tag) END
    || CASE organisation.uncac_coalition_member WHEN true THEN 'member:yes' WHEN false THEN 'member:no'
       ELSE 'member:not-stated' END
$$;
--> statement-breakpoint
CREATE FUNCTION facet_rows(organisation organisations) RETURNS SETOF organisation_facets
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT facet, organisation.region, organisation.iso2, organisation.name, organisation.id
  FROM unnest(facets_of(organisation)) AS facet WHERE organisation.status <> 'hidden'
$$;
--> statement-breakpoint
-- Writes only what differs, so that a change of a phone number leaves the facets alone.
CREATE FUNCTION keep_organisation_facets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO organisation_facets
      SELECT f.* FROM new_rows AS o CROSS JOIN LATERAL facet_rows(ROW(o.*)::organisations) AS f
      ORDER BY f.facet, f.region, f.name COLLATE "und-x-icu";
  ELSIF TG_OP = 'DELETE' THEN
    DELETE FROM organisation_facets AS kept USING old_rows AS o, facet_rows(ROW(o.*)::organisations) AS f
    WHERE kept.facet = f.facet AND kept.iso2 = f.iso2 AND kept.name COLLATE "und-x-icu" = f.name
      AND kept.organisation_id = f.organisation_id;
  ELSE
    DELETE FROM organisation_facets AS kept USING (
      SELECT f.* FROM old_rows AS o CROSS JOIN LATERAL facet_rows(ROW(o.*)::organisations) AS f
      EXCEPT SELECT f.* FROM new_rows AS o CROSS JOIN LATERAL facet_rows(ROW(o.*)::organisations) AS f
    ) AS f
    WHERE kept.facet = f.facet AND kept.iso2 = f.iso2 AND kept.name COLLATE "und-x-icu" = f.name
      AND kept.organisation_id = f.organisation_id;
    INSERT INTO organisation_facets
      SELECT f.* FROM new_rows AS o CROSS JOIN LATERAL facet_rows(ROW(o.*)::organisations) AS f
      EXCEPT SELECT f.* FROM old_rows AS o CROSS JOIN LATERAL facet_rows(ROW(o.*)::organisations) AS f;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER facets_inserted AFTER INSERT ON organisations REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_organisation_facets();
--> statement-breakpoint
CREATE TRIGGER facets_updated AFTER UPDATE ON organisations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_organisation_facets();
--> statement-breakpoint
CREATE TRIGGER facets_deleted AFTER DELETE ON organisations REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_organisation_facets();
--> statement-breakpoint
/*
The documents that a search may show, each with its score: at most `most` that have all wanted words, and where there
are more than that, also those that have them in their names. Small tiers are read first and the others only while
there are too few, so that a word of every document costs no more than a rare one. Candidates may stand twice.
*/
CREATE FUNCTION search_candidates(wanted tsquery, in_names tsquery, ranked tsquery, phrase text, most integer)
RETURNS TABLE (kind text, ref text, score real)
LANGUAGE plpgsql STABLE ROWS 100 SET enable_seqscan = off SET jit = off AS $$
DECLARE
  weights constant real[] := '{0.05, 0.1, 0.4, 1}';
  -- More than these, and the first pages of hits would not show the difference.
  named constant integer := 200;
  found integer;
BEGIN
  RETURN QUERY
    SELECT c.kind, c.ref, (ts_rank(weights, c.words, ranked)
      + CASE WHEN c.words @@ in_names THEN 1 ELSE 0 END
      + CASE WHEN phrase = '' THEN 0 WHEN c.name = phrase THEN 4 WHEN starts_with(c.name, phrase) THEN 1 ELSE 0 END)::real
    FROM (
      SELECT d.kind, d.ref, d.words, d.name FROM search_documents AS d WHERE d.tier = 2 AND d.words @@ wanted
      UNION ALL
      SELECT d.kind, d.ref, d.words, d.name FROM search_documents AS d WHERE d.tier = 1 AND d.words @@ wanted
      UNION ALL
      SELECT d.kind, d.ref, d.words, d.name FROM search_documents AS d WHERE d.tier = 0 AND d.words @@ wanted
      LIMIT most
    ) AS c;
  GET DIAGNOSTICS found = ROW_COUNT;
  IF found < most OR phrase = '' THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT c.kind, c.ref,
      (ts_rank(weights, c.words, ranked) + 1 + CASE WHEN starts_with(c.name, phrase) THEN 1 ELSE 0 END)::real
    FROM (
      SELECT d.kind, d.ref, d.words, d.name FROM search_documents AS d WHERE d.tier = 2 AND d.words @@ in_names
      UNION ALL
      SELECT d.kind, d.ref, d.words, d.name FROM search_documents AS d WHERE d.tier = 1 AND d.words @@ in_names
      UNION ALL
      SELECT d.kind, d.ref, d.words, d.name FROM search_documents AS d WHERE d.tier = 0 AND d.words @@ in_names
      LIMIT named
    ) AS c;
  RETURN QUERY
    SELECT d.kind, d.ref, (ts_rank(weights, d.words, ranked) + 1 + CASE WHEN d.name = phrase THEN 4 ELSE 1 END)::real
    FROM search_documents AS d
    WHERE d.name >= phrase AND d.name < phrase || chr(1114111) AND d.words @@ in_names
    ORDER BY d.name LIMIT 100;
END $$;
