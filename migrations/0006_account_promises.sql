-- Promises that no writer can forget: versions rise, changes are recorded, the audit log only grows.
DO $$
DECLARE name_of text;
BEGIN
  FOREACH name_of IN ARRAY ARRAY['people', 'memberships', 'applications', 'corrections'] LOOP
    EXECUTE format('CREATE TRIGGER raise_version BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION raise_version()', name_of);
  END LOOP;
  FOREACH name_of IN ARRAY ARRAY['applications', 'corrections', 'revisions', 'files'] LOOP
    EXECUTE format('CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION record_change(%L)', name_of, name_of);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE roles ADD CONSTRAINT roles_known CHECK (
  (role = 'steward' AND region IS NULL) OR (role IN ('moderator', 'curator', 'admin') AND region IS NOT NULL));
--> statement-breakpoint
ALTER TABLE memberships ADD CONSTRAINT memberships_known CHECK (role IN ('owner', 'editor', 'poster'));
--> statement-breakpoint
-- What was done is never undone by writing over it: the log takes new rows only.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% takes new rows only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
