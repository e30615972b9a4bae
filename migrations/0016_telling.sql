DROP INDEX "notifications_to_mail";--> statement-breakpoint
CREATE INDEX "notifications_to_mail" ON "notifications" USING btree ("person_id","id") WHERE "notifications"."mailed_at" is null and "notifications"."read_at" is null;
--> statement-breakpoint
-- Whoever reads a thread, or marks a board as read, is no longer told of what stands there: no writer can forget it.
CREATE FUNCTION read_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE notifications n SET read_at = NEW.at FROM posts p
    WHERE n.person_id = NEW.person_id AND n.thread_id = NEW.thread_id AND n.read_at IS NULL
      AND p.id = n.post_id AND p.number <= NEW.number
      AND n.kind IN ('mention', 'quote', 'answer', 'reply', 'thread');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER read_told AFTER INSERT OR UPDATE ON reads FOR EACH ROW EXECUTE FUNCTION read_told();
--> statement-breakpoint
CREATE FUNCTION read_told_of_board() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE notifications n SET read_at = NEW.until FROM threads t
    WHERE n.person_id = NEW.person_id AND n.read_at IS NULL AND n.created_at <= NEW.until
      AND t.id = n.thread_id AND t.board_id = NEW.board_id
      AND n.kind IN ('mention', 'quote', 'answer', 'reply', 'thread');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER read_told AFTER INSERT OR UPDATE ON board_reads FOR EACH ROW EXECUTE FUNCTION read_told_of_board();
--> statement-breakpoint
-- A live bell is told of what became read only where something did.
DROP TRIGGER record_updated ON notifications;
--> statement-breakpoint
CREATE FUNCTION record_read() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO changes (room) SELECT DISTINCT 'person:' || n.person_id
    FROM new_rows n JOIN old_rows o USING (id) WHERE n.read_at IS DISTINCT FROM o.read_at;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER record_updated AFTER UPDATE ON notifications REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION record_read();
