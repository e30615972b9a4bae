-- Promises that no writer can forget: versions rise, changes are recorded, counts are kept.
CREATE FUNCTION raise_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  NEW.updated_at := now();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO changes (room) VALUES (TG_ARGV[0]);
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE room_of record;
BEGIN
  FOR room_of IN SELECT * FROM (VALUES
    ('regions', 'regions'), ('countries', 'countries'), ('reviews', 'countries'), ('review_documents', 'countries'),
    ('parallel_reports', 'countries'), ('commitments', 'countries'), ('organisations', 'organisations'),
    ('activities', 'organisations'), ('articles', 'news'), ('events', 'events'), ('resources', 'resources'),
    ('guides', 'resources'), ('partners', 'partners')) AS t(table_name, room)
  LOOP
    EXECUTE format('CREATE TRIGGER raise_version BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION raise_version()',
      room_of.table_name);
    EXECUTE format('CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION record_change(%L)', room_of.table_name, room_of.room);
  END LOOP;
END $$;
--> statement-breakpoint
-- Adds changed organisations to the counts, once for each combination of one value per facet.
CREATE FUNCTION keep_organisation_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  add_rows constant text := $sql$
    INSERT INTO organisation_counts AS kept (region, iso2, specialization, language, member, count)
    SELECT o.region, place, subject, tongue, membership, $1 * count(*)
    FROM %I AS o,
      unnest(ARRAY['*', o.iso2]) AS place,
      unnest(array_prepend('*', o.specializations)) AS subject,
      unnest(array_prepend('*', CASE WHEN o.languages = '{}' THEN ARRAY['not-stated'] ELSE o.languages END)) AS tongue,
      unnest(ARRAY['*', CASE o.uncac_coalition_member WHEN true THEN 'yes' WHEN false THEN 'no' ELSE 'not-stated' END])
        AS membership
    WHERE o.status <> 'hidden'
    GROUP BY 1, 2, 3, 4, 5
    ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (region, iso2, specialization, language, member) DO UPDATE SET count = kept.count + excluded.count
  $sql$;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    EXECUTE format(add_rows, 'old_rows') USING -1;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    EXECUTE format(add_rows, 'new_rows') USING 1;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_inserted AFTER INSERT ON organisations REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_organisation_counts();
--> statement-breakpoint
CREATE TRIGGER count_updated AFTER UPDATE ON organisations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_organisation_counts();
--> statement-breakpoint
CREATE TRIGGER count_deleted AFTER DELETE ON organisations REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_organisation_counts();
