-- Promises that no writer can forget: versions rise, and what changed at the desk is told to every node.
DO $$
DECLARE room_of record;
BEGIN
  FOR room_of IN SELECT * FROM (VALUES
    ('entries', 'entries'), ('inbox_feeds', 'inbox'), ('inbox_items', 'inbox'),
    ('registrations', 'events'), ('web_links', 'webLinks')) AS t(table_name, room)
  LOOP
    EXECUTE format('CREATE TRIGGER raise_version BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION raise_version()',
      room_of.table_name);
  END LOOP;
  FOR room_of IN SELECT * FROM (VALUES
    ('entries', 'entries'), ('inbox_items', 'inbox'), ('registrations', 'events'), ('assignments', 'desk'),
    ('resource_texts', 'resources')) AS t(table_name, room)
  LOOP
    EXECUTE format('CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION record_change(%L)', room_of.table_name, room_of.room);
  END LOOP;
END $$;
--> statement-breakpoint
-- That a link was looked at again changes no page; what became of it does.
CREATE TRIGGER record_change AFTER UPDATE OF state, moved_to, verdict, archived_url ON web_links
  FOR EACH ROW WHEN ((OLD.state, OLD.moved_to, OLD.verdict, OLD.archived_url)
    IS DISTINCT FROM (NEW.state, NEW.moved_to, NEW.verdict, NEW.archived_url))
  EXECUTE FUNCTION record_change('webLinks');
