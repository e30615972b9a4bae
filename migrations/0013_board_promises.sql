-- Promises that no writer can forget: what changed on the board is told by topic, to caches and sockets of every node.
CREATE FUNCTION record_thread_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO changes (room) VALUES ('thread:' || NEW.id), ('board:' || NEW.board_id);
  IF TG_OP = 'UPDATE' AND OLD.board_id <> NEW.board_id THEN
    INSERT INTO changes (room) VALUES ('board:' || OLD.board_id);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER record_change AFTER INSERT OR UPDATE ON threads FOR EACH ROW EXECUTE FUNCTION record_thread_change();
--> statement-breakpoint
CREATE FUNCTION record_thread_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO changes (room) SELECT 'thread:' || id FROM old_rows UNION SELECT 'board:' || board_id FROM old_rows;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER record_end AFTER DELETE ON threads REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION record_thread_end();
--> statement-breakpoint
-- Who may read changed: open sockets are looked at again.
DO $$
DECLARE name_of text;
BEGIN
  FOREACH name_of IN ARRAY ARRAY['boards', 'board_members', 'roles', 'memberships'] LOOP
    EXECUTE format('CREATE TRIGGER record_access AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION record_change(%L)', name_of, 'access');
  END LOOP;
  EXECUTE 'CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON boards
    FOR EACH STATEMENT EXECUTE FUNCTION record_change(''boards'')';
  FOREACH name_of IN ARRAY ARRAY['boards', 'drafts', 'appeals'] LOOP
    EXECUTE format('CREATE TRIGGER raise_version BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION raise_version()', name_of);
  END LOOP;
  FOREACH name_of IN ARRAY ARRAY['flags', 'decisions', 'appeals'] LOOP
    EXECUTE format('CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION record_change(%L)', name_of, 'moderation');
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION record_session_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO changes (room) VALUES ('session:' || OLD.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER record_end AFTER UPDATE OF ended_at ON sessions FOR EACH ROW
  WHEN (NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL) EXECUTE FUNCTION record_session_end();
--> statement-breakpoint
CREATE TRIGGER record_removal AFTER DELETE ON sessions FOR EACH ROW
  WHEN (OLD.ended_at IS NULL) EXECUTE FUNCTION record_session_end();
--> statement-breakpoint
CREATE FUNCTION record_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO changes (room) SELECT DISTINCT 'person:' || person_id FROM new_rows;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER record_inserted AFTER INSERT ON notifications REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION record_told();
--> statement-breakpoint
CREATE TRIGGER record_updated AFTER UPDATE ON notifications REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION record_told();
