CREATE TABLE "audit_head" (
	"single" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"row_id" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE audit_head ADD CONSTRAINT audit_head_one CHECK (single);
--> statement-breakpoint
INSERT INTO audit_head (row_id, hash) VALUES (0, '');
--> statement-breakpoint
-- A new row goes to the end, follows the last one, and becomes the end itself: whoever writes it.
CREATE FUNCTION move_audit_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE audit_head SET row_id = NEW.id, hash = NEW.hash WHERE row_id = NEW.id - 1 AND hash = NEW.previous_hash;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a row of the audit log follows its last one' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER move_head AFTER INSERT ON audit FOR EACH ROW EXECUTE FUNCTION move_audit_head();
--> statement-breakpoint
CREATE TRIGGER moved_by_rows_alone BEFORE UPDATE ON audit_head
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
