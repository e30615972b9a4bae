-- The search index in partitions, each a quarter of the next, read from the smallest on.
CREATE FUNCTION search_tier(kind text, ref text) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (CASE
    WHEN hashtext(kind || ' ' || ref) & 255 = 0 THEN 4
    WHEN hashtext(kind || ' ' || ref) & 63 = 0 THEN 3
    WHEN hashtext(kind || ' ' || ref) & 15 = 0 THEN 2
    WHEN hashtext(kind || ' ' || ref) & 3 = 0 THEN 1
    ELSE 0
  END)::smallint
$$;
--> statement-breakpoint
DROP FUNCTION search_candidates(tsquery, tsquery, tsquery, text, integer);
--> statement-breakpoint
ALTER TABLE search_documents RENAME TO search_documents_before;
--> statement-breakpoint
CREATE TABLE search_documents (
  kind text NOT NULL,
  ref text NOT NULL,
  tier smallint NOT NULL,
  name text COLLATE "C" NOT NULL,
  tags text[] NOT NULL,
  words tsvector NOT NULL,
  CONSTRAINT search_documents_kind_ref_tier_pk PRIMARY KEY (kind, ref, tier)
) PARTITION BY LIST (tier);
--> statement-breakpoint
DO $$
BEGIN
  FOR tier IN 0..4 LOOP
    EXECUTE format('CREATE TABLE search_documents_%s PARTITION OF search_documents FOR VALUES IN (%s)', tier, tier);
  END LOOP;
END $$;
--> statement-breakpoint
INSERT INTO search_documents
  SELECT kind, ref, search_tier(kind, ref), name,
    array(SELECT substr(lexeme, 2) FROM unnest(words) WHERE lexeme LIKE '=%'), words
  FROM search_documents_before;
--> statement-breakpoint
DROP TABLE search_documents_before;
--> statement-breakpoint
CREATE INDEX search_documents_words ON search_documents USING gin (words);
--> statement-breakpoint
CREATE INDEX search_documents_name ON search_documents (name);
--> statement-breakpoint
-- A CSO that is hidden or removed is found no more, whoever hid it.
CREATE FUNCTION drop_hidden_organisations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_documents AS d USING gone
  WHERE d.kind = 'organisations' AND d.ref = gone.id::text AND d.tier = search_tier('organisations', gone.id::text)
    AND (TG_OP = 'DELETE' OR gone.status = 'hidden');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER found_updated AFTER UPDATE ON organisations REFERENCING NEW TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION drop_hidden_organisations();
--> statement-breakpoint
CREATE TRIGGER found_deleted AFTER DELETE ON organisations REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION drop_hidden_organisations();
--> statement-breakpoint
-- So many among a 64th, or a 16th, of all documents hardly ever stand for 1,000 or fewer (once in ten million searches).
CREATE FUNCTION surely_many(found integer, share integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS
  'SELECT found > CASE share WHEN 64 THEN 40 ELSE 110 END';
--> statement-breakpoint
/*
Documents of the wanted words and tags, and their tags: the small tiers first, and the others only where those hold too
few to be sure that there are more than 1,000, or where `deep` asks for `most` in any case.
*/
CREATE FUNCTION search_found(wanted tsquery, most integer, deep boolean) RETURNS TABLE (ref text, tags text[])
LANGUAGE plpgsql STABLE ROWS 1000 SET enable_seqscan = off SET jit = off AS $$
DECLARE
  found integer;
BEGIN
  RETURN QUERY
    SELECT d.ref, d.tags FROM search_documents AS d WHERE d.tier = 4 AND d.words @@ wanted
    UNION ALL SELECT d.ref, d.tags FROM search_documents AS d WHERE d.tier = 3 AND d.words @@ wanted
    UNION ALL SELECT d.ref, d.tags FROM search_documents AS d WHERE d.tier = 2 AND d.words @@ wanted
    LIMIT most;
  GET DIAGNOSTICS found = ROW_COUNT;
  IF found < most AND (deep OR NOT surely_many(found, 16)) THEN
    RETURN QUERY
      SELECT d.ref, d.tags FROM search_documents AS d WHERE d.tier = 1 AND d.words @@ wanted
      UNION ALL SELECT d.ref, d.tags FROM search_documents AS d WHERE d.tier = 0 AND d.words @@ wanted
      LIMIT most - found;
  END IF;
END $$;
--> statement-breakpoint
/*
The documents that a search may show, at most `most`, to be read by score, tier and ref; some stand twice, their highest
score counts. Few are all scored by their words. Of many those are that have the words in their names, and the rest
follows without a score, since more than some pages of hits nobody reads. Where there are more than 1,000, only those of
the small tiers are given, which come first, and a row without a ref says so; `deep` asks for the others too.
*/
CREATE FUNCTION search_candidates(
  wanted tsquery, in_names tsquery, ranked tsquery, phrase text, most integer, deep boolean
) RETURNS TABLE (ref text, tier smallint, score real)
LANGUAGE plpgsql STABLE ROWS 1000 SET enable_seqscan = off SET jit = off AS $$
DECLARE
  weights constant real[] := '{0.05, 0.1, 0.4, 1}';
  few constant integer := 200;
  named constant integer := 25;
  begun constant integer := 5;
  kinds text[] := '{}';
  refs text[] := '{}';
  tiers smallint[] := '{}';
  more_kinds text[];
  more_refs text[];
  more_tiers smallint[];
BEGIN
  SELECT array_agg(c.kind), array_agg(c.ref), array_agg(c.tier) INTO more_kinds, more_refs, more_tiers FROM (
    SELECT d.kind, d.ref, d.tier FROM search_documents AS d WHERE d.tier = 4 AND d.words @@ wanted
    UNION ALL SELECT d.kind, d.ref, d.tier FROM search_documents AS d WHERE d.tier = 3 AND d.words @@ wanted
    LIMIT most
  ) AS c;
  kinds := kinds || more_kinds;
  refs := refs || more_refs;
  tiers := tiers || more_tiers;
  IF deep OR NOT surely_many(cardinality(refs), 64) THEN
    SELECT array_agg(c.kind), array_agg(c.ref), array_agg(c.tier) INTO more_kinds, more_refs, more_tiers FROM (
      SELECT d.kind, d.ref, d.tier FROM search_documents AS d WHERE d.tier = 2 AND d.words @@ wanted
      LIMIT most - cardinality(refs)
    ) AS c;
    kinds := kinds || more_kinds;
    refs := refs || more_refs;
    tiers := tiers || more_tiers;
  END IF;
  IF NOT deep AND surely_many(cardinality(refs), CASE WHEN 2 = ANY(tiers) THEN 16 ELSE 64 END) THEN
    RETURN QUERY SELECT NULL::text, NULL::smallint, NULL::real;
  ELSE
    SELECT array_agg(c.kind), array_agg(c.ref), array_agg(c.tier) INTO more_kinds, more_refs, more_tiers FROM (
      SELECT d.kind, d.ref, d.tier FROM search_documents AS d WHERE d.tier = 1 AND d.words @@ wanted
      UNION ALL SELECT d.kind, d.ref, d.tier FROM search_documents AS d WHERE d.tier = 0 AND d.words @@ wanted
      LIMIT most - cardinality(refs)
    ) AS c;
    kinds := kinds || more_kinds;
    refs := refs || more_refs;
    tiers := tiers || more_tiers;
    IF cardinality(refs) <= few THEN
      RETURN QUERY
        SELECT d.ref, d.tier, (ts_rank(weights, d.words, ranked) + CASE WHEN d.words @@ in_names THEN 1 ELSE 0 END
          + CASE WHEN d.name = phrase THEN 4 WHEN starts_with(d.name, phrase) THEN 1 ELSE 0 END)::real
        FROM unnest(kinds, refs, tiers) AS c(kind, ref, tier)
        JOIN search_documents AS d ON d.kind = c.kind AND d.ref = c.ref AND d.tier = c.tier;
      RETURN;
    END IF;
  END IF;
  RETURN QUERY SELECT c.ref, c.tier, 0::real FROM unnest(refs, tiers) AS c(ref, tier);
  RETURN QUERY
    SELECT c.ref, c.tier, (1 + ts_rank(weights, c.words, ranked)
      + CASE WHEN c.name = phrase THEN 4 WHEN starts_with(c.name, phrase) THEN 1 ELSE 0 END)::real
    FROM (
      SELECT d.ref, d.tier, d.name, d.words FROM search_documents AS d WHERE d.tier = 4 AND d.words @@ in_names
      UNION ALL SELECT d.ref, d.tier, d.name, d.words FROM search_documents AS d WHERE d.tier = 3 AND d.words @@ in_names
      UNION ALL SELECT d.ref, d.tier, d.name, d.words FROM search_documents AS d WHERE d.tier = 2 AND d.words @@ in_names
      UNION ALL SELECT d.ref, d.tier, d.name, d.words FROM search_documents AS d WHERE d.tier = 1 AND d.words @@ in_names
      UNION ALL SELECT d.ref, d.tier, d.name, d.words FROM search_documents AS d WHERE d.tier = 0 AND d.words @@ in_names
      LIMIT named
    ) AS c;
  RETURN QUERY
    SELECT c.ref, c.tier, CASE WHEN c.name = phrase THEN 6 ELSE 2 END::real
    FROM (
      SELECT d.ref, d.tier, d.name, d.words FROM search_documents AS d
      WHERE d.name >= phrase AND d.name < phrase || chr(1114111) ORDER BY d.name LIMIT begun
    ) AS c WHERE c.words @@ wanted;
END $$;
